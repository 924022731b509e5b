import { sql } from "kysely";
import type { Migration } from "./migration.js";

/** What is kept for a while: texts of buttons, and which updates were taken on. */
export const buttonsAndUpdates: Migration = async ({ schema }, { time, tableEnd }) => {
  const end = sql.raw(tableEnd);
  await schema
    .createTable("buttons")
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("used_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("buttons_pk", ["key"])
    .modifyEnd(end)
    .execute();
  await schema.createIndex("buttons_used").on("buttons").column("used_at").execute();
  await schema
    .createTable("seen_updates")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("seen_updates_pk", ["platform", "id"])
    .modifyEnd(end)
    .execute();
  await schema.createIndex("seen_updates_at").on("seen_updates").column("at").execute();
};
