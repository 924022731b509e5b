/** Which films of the catalogue a list is of. */
import { type Catalog, idOf } from "../catalog/catalog.js";
import type { Find } from "../find/port.js";
import { nextTurn, turns } from "../steps.js";
import type { Entry } from "./entries.js";
import { almost, filmMeant, type UnmatchedReason } from "./meaning.js";

/** A film that somebody rated, from 1 to 10, by its TMDB id; `at` is ISO 8601. */
export interface ImportedRating {
  readonly film: number;
  readonly score: number;
  readonly at: string;
}

/** A film that somebody saw, or wants to see. */
export interface ImportedFilm {
  readonly film: number;
  readonly at: string;
}

export interface UnmatchedEntry {
  readonly title: string;
  readonly year: number | undefined;
  readonly why: UnmatchedReason;
}

/** Whoever sent the list knows which it is. */
export interface AmbiguousEntry {
  readonly entry: Entry;
  /** TMDB ids of the films that fit, likeliest first; one where it is called a little otherwise. */
  readonly films: readonly number[];
}

export interface Matched {
  readonly ratings: readonly ImportedRating[];
  /** Seen and not rated. */
  readonly seen: readonly ImportedFilm[];
  readonly watchlist: readonly ImportedFilm[];
  readonly unmatched: readonly UnmatchedEntry[];
  readonly ambiguous: readonly AmbiguousEntry[];
}

/** Titles that nothing is called are looked for by what is like them so often: that takes a hundred times as long. */
const MOST_LOOKED_FOR = 200;

/** A turn at a time, so that a list of thousands never holds others up. Of two entries of a film the later counts. */
export async function match(
  entries: readonly Entry[],
  find: Pick<Find, "film" | "titled">,
  catalog: Catalog,
): Promise<Matched> {
  const found = new Map<number, Entry>();
  const unmatched: UnmatchedEntry[] = [];
  const ambiguous: AmbiguousEntry[] = [];
  let lookedFor = 0;
  const turn = turns();
  for (const entry of entries) {
    const meaning = filmMeant(entry, find, catalog);
    let doubted = meaning.kind === "doubt" ? meaning.rows : [];
    if (meaning.kind === "film") {
      const film = idOf(catalog.films, meaning.row);
      found.set(film, both(found.get(film), entry));
    } else if (meaning.kind === "none" && meaning.why === "unknown-title" && lookedFor < MOST_LOOKED_FOR) {
      lookedFor++;
      // It may take a turn by itself.
      await nextTurn();
      doubted = almost(entry, find, catalog);
    }
    if (doubted.length > 0) ambiguous.push({ entry, films: doubted.map((row) => idOf(catalog.films, row)) });
    else if (meaning.kind === "none")
      unmatched.push({ title: entry.title, year: entry.year, why: meaning.why });
    await turn();
  }
  return { ...listsOf(found), unmatched, ambiguous };
}

/** What two entries of one film say of it. */
function both(known: Entry | undefined, added: Entry): Entry {
  if (known === undefined) return added;
  const isNewer = (added.rating?.at ?? "") >= (known.rating?.at ?? "");
  const [newer, older] = isNewer ? [added, known] : [known, added];
  return {
    ...newer,
    rating: newer.rating ?? older.rating,
    seen: newer.seen ?? older.seen,
    wanted: newer.wanted ?? older.wanted,
  };
}

function listsOf(found: ReadonlyMap<number, Entry>): Pick<Matched, "ratings" | "seen" | "watchlist"> {
  const entries = [...found];
  return {
    ratings: entries.flatMap(([film, { rating }]) => (rating === undefined ? [] : [{ film, ...rating }])),
    seen: entries.flatMap(([film, { rating, seen: at }]) =>
      rating === undefined && at !== undefined ? [{ film, at }] : [],
    ),
    watchlist: entries.flatMap(([film, { wanted: at }]) => (at === undefined ? [] : [{ film, at }])),
  };
}
