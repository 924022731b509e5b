import { sql } from "kysely";
import type { Engine, Queries } from "../../engine.js";
import type { PersonId, Rating, Ratings, Seen } from "../../port.js";
import type { RatingsTable } from "../../tables.js";
import { given, inParts, ofParts, pageOf } from "../common.js";

export function createRatings(engine: Engine): Ratings {
  return {
    get: (person, film) => engine.read((db) => found(db, person, film)),

    set: (person, film, score, at) =>
      engine.write(async (db) => {
        const before = await found(db, person, film);
        await store(db, person, [{ film, score, at }]);
        return before;
      }),

    markSeen: (person, film, at) =>
      engine.write(async (db) => {
        const before = await found(db, person, film);
        await db
          .insertInto("ratings")
          .values({ person, film, score: null, at: at.getTime() })
          .onConflict((conflict) => conflict.columns(["person", "film"]).doNothing())
          .execute();
        return before;
      }),

    remove: (person, film) =>
      engine.write(async (db) => {
        const gone = await db
          .deleteFrom("ratings")
          .where("person", "=", person)
          .where("film", "=", film)
          .returningAll()
          .executeTakeFirst();
        return gone && seen(gone);
      }),

    setMany: (person, ratings, most) =>
      engine.write(async (db) => {
        await engine.exclusively(db, `ratings ${person}`);
        const before = new Map((await all(db, person)).map((rating) => [rating.film, rating]));
        const outcome = { added: 0, changed: 0, same: 0, leftOut: 0 };
        const wanted = new Map(ratings.map((rating) => [rating.film, rating]));
        const stored = [...wanted.values()].filter((rating) => {
          const held = before.get(rating.film);
          const kind = !held
            ? before.size + outcome.added < most
              ? "added"
              : "leftOut"
            : rating.score === undefined || rating.score === held.score
              ? "same"
              : "changed";
          outcome[kind] += 1;
          return kind === "added" || kind === "changed";
        });
        await store(db, person, stored);
        return outcome;
      }),

    list: (person, { from, size }) =>
      engine.read(async (db) => {
        const own = db.selectFrom("ratings").where("person", "=", person);
        const counted = await own.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
        const rows = await own
          .selectAll()
          .orderBy("at", "desc")
          .orderBy("film")
          .limit(size)
          .offset(from)
          .execute();
        return pageOf(rows, counted, seen);
      }),

    all: (person) => engine.read((db) => all(db, person)),

    ofPeople: (people) =>
      engine.read((db) =>
        ofParts([...new Set(people)], async (part) => {
          const rows = await db.selectFrom("ratings").selectAll().where("person", "in", part).execute();
          return rows.map(rating);
        }),
      ),

    ofMembers: (community) =>
      engine.read(async (db) => {
        const members = db.selectFrom("participations").select("person").where("community", "=", community);
        const rows = await db.selectFrom("ratings").selectAll().where("person", "in", members).execute();
        return rows.map(rating);
      }),
  };
}

async function found(db: Queries, person: PersonId, film: number): Promise<Seen | undefined> {
  const row = await db
    .selectFrom("ratings")
    .selectAll()
    .where("person", "=", person)
    .where("film", "=", film)
    .executeTakeFirst();
  return row && seen(row);
}

async function all(db: Queries, person: PersonId): Promise<Seen[]> {
  const rows = await db
    .selectFrom("ratings")
    .selectAll()
    .where("person", "=", person)
    .orderBy("at", "desc")
    .orderBy("film")
    .execute();
  return rows.map(seen);
}

/** In place of what stood there. */
async function store(db: Queries, person: PersonId, ratings: readonly Seen[]): Promise<void> {
  for (const part of inParts(ratings)) {
    await db
      .insertInto("ratings")
      .values(part.map(({ film, score, at }) => ({ person, film, score: score ?? null, at: at.getTime() })))
      .onConflict((conflict) =>
        conflict.columns(["person", "film"]).doUpdateSet(({ ref }) => ({
          score: ref("excluded.score"),
          at: ref("excluded.at"),
        })),
      )
      .execute();
  }
}

function seen({ film, score, at }: RatingsTable): Seen {
  return { film, score: given(score), at: new Date(at) };
}

function rating(row: RatingsTable): Rating {
  return { person: row.person, ...seen(row) };
}
