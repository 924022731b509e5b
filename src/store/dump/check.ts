/** How a store is: its version, what it holds, and what is not as it should be. */
import { sql } from "kysely";
import type { Engine, Queries } from "../engine.js";
import { tablesOf } from "../repositories/tables-of.js";
import type { Counts } from "./format.js";

export interface StoreCheck {
  readonly engine: Engine["kind"];
  readonly schema: number;
  readonly counts: Counts;
  /** In the words of the engine, or in ours. */
  readonly faults: readonly string[];
}

export async function checkStore(engine: Engine): Promise<StoreCheck> {
  const schema = await engine.version();
  const damages = await engine.damages();
  return engine.snapshot(async (db) => {
    const counts: Record<string, number> = {};
    for (const { name } of await tablesOf(db)) {
      const { rows } = await sql<{ total: number }>`select count(*) as total from ${sql.table(name)}`.execute(
        db,
      );
      counts[name] = rows[0]?.total ?? 0;
    }
    const gaps = "nights" in counts ? await nightsWithGaps(db) : [];
    return { engine: engine.kind, schema, counts, faults: [...damages, ...gaps] };
  });
}

/** Nights whose events are not those that the night counts. */
async function nightsWithGaps(db: Queries): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select nights.id as id from nights left join night_events on night_events.night = nights.id
    group by nights.id, nights.last
    having count(night_events.number) <> nights.last or coalesce(max(night_events.number), 0) <> nights.last
    order by nights.id`.execute(db);
  return rows.map(({ id }) => `events missing: night ${id}`);
}
