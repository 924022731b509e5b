import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Engine, Queries } from "../../engine.js";
import type { Privacy, StoredRow, StoredRows } from "../../port.js";
import {
  NAMES_PERSON,
  NAMES_PERSON_OF_NIGHT,
  OWNED_BY_COMMUNITY,
  OWNED_BY_PERSON,
  type Ownership,
} from "../../tables.js";
import { pageOf } from "../common.js";
import { tablesOf } from "../tables-of.js";

export function createPrivacy(engine: Engine): Privacy {
  return {
    ofPerson: (person) =>
      engine.snapshot((db) =>
        rowsOf(db, person, [...OWNED_BY_PERSON, ...NAMES_PERSON, ...NAMES_PERSON_OF_NIGHT]),
      ),

    ofCommunity: (community) =>
      engine.snapshot(async (db) => {
        const rows = await rowsOf(db, community, OWNED_BY_COMMUNITY);
        const nights = db.selectFrom("nights").select("id").where("community", "=", community);
        const events = await sql<StoredRow>`
          select * from night_events where night in (${nights}) order by night, number`.execute(db);
        const posts = await sql<StoredRow>`
          select * from night_posts where night in (${nights}) order by night, at, id`.execute(db);
        return {
          ...rows,
          ...(events.rows.length === 0 ? {} : { night_events: events.rows }),
          ...(posts.rows.length === 0 ? {} : { night_posts: posts.rows }),
        };
      }),

    deletePerson: (person) =>
      engine.write(async (db) => {
        const counts = new Counts();
        const chats = await db
          .selectFrom("participations")
          .select("community")
          .where("person", "=", person)
          .where("direct", "=", 1)
          .execute();
        const direct = new Set(chats.map(({ community }) => community));
        // On Telegram a direct chat has the id of the person, and nobody else ever takes part in it.
        const others = await db
          .selectFrom("participations")
          .select("person")
          .where("community", "=", person)
          .where("person", "!=", person)
          .executeTakeFirst();
        if (!others) direct.add(person);
        for (const community of direct) await purge(db, community, counts);
        for (const ownership of OWNED_BY_PERSON) await remove(db, person, ownership, counts);
        for (const ownership of NAMES_PERSON) await rename(db, person, null, ownership, sql`true`, counts);
        await hideInNights(db, person, counts);
        return counts.byTable;
      }),

    purgeCommunity: (community) =>
      engine.write(async (db) => {
        const counts = new Counts();
        await purge(db, community, counts);
        return counts.byTable;
      }),

    tables: () => engine.read(async (db) => (await tablesOf(db)).map(({ name }) => name)),

    rows: (table, { from, size }) =>
      engine.read(async (db) => {
        const found = (await tablesOf(db)).find(({ name }) => name === table);
        if (!found) throw new RangeError(`there is no table ${table}`);
        const counted = await sql<{
          total: number;
        }>`select count(*) as total from ${sql.table(table)}`.execute(db);
        const order = sql.join(found.columns.map((_, at) => sql.lit(at + 1)));
        const { rows } = await sql<StoredRow>`
          select * from ${sql.table(table)} order by ${order} limit ${size} offset ${from}`.execute(db);
        return pageOf(rows, counted.rows[0] ?? { total: 0 }, (row) => ({ ...row }));
      }),
  };
}

class Counts {
  readonly #counts = new Map<string, number>();

  get byTable(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  add(table: string, rows: bigint | undefined): void {
    if (rows) this.#counts.set(table, (this.#counts.get(table) ?? 0) + Number(rows));
  }
}

/** Rows by table; one that two columns tell of stands there once. */
async function rowsOf(db: Queries, id: string, ownerships: readonly Ownership[]): Promise<StoredRows> {
  const found = new Map<string, Map<string, StoredRow>>();
  for (const { table, column, as } of ownerships) {
    const { rows } = await sql<StoredRow>`
      select * from ${sql.table(table)} where ${sql.ref(column)} = ${as(id)} order by 1, 2`.execute(db);
    if (rows.length === 0) continue;
    const known = found.get(table) ?? new Map<string, StoredRow>();
    for (const row of rows) known.set(JSON.stringify(row), row);
    found.set(table, known);
  }
  return Object.fromEntries([...found].map(([table, rows]) => [table, [...rows.values()]]));
}

async function purge(db: Queries, community: string, counts: Counts): Promise<void> {
  const nights = db.selectFrom("nights").select("id").where("community", "=", community);
  const events = await db.deleteFrom("night_events").where("night", "in", nights).executeTakeFirst();
  counts.add("night_events", events.numDeletedRows);
  const posts = await db.deleteFrom("night_posts").where("night", "in", nights).executeTakeFirst();
  counts.add("night_posts", posts.numDeletedRows);
  const jobs = await db.deleteFrom("jobs").where("night", "in", nights).executeTakeFirst();
  counts.add("jobs", jobs.numDeletedRows);
  for (const ownership of OWNED_BY_COMMUNITY) await remove(db, community, ownership, counts);
}

async function remove(
  db: Queries,
  id: string,
  { table, column, as }: Ownership,
  counts: Counts,
): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where ${sql.ref(column)} = ${as(id)}`.execute(db);
  counts.add(table, numAffectedRows);
}

/** Puts another name, or none, in a person's place. */
async function rename(
  db: Queries,
  person: string,
  name: string | null,
  { table, column, as }: Ownership,
  where: ReturnType<typeof sql>,
  counts: Counts,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${name}
    where ${sql.ref(column)} = ${as(person)} and ${where}`.execute(db);
  counts.add(table, numAffectedRows);
}

/** In each night a name of its own: what one person did there still is one person's. */
async function hideInNights(db: Queries, person: string, counts: Counts): Promise<void> {
  const nights = await db
    .selectFrom("night_events")
    .select("night")
    .distinct()
    .where((where) => where.or([where("person", "=", person), where("about", "=", person)]))
    .execute();
  for (const { night } of nights) {
    const name = `gone:${randomBytes(9).toString("base64url")}`;
    for (const ownership of NAMES_PERSON_OF_NIGHT) {
      await rename(db, person, name, ownership, sql`night = ${night}`, counts);
    }
  }
}
