/** Which films to ask TMDB for in a run, and in which order. */

import type { TmdbLineHead } from "../../../feeds/tmdb-lines.js";
import { daysBetween } from "../../days.js";
import type { IdsExport } from "./export.js";

type Stored = Omit<TmdbLineHead, "id">;

export interface PlanInput {
  readonly now: Date;
  /** Undefined where there is none to go by. */
  readonly export: IdsExport | undefined;
  /** Films that changed in days that are over, and films still owed from earlier runs. */
  readonly changed: ReadonlySet<number>;
  readonly owed: readonly number[];
  /** Last of those days: what was given later is newer than any of these changes. */
  readonly changedUntil: string;
  /** Films of the catalogue in use, whatever source they are from. */
  readonly catalog: Iterable<number>;
  /** Where it is asked who offers a film. */
  readonly region: string;
  readonly stored: (id: number) => Stored | undefined;
  readonly entries: Iterable<readonly [number, Stored]>;
}

/** Rows are asked for again after so many days: a good while before they may be kept no longer. */
const RENEWED_DAYS = 170;
/** A film that the list no longer has is asked for, and a withdrawn one that it has again; at most so often. */
const DOUBTED_DAYS = 7;

/**
 * Ids without doubles: owed and changed ones first, then rows that grow old, then new ones by popularity, then those that
 * tell of another region than the one that is set now.
 */
export function planOf(input: PlanInput): readonly number[] {
  const { now, changed, owed, stored, entries } = input;
  const endOfChanges = endOf(input.changedUntil);
  const age = ({ at }: Stored) => daysBetween(at, now.getTime());
  const listed = (id: number) => isListed(input.export, id);
  const catalog = new Set(input.catalog);
  const mostPopular = input.export?.popular ?? [];
  const popular = new Set(mostPopular);

  const renewed: number[] = [];
  const doubted: number[] = [];
  const elsewhere: number[] = [];
  for (const [id, film] of entries) {
    if (!film.gone && age(film) >= RENEWED_DAYS) renewed.push(id);
    else if (age(film) >= DOUBTED_DAYS && film.gone === listed(id)) doubted.push(id);
    else if (film.region !== undefined && film.region !== input.region) elsewhere.push(id);
  }
  renewed.sort((a, b) => (stored(a)?.at ?? 0) - (stored(b)?.at ?? 0));

  const isWanted = (id: number) => popular.has(id) || catalog.has(id) || stored(id)?.gone === false;
  const isStale = (id: number) => (stored(id)?.at ?? 0) < endOfChanges;
  const due = [...owed, ...changed].filter((id) => isWanted(id) && isStale(id));
  // A film that the list does not have, and that we never had from TMDB, is not TMDB's to tell of.
  const known = [...catalog].filter((id) => stored(id) === undefined && listed(id) === true);
  const fresh = mostPopular.filter((id) => stored(id) === undefined);
  return [...new Set([...due, ...renewed, ...doubted, ...fresh, ...known, ...elsewhere])];
}

/** When a day is over, in milliseconds since 1970. */
export function endOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + 86_400_000;
}

/** Undefined where there is no list. */
export function isListed(list: IdsExport | undefined, id: number): boolean | undefined {
  return list === undefined ? undefined : has(list.ids, id);
}

/** Binary search in ascending ids. */
function has(ids: Int32Array, id: number): boolean {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? id;
    if (found === id) return true;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
