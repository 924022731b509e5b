import { type SelectQueryBuilder, sql } from "kysely";
import type { Engine, Queries } from "../engine.js";
import type { ClaimedJob, JobKey, Jobs, NewJob } from "../port.js";
import type { JobsTable, Tables } from "../tables.js";
import { given } from "./common.js";

export function createJobs(engine: Engine): Jobs {
  return {
    schedule: (jobs) =>
      engine.write(async (db) => {
        for (const job of jobs) await scheduleJob(db, job);
      }),

    claim: ({ owner, now, until, most, kinds }) =>
      engine.write(async (db) => {
        const time = now.getTime();
        const due = ofKinds(pending(db), kinds)
          .selectAll()
          .where("due", "<=", time)
          .where((where) => where.or([where("until", "is", null), where("until", "<=", time)]))
          .orderBy("due")
          .orderBy("key")
          .limit(most);
        // What another process is claiming at this moment is left to it.
        const rows = await (engine.kind === "postgres" ? due.forUpdate().skipLocked() : due).execute();
        for (const { kind, key, fence, attempts } of rows) {
          await db
            .updateTable("jobs")
            .set({ owner, until: until.getTime(), fence: fence + 1, attempts: attempts + 1 })
            .where("kind", "=", kind)
            .where("key", "=", key)
            .execute();
        }
        return rows.map((row) => ({ ...told(row), fence: row.fence + 1, attempts: row.attempts }));
      }),

    note: (job, payload) => engine.write((db) => update(db, job, { payload })),

    extend: (job, until) => engine.write((db) => update(db, job, { until: until.getTime() })),

    done: (job, at) =>
      engine.write((db) => update(db, job, { done_at: at.getTime(), owner: null, until: null })),

    retry: (job, due) =>
      engine.write((db) => update(db, job, { due: due.getTime(), owner: null, until: null })),

    cancel: (job) => engine.write((db) => cancelJob(db, job)),

    next: (kinds) =>
      engine.read(async (db) => {
        const soonest = await ofKinds(pending(db), kinds)
          .select(sql<number | null>`min(case when until > due then until else due end)`.as("at"))
          .executeTakeFirst();
        return soonest?.at == null ? undefined : new Date(soonest.at);
      }),

    pending: (of) =>
      engine.read(async (db) => {
        const [column, id] =
          "night" in of ? (["night", of.night] as const) : (["community", of.community] as const);
        const rows = await pending(db)
          .selectAll()
          .where(column, "=", id)
          .orderBy("due")
          .orderBy("kind")
          .orderBy("key")
          .execute();
        return rows.map(told);
      }),

    purge: (before) =>
      engine.write(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("jobs")
          .where("done_at", "<", before.getTime())
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

/** Schedules a job within a transaction; one of the same key is moved. */
export async function scheduleJob(db: Queries, job: NewJob): Promise<void> {
  const { kind, key, payload, due, community, person, night, once = false } = job;
  const fresh = {
    payload,
    due: due.getTime(),
    community: community ?? null,
    person: person ?? null,
    night: night ?? null,
    attempts: 0,
    owner: null,
    until: null,
    done_at: null,
  };
  await db
    .insertInto("jobs")
    .values({ kind, key, ...fresh, fence: 0 })
    .onConflict((conflict) => {
      const moved = conflict
        .columns(["kind", "key"])
        .doUpdateSet((values) => ({ ...fresh, fence: values("jobs.fence", "+", 1) }));
      return once ? moved.where("jobs.done_at", "is", null) : moved;
    })
    .execute();
}

/** @returns whether it was still to be done */
export async function cancelJob(db: Queries, { kind, key }: JobKey): Promise<boolean> {
  const gone = await db
    .deleteFrom("jobs")
    .where("kind", "=", kind)
    .where("key", "=", key)
    .where("done_at", "is", null)
    .returning("key")
    .execute();
  return gone.length > 0;
}

function pending(db: Queries) {
  return db.selectFrom("jobs").where("done_at", "is", null);
}

function ofKinds<Output>(
  query: SelectQueryBuilder<Tables, "jobs", Output>,
  kinds: readonly string[] | undefined,
): SelectQueryBuilder<Tables, "jobs", Output> {
  return kinds ? query.where("kind", "in", kinds) : query;
}

/** @returns false where the job is no longer in the hands of whoever claimed it */
async function update(
  db: Queries,
  { kind, key, fence }: ClaimedJob,
  values: Partial<Pick<JobsTable, "payload" | "due" | "owner" | "until" | "done_at">>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("jobs")
    .set(values)
    .where("kind", "=", kind)
    .where("key", "=", key)
    .where("fence", "=", fence)
    .where("owner", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

function told(row: JobsTable): Omit<NewJob, "once"> {
  return {
    kind: row.kind,
    key: row.key,
    payload: row.payload,
    due: new Date(row.due),
    community: given(row.community),
    person: given(row.person),
    night: given(row.night),
  };
}
