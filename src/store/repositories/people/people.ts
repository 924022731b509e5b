import type { Engine, Queries } from "../../engine.js";
import type { Communities, People } from "../../port.js";
import { given, givenDate, inParts } from "../common.js";
import { moveCommunity } from "../communities/community-move.js";

/** Milliseconds for which when somebody took part is not noted again. */
const TO_THE_HOUR = 3_600_000;

export function createPeople(engine: Engine): People {
  return {
    choices: (person) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom("choices")
          .select(["key", "value"])
          .where("person", "=", person)
          .orderBy("key")
          .execute();
        return new Map(rows.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])));
      }),

    choose: (person, key, choice, at) =>
      engine.write(async (db) => {
        const value = choice ?? null;
        await db
          .insertInto("choices")
          .values({ person, key, value, at: at.getTime() })
          .onConflict((conflict) =>
            conflict.columns(["person", "key"]).doUpdateSet({ value, at: at.getTime() }),
          )
          .execute();
      }),

    chosen: (key, since) =>
      engine.read(async (db) => {
        const ofKey = db.selectFrom("choices").selectAll().where("key", "=", key);
        const wanted = since
          ? ofKey.where("at", ">=", since.getTime())
          : ofKey.where("value", "is not", null);
        const rows = await wanted.orderBy("at").execute();
        return rows.map((row) => ({
          person: row.person,
          key: row.key,
          value: given(row.value),
          at: new Date(row.at),
        }));
      }),

    tookPart: ({ person, community, direct = false, server = false }, at) =>
      engine.write(async (db) => {
        const time = at.getTime();
        if (server) await noteServers(db, [community]);
        await db
          .insertInto("participations")
          .values({ person, community, direct: direct ? 1 : 0, at: time })
          .onConflict((conflict) =>
            conflict
              .columns(["person", "community"])
              .doUpdateSet({ at: time })
              .where("participations.at", "<=", time - TO_THE_HOUR),
          )
          .execute();
      }),

    left: (person, community) =>
      engine.write(async (db) => {
        await db
          .deleteFrom("participations")
          .where("person", "=", person)
          .where("community", "=", community)
          .execute();
      }),

    members: (community, most) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom("participations")
          .select("person")
          .where("community", "=", community)
          .orderBy("at", "desc")
          .orderBy("person")
          .limit(most)
          .execute();
        return rows.map(({ person }) => person);
      }),

    communities: (person) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom("participations")
          .select("community")
          .where("person", "=", person)
          .orderBy("at", "desc")
          .orderBy("community")
          .execute();
        return rows.map(({ community }) => community);
      }),
  };
}

async function noteServers(db: Queries, communities: readonly string[]): Promise<void> {
  for (const part of inParts(communities)) {
    await db
      .insertInto("servers")
      .values(part.map((community) => ({ community, missing_since: null })))
      .onConflict((conflict) => conflict.column("community").doNothing())
      .execute();
  }
}

async function takeBackRemovals(db: Queries, communities: readonly string[]): Promise<void> {
  for (const part of inParts(communities)) {
    await db.deleteFrom("removals").where("community", "in", part).execute();
  }
}

const OF_COMMUNITY = "community ";

export function createCommunities(engine: Engine): Communities {
  return {
    known: () =>
      engine.read(async (db) => {
        const listed = await db
          .selectFrom("listed_films")
          .select("owner")
          .distinct()
          .where("owner", "like", `${OF_COMMUNITY}%`)
          .execute();
        const rows = await db
          .selectFrom("settings")
          .select("community")
          .union(db.selectFrom("setting_changes").select("community"))
          .union(db.selectFrom("participations").select("community"))
          .union(db.selectFrom("nights").select("community"))
          .union(
            db
              .selectFrom("jobs")
              .select("community")
              .where("community", "is not", null)
              .$narrowType<{ community: string }>(),
          )
          .execute();
        const found = [
          ...rows.map(({ community }) => community),
          ...listed.map(({ owner }) => owner.slice(OF_COMMUNITY.length)),
        ];
        return [...new Set(found)].sort();
      }),

    present: (communities) => engine.write((db) => takeBackRemovals(db, communities)),

    removed: (community, at) =>
      engine.write(async (db) => {
        await db
          .insertInto("removals")
          .values({ community, at: at.getTime() })
          .onConflict((conflict) => conflict.column("community").doNothing())
          .execute();
      }),

    moved: (from, to) =>
      engine.write(async (db) => {
        await engine.exclusively(db, `settings ${from}`);
        await engine.exclusively(db, `settings ${to}`);
        await moveCommunity(db, from, to);
      }),

    removedBefore: (before) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom("removals")
          .select("community")
          .where("at", "<", before.getTime())
          .orderBy("at")
          .orderBy("community")
          .execute();
        return rows.map(({ community }) => community);
      }),

    servers: () =>
      engine.read(async (db) => {
        const rows = await db.selectFrom("servers").selectAll().orderBy("community").execute();
        return rows.map(({ community, missing_since: since }) => ({
          community,
          missingSince: givenDate(since),
        }));
      }),

    listed: ({ present, missing }, at) =>
      engine.write(async (db) => {
        await takeBackRemovals(db, present);
        await noteServers(db, present);
        for (const part of inParts(present)) {
          await db
            .updateTable("servers")
            .set({ missing_since: null })
            .where("community", "in", part)
            .where("missing_since", "is not", null)
            .execute();
        }
        for (const part of inParts(missing)) {
          await db
            .updateTable("servers")
            .set({ missing_since: at.getTime() })
            .where("community", "in", part)
            .where("missing_since", "is", null)
            .execute();
        }
      }),
  };
}
