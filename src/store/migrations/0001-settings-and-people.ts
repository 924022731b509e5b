import { sql } from "kysely";
import type { Migration } from "./migration.js";

/** What communities set, and what people chose. */
export const settingsAndPeople: Migration = async ({ schema }, { time, tableEnd }) => {
  const end = sql.raw(tableEnd);
  await schema
    .createTable("settings")
    .addColumn("community", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("topic", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("settings_pk", ["community", "channel", "topic", "key"])
    .modifyEnd(end)
    .execute();
  await schema
    .createTable("setting_changes")
    .addColumn("community", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("topic", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("before", "text")
    .addColumn("after", "text")
    .addColumn("person", "text")
    .addColumn("at", time, (column) => column.notNull())
    .addColumn("undoes", "integer")
    .addPrimaryKeyConstraint("setting_changes_pk", ["community", "number"])
    .modifyEnd(end)
    .execute();
  await schema
    .createIndex("setting_changes_person")
    .on("setting_changes")
    .column("person")
    .where(sql.ref("person"), "is not", null)
    .execute();
  await schema
    .createTable("choices")
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("value", "text")
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("choices_pk", ["person", "key"])
    .modifyEnd(end)
    .execute();
  await schema.createIndex("choices_key").on("choices").columns(["key", "at"]).execute();
  await schema
    .createTable("participations")
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("community", "text", (column) => column.notNull())
    .addColumn("direct", "integer", (column) => column.notNull())
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("participations_pk", ["person", "community"])
    .modifyEnd(end)
    .execute();
  await schema
    .createIndex("participations_community")
    .on("participations")
    .columns(["community", "at"])
    .execute();
  await schema
    .createTable("removals")
    .addColumn("community", "text", (column) => column.notNull())
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("removals_pk", ["community"])
    .modifyEnd(end)
    .execute();
};
