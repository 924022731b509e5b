import { sql } from "kysely";
import type { Migration } from "./migration.js";

/** What people saw, and what they and communities want to see. */
export const ratingsAndLists: Migration = async ({ schema }, { time, tableEnd }) => {
  const end = sql.raw(tableEnd);
  await schema
    .createTable("ratings")
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("film", "integer", (column) => column.notNull())
    .addColumn("score", "integer", (column) => column.check(sql`score between 1 and 10`))
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("ratings_pk", ["person", "film"])
    .modifyEnd(end)
    .execute();
  await schema
    .createTable("listed_films")
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("film", "integer", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("listed_films_pk", ["owner", "film"])
    .modifyEnd(end)
    .execute();
  await schema
    .createIndex("listed_films_person")
    .on("listed_films")
    .column("person")
    .where(sql.ref("person"), "is not", null)
    .execute();
};
