import { type Insertable, sql } from "kysely";
import type { Engine, Queries } from "../../engine.js";
import type { Scope, SettingChange, Settings } from "../../port.js";
import type { SettingChangesTable } from "../../tables.js";
import { given, inParts, pageOf } from "../common.js";

/** Changes kept of each community. */
const HISTORY = 1_000;

type ScopeColumns = Pick<SettingChangesTable, "community" | "channel" | "topic">;

export function createSettings(engine: Engine): Settings {
  return {
    all: (community) =>
      engine.read(async (db) => {
        // The revision first: what is changed meanwhile is read again, not missed.
        const revision = await lastNumber(db, community);
        const rows = await db
          .selectFrom("settings")
          .selectAll()
          .where("community", "=", community)
          .orderBy("channel")
          .orderBy("topic")
          .orderBy("key")
          .execute();
        return {
          revision,
          values: rows.map((row) => ({ scope: scopeOf(row), key: row.key, value: row.value })),
        };
      }),

    revisions: (communities) =>
      engine.read(async (db) => {
        const revisions = new Map(communities.map((community) => [community, 0]));
        for (const part of inParts(communities)) {
          const rows = await db
            .selectFrom("setting_changes")
            .select(["community", ({ fn }) => fn.max("number").as("revision")])
            .where("community", "in", part)
            .groupBy("community")
            .execute();
          for (const { community, revision } of rows) revisions.set(community, revision);
        }
        return revisions;
      }),

    change: (scope, key, value, by, at) =>
      engine.write(async (db) => {
        await engine.exclusively(db, `settings ${scope.community}`);
        const before = await storedValue(db, columnsOf(scope), key);
        if (before === value) return undefined;
        return changed(db, { ...columnsOf(scope), key, before, after: value, person: by, at: at.getTime() });
      }),

    history: (community, { from, size }) =>
      engine.read(async (db) => {
        const changes = db.selectFrom("setting_changes").where("community", "=", community);
        const counted = await changes.select(countAll).executeTakeFirstOrThrow();
        const rows = await changes.selectAll().orderBy("number", "desc").limit(size).offset(from).execute();
        return pageOf(rows, counted, told);
      }),

    undo: (community, number, by, at) =>
      engine.write(async (db) => {
        await engine.exclusively(db, `settings ${community}`);
        const change = await db
          .selectFrom("setting_changes")
          .selectAll()
          .where("community", "=", community)
          .where("number", "=", number)
          .executeTakeFirst();
        if (!change) return { kind: "unknown" };
        const { channel, topic, key } = change;
        const latest = await db
          .selectFrom("setting_changes")
          .select(({ fn }) => fn.max("number").as("number"))
          .where("community", "=", community)
          .where("channel", "=", channel)
          .where("topic", "=", topic)
          .where("key", "=", key)
          .executeTakeFirst();
        if (latest?.number !== number) return { kind: "overtaken" };
        const back = {
          community,
          channel,
          topic,
          key,
          before: given(change.after),
          after: given(change.before),
        };
        const undone = await changed(db, { ...back, person: by, at: at.getTime(), undoes: number });
        return { kind: "undone", change: undone };
      }),
  };
}

interface Change extends ScopeColumns {
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly person: string;
  readonly at: number;
  readonly undoes?: number;
}

async function changed(db: Queries, change: Change): Promise<SettingChange> {
  const { community, channel, topic, key, before, after, person, at, undoes } = change;
  if (after === undefined) {
    await db
      .deleteFrom("settings")
      .where("community", "=", community)
      .where("channel", "=", channel)
      .where("topic", "=", topic)
      .where("key", "=", key)
      .execute();
  } else {
    await db
      .insertInto("settings")
      .values({ community, channel, topic, key, value: after })
      .onConflict((conflict) =>
        conflict.columns(["community", "channel", "topic", "key"]).doUpdateSet({ value: after }),
      )
      .execute();
  }
  const number = (await lastNumber(db, community)) + 1;
  const row: Insertable<SettingChangesTable> & SettingChangesTable = {
    community,
    number,
    channel,
    topic,
    key,
    before: before ?? null,
    after: after ?? null,
    person,
    at,
    undoes: undoes ?? null,
  };
  await db.insertInto("setting_changes").values(row).execute();
  await db
    .deleteFrom("setting_changes")
    .where("community", "=", community)
    .where("number", "<=", number - HISTORY)
    .execute();
  return told(row);
}

/** Of a community's changes; 0 where there is none. */
export async function lastNumber(db: Queries, community: string): Promise<number> {
  const last = await db
    .selectFrom("setting_changes")
    .select(({ fn }) => fn.max("number").as("number"))
    .where("community", "=", community)
    .executeTakeFirst();
  return last?.number ?? 0;
}

async function storedValue(db: Queries, scope: ScopeColumns, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("settings")
    .select("value")
    .where("community", "=", scope.community)
    .where("channel", "=", scope.channel)
    .where("topic", "=", scope.topic)
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.value;
}

function columnsOf({ community, channel = "", topic = "" }: Scope): ScopeColumns {
  return { community, channel, topic };
}

function scopeOf({ community, channel, topic }: ScopeColumns): Scope {
  if (channel === "") return { community };
  return topic === "" ? { community, channel } : { community, channel, topic };
}

function told(row: SettingChangesTable): SettingChange {
  return {
    number: row.number,
    scope: scopeOf(row),
    key: row.key,
    before: given(row.before),
    after: given(row.after),
    by: given(row.person),
    at: new Date(row.at),
    undoes: given(row.undoes),
  };
}

const countAll = sql<number>`count(*)`.as("total");
