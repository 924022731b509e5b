import { sql } from "kysely";
import type { Migration } from "./migration.js";

/** What stands on platforms for nights: messages that show them, entries in calendars. */
export const nightPosts: Migration = async ({ schema }, { time, tableEnd }) => {
  await schema
    .createTable("night_posts")
    .addColumn("night", "text", (column) => column.notNull().references("nights.id").onDelete("cascade"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("chat", "text", (column) => column.notNull())
    .addColumn("topic", "text")
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("night_posts_pk", ["night", "kind", "id"])
    .modifyEnd(sql.raw(tableEnd))
    .execute();
};
