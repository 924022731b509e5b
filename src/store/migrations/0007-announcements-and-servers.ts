import { sql } from "kysely";
import type { Migration } from "./migration.js";

/** What was posted where on which day, and which communities are servers that a platform lists. */
export const announcementsAndServers: Migration = async ({ schema }, { time, tableEnd }) => {
  const end = sql.raw(tableEnd);
  await schema
    .createTable("announcements")
    .addColumn("community", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("topic", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("film", "integer")
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("announcements_pk", ["community", "channel", "topic", "kind", "day"])
    .modifyEnd(end)
    .execute();
  await schema.createIndex("announcements_at").on("announcements").column("at").execute();
  await schema
    .createTable("servers")
    .addColumn("community", "text", (column) => column.notNull())
    .addColumn("missing_since", time)
    .addPrimaryKeyConstraint("servers_pk", ["community"])
    .modifyEnd(end)
    .execute();
};
