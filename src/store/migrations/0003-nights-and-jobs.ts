import { sql } from "kysely";
import type { Migration } from "./migration.js";

/** Film nights, what is to be done later, and who does it. */
export const nightsAndJobs: Migration = async ({ schema }, { time, tableEnd }) => {
  const end = sql.raw(tableEnd);
  await schema
    .createTable("nights")
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("community", "text", (column) => column.notNull())
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("server", "text")
    .addColumn("chat", "text", (column) => column.notNull())
    .addColumn("topic", "text")
    .addColumn("created_at", time, (column) => column.notNull())
    .addColumn("secret", "text", (column) => column.unique())
    .addColumn("last", "integer", (column) => column.notNull())
    .addColumn("ended_at", time)
    .addColumn("summary", "text")
    .addPrimaryKeyConstraint("nights_pk", ["id"])
    .modifyEnd(end)
    .execute();
  await schema.createIndex("nights_community").on("nights").columns(["community", "ended_at"]).execute();
  await schema
    .createTable("night_events")
    .addColumn("night", "text", (column) => column.notNull().references("nights.id").onDelete("cascade"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("about", "text")
    .addColumn("at", time, (column) => column.notNull())
    .addColumn("key", "text")
    .addPrimaryKeyConstraint("night_events_pk", ["night", "number"])
    // Those without a key do not stand in each other's way.
    .addUniqueConstraint("night_events_key", ["night", "key"])
    .modifyEnd(end)
    .execute();
  for (const column of ["person", "about"]) {
    await schema
      .createIndex(`night_events_${column}`)
      .on("night_events")
      .column(column)
      .where(sql.ref(column), "is not", null)
      .execute();
  }
  await schema
    .createTable("jobs")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("payload", "text", (column) => column.notNull())
    .addColumn("due", time, (column) => column.notNull())
    .addColumn("community", "text")
    .addColumn("person", "text")
    .addColumn("night", "text")
    .addColumn("fence", "integer", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("owner", "text")
    .addColumn("until", time)
    .addColumn("done_at", time)
    .addPrimaryKeyConstraint("jobs_pk", ["kind", "key"])
    .modifyEnd(end)
    .execute();
  await schema
    .createIndex("jobs_due")
    .on("jobs")
    .column("due")
    .where(sql.ref("done_at"), "is", null)
    .execute();
  for (const column of ["community", "person", "night"]) {
    await schema
      .createIndex(`jobs_${column}`)
      .on("jobs")
      .column(column)
      .where(sql.ref(column), "is not", null)
      .execute();
  }
  await schema
    .createTable("leases")
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("owner", "text")
    .addColumn("fence", "integer", (column) => column.notNull())
    .addColumn("until", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("leases_pk", ["name"])
    .modifyEnd(end)
    .execute();
};
