import { sql } from "kysely";
import type { Engine, Queries } from "../../engine.js";
import type { ListedFilm, ListOwner, Lists } from "../../port.js";
import { type ListedFilmsTable, ownerName } from "../../tables.js";
import { given, inParts, ofParts, pageOf } from "../common.js";

const OF_PERSON = ownerName.person("");

export function createLists(engine: Engine): Lists {
  return {
    add: (owner, film, by, at, most) =>
      engine.write(async (db) => {
        await engine.exclusively(db, nameOf(owner));
        if (await stands(db, owner, film)) return "already";
        if ((await count(db, owner)) >= most) return "full";
        await store(db, owner, [{ film, at }], by);
        return "added";
      }),

    addMany: (owner, films, by, most) =>
      engine.write(async (db) => {
        await engine.exclusively(db, nameOf(owner));
        const before = new Set((await all(db, owner)).map(({ film }) => film));
        const fresh = new Map(
          films.flatMap((listed) => (before.has(listed.film) ? [] : [[listed.film, listed]])),
        );
        const added = [...fresh.values()].slice(0, Math.max(0, most - before.size));
        await store(db, owner, added, by);
        return added.length;
      }),

    remove: (owner, film) =>
      engine.write(async (db) => {
        const gone = await db
          .deleteFrom("listed_films")
          .where("owner", "=", nameOf(owner))
          .where("film", "=", film)
          .returningAll()
          .executeTakeFirst();
        return gone && told(gone);
      }),

    has: (owner, film) => engine.read((db) => stands(db, owner, film)),

    count: (owner) => engine.read((db) => count(db, owner)),

    list: (owner, { from, size }) =>
      engine.read(async (db) => {
        const total = await count(db, owner);
        const rows = await newestFirst(db, owner).limit(size).offset(from).execute();
        return pageOf(rows, { total }, told);
      }),

    all: (owner) => engine.read((db) => all(db, owner)),

    ofPeople: (people) =>
      engine.read((db) =>
        ofParts([...new Set(people)].map(ownerName.person), async (part) => {
          const rows = await db
            .selectFrom("listed_films")
            .select(["owner", "film"])
            .where("owner", "in", part)
            .execute();
          return rows.map(wanted);
        }),
      ),

    ofMembers: (community) =>
      engine.read(async (db) => {
        const members = db
          .selectFrom("participations")
          .select(sql<string>`${sql.lit(OF_PERSON)} || person`.as("owner"))
          .where("community", "=", community);
        const rows = await db
          .selectFrom("listed_films")
          .select(["owner", "film"])
          .where("owner", "in", members)
          .execute();
        return rows.map(wanted);
      }),
  };
}

function nameOf(owner: ListOwner): string {
  return "person" in owner ? ownerName.person(owner.person) : ownerName.community(owner.community);
}

async function stands(db: Queries, owner: ListOwner, film: number): Promise<boolean> {
  const row = await db
    .selectFrom("listed_films")
    .select("film")
    .where("owner", "=", nameOf(owner))
    .where("film", "=", film)
    .executeTakeFirst();
  return row !== undefined;
}

async function count(db: Queries, owner: ListOwner): Promise<number> {
  const { total } = await db
    .selectFrom("listed_films")
    .select(sql<number>`count(*)`.as("total"))
    .where("owner", "=", nameOf(owner))
    .executeTakeFirstOrThrow();
  return total;
}

function newestFirst(db: Queries, owner: ListOwner) {
  return db
    .selectFrom("listed_films")
    .selectAll()
    .where("owner", "=", nameOf(owner))
    .orderBy("at", "desc")
    .orderBy("film");
}

async function all(db: Queries, owner: ListOwner): Promise<ListedFilm[]> {
  return (await newestFirst(db, owner).execute()).map(told);
}

async function store(
  db: Queries,
  owner: ListOwner,
  films: readonly { readonly film: number; readonly at: Date }[],
  person: string,
): Promise<void> {
  for (const part of inParts(films)) {
    const rows = part.map(({ film, at }) => ({ owner: nameOf(owner), film, person, at: at.getTime() }));
    await db.insertInto("listed_films").values(rows).execute();
  }
}

function told({ film, person, at }: ListedFilmsTable): ListedFilm {
  return { film, by: given(person), at: new Date(at) };
}

function wanted({ owner, film }: Pick<ListedFilmsTable, "owner" | "film">) {
  return { person: owner.slice(OF_PERSON.length), film };
}
