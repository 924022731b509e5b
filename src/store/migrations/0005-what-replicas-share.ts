import { sql } from "kysely";
import type { Migration } from "./migration.js";

/**
 * What several processes share: for minutes last answers, how much was asked, and who answers an update (in PostgreSQL these
 * tables are not brought to the disk: nobody waits for it, and after a crash of the server they are empty), and for good
 * what they sign with.
 */
export const whatReplicasShare: Migration = async (db, { engine, time, tableEnd }) => {
  const { schema } = db;
  const end = sql.raw(tableEnd);
  const start = sql.raw(engine === "postgres" ? "unlogged" : "");
  await schema
    .createTable("last_answers")
    .modifyFront(start)
    .addColumn("conversation", "text", (column) => column.notNull())
    .addColumn("community", "text", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("last_answers_pk", ["conversation"])
    .modifyEnd(end)
    .execute();
  for (const column of ["at", "community", "person"]) {
    await schema.createIndex(`last_answers_${column}`).on("last_answers").column(column).execute();
  }
  await schema
    .createTable("question_counts")
    .modifyFront(start)
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("since", time, (column) => column.notNull())
    .addColumn("questions", "integer", (column) => column.notNull())
    .addColumn("told", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("question_counts_pk", ["key"])
    .modifyEnd(end)
    .execute();
  await schema.createIndex("question_counts_since").on("question_counts").column("since").execute();
  // Unlike the rest it stays: what was signed with it is told from what was not for as long as it is there.
  await schema
    .createTable("keys")
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("keys_pk", ["name"])
    .modifyEnd(end)
    .execute();
  // Until when whoever took it on has it; null once it was answered.
  await schema.alterTable("seen_updates").addColumn("until", time).execute();
  if (engine === "postgres") await sql`alter table seen_updates set unlogged`.execute(db);
};
