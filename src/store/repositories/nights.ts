import { sql } from "kysely";
import type { Engine, Queries } from "../engine.js";
import type { Happening, Night, NightEvent, Nights } from "../port.js";
import type { NightEventsTable, NightsTable } from "../tables.js";
import { given, givenDate, pageOf } from "./common.js";
import { cancelJob, scheduleJob } from "./jobs.js";

export function createNights(engine: Engine): Nights {
  return {
    create: (night, first) =>
      engine.write(async (db) => {
        const { id, community, place, createdAt, secret } = night;
        const made = await db
          .insertInto("nights")
          .values({
            id,
            community,
            platform: place.platform,
            server: place.server ?? null,
            chat: place.chat,
            topic: place.topic ?? null,
            created_at: createdAt.getTime(),
            secret: secret ?? null,
            last: 0,
            ended_at: null,
            summary: null,
          })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .returning("id")
          .executeTakeFirst();
        if (!made) return false;
        await happen(db, id, 0, first);
        return true;
      }),

    append: (night, happening) =>
      engine.write(async (db) => {
        const { after, key } = happening;
        const asked = db.selectFrom("nights").select(["last", "ended_at"]).where("id", "=", night);
        // Whoever comes at the same time waits here, and then sees what was appended.
        const found = await (engine.kind === "postgres" ? asked.forUpdate() : asked).executeTakeFirst();
        if (!found) return { kind: "unknown" };
        const { last, ended_at } = found;
        if (key !== undefined && (await cameBefore(db, night, key))) return { kind: "repeated", last };
        const follows = after === undefined ? ended_at === null : after === last;
        if (!follows) return { kind: "conflict", last };
        await happen(db, night, last, happening);
        return { kind: "appended", last: last + happening.events.length };
      }),

    get: (night) =>
      engine.read(async (db) => {
        const row = await db.selectFrom("nights").selectAll().where("id", "=", night).executeTakeFirst();
        return row && told(row);
      }),

    withSecret: (secret) =>
      engine.read(async (db) => {
        const row = await db.selectFrom("nights").selectAll().where("secret", "=", secret).executeTakeFirst();
        return row && told(row);
      }),

    events: (night, after) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom("night_events")
          .selectAll()
          .where("night", "=", night)
          .where("number", ">", after)
          .orderBy("number")
          .execute();
        return rows.map(toldEvent);
      }),

    open: (community) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom("nights")
          .selectAll()
          .where("community", "=", community)
          .where("ended_at", "is", null)
          .orderBy("created_at")
          .orderBy("id")
          .execute();
        return rows.map(told);
      }),

    ended: (community, { from, size }) =>
      engine.read(async (db) => {
        const past = db
          .selectFrom("nights")
          .where("community", "=", community)
          .where("ended_at", "is not", null);
        const counted = await past.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
        const rows = await past
          .selectAll()
          .orderBy("ended_at", "desc")
          .orderBy("id")
          .limit(size)
          .offset(from)
          .execute();
        return pageOf(rows, counted, told);
      }),

    openWith: (person) =>
      engine.read(async (db) => {
        const named = db
          .selectFrom("night_events")
          .select("night")
          .where((where) => where.or([where("person", "=", person), where("about", "=", person)]));
        const rows = await db
          .selectFrom("nights")
          .selectAll()
          .where("ended_at", "is", null)
          .where("id", "in", named)
          .orderBy("created_at")
          .orderBy("id")
          .execute();
        return rows.map(told);
      }),

    addPost: (night, { kind, id, chat, topic, at }) =>
      engine.write(async (db) => {
        const known = await db.selectFrom("nights").select("id").where("id", "=", night).executeTakeFirst();
        if (!known) return false;
        const row = { night, kind, id, chat, topic: topic ?? null, at: at.getTime() };
        const added = await db
          .insertInto("night_posts")
          .values(row)
          .onConflict((conflict) => conflict.columns(["night", "kind", "id"]).doNothing())
          .returning("id")
          .executeTakeFirst();
        return added !== undefined;
      }),

    posts: (night) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom("night_posts")
          .selectAll()
          .where("night", "=", night)
          .orderBy("at")
          .orderBy("id")
          .execute();
        return rows.map(({ kind, id, chat, topic, at }) => ({
          kind,
          id,
          chat,
          topic: given(topic),
          at: new Date(at),
        }));
      }),

    removePost: (night, { kind, id }) =>
      engine.write(async (db) => {
        await db
          .deleteFrom("night_posts")
          .where("night", "=", night)
          .where("kind", "=", kind)
          .where("id", "=", id)
          .execute();
      }),

    remove: (night) =>
      engine.write(async (db) => {
        await db.deleteFrom("jobs").where("night", "=", night).execute();
        const gone = await db.deleteFrom("nights").where("id", "=", night).returning("id").execute();
        return gone.length > 0;
      }),
  };
}

async function cameBefore(db: Queries, night: string, key: string): Promise<boolean> {
  const row = await db
    .selectFrom("night_events")
    .select("number")
    .where("night", "=", night)
    .where("key", "=", key)
    .executeTakeFirst();
  return row !== undefined;
}

/** Stores what happened behind the last event. */
async function happen(db: Queries, night: string, last: number, happening: Happening): Promise<void> {
  const { events, key, summary, endedAt, jobs = [], cancelled = [] } = happening;
  if (events.length === 0) throw new RangeError("nothing happened to the night");
  const rows = events.map((event, at) => ({
    night,
    number: last + at + 1,
    body: event.body,
    person: event.by ?? null,
    about: event.about ?? null,
    at: event.at.getTime(),
    // The first stands for all that came with it.
    key: at === 0 ? (key ?? null) : null,
  }));
  await db.insertInto("night_events").values(rows).execute();
  await db
    .updateTable("nights")
    .set({
      last: last + rows.length,
      ...(summary === undefined ? {} : { summary }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt?.getTime() ?? null }),
    })
    .where("id", "=", night)
    .execute();
  for (const job of cancelled) await cancelJob(db, job);
  for (const job of jobs) await scheduleJob(db, job);
}

function told(row: NightsTable): Night {
  return {
    id: row.id,
    community: row.community,
    place: {
      platform: row.platform,
      server: given(row.server),
      chat: row.chat,
      topic: given(row.topic),
    },
    createdAt: new Date(row.created_at),
    secret: given(row.secret),
    last: row.last,
    endedAt: givenDate(row.ended_at),
    summary: given(row.summary),
  };
}

function toldEvent(row: NightEventsTable): NightEvent {
  return {
    number: row.number,
    body: row.body,
    by: given(row.person),
    about: given(row.about),
    at: new Date(row.at),
  };
}
