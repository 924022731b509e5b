/** One entry a film, of all that the lists of an export say of it. */
import type { Entry } from "../entries.js";

export class Merged {
  readonly #entries = new Map<string, Entry>();
  /** Those whose score stands in a list of ratings: it is the score of today, a diary's is that of a day. */
  readonly #settled = new Set<string>();

  /** What a row says of a film that is there adds to it. */
  add(entry: Entry, isOfDiary: boolean): void {
    const key = keyOf(entry);
    const known = this.#entries.get(key);
    const isSettled = this.#settled.has(key);
    if (!isOfDiary && entry.rating !== undefined) this.#settled.add(key);
    if (known === undefined) this.#entries.set(key, entry);
    else if (isOfDiary === isSettled)
      // A diary beside a list of ratings, or the other way about: the list's score counts.
      this.#entries.set(key, joined(known, entry, isOfDiary ? known.rating : (entry.rating ?? known.rating)));
    else this.#entries.set(key, joined(known, entry, newer(known.rating, entry.rating)));
  }

  list(): Entry[] {
    return [...this.#entries.values()];
  }
}

/** A diary knows films by title and year alone, and so do we of all lists that give no number. */
function keyOf({ title, year, tmdb, imdb }: Entry): string {
  if (tmdb !== undefined) return `tmdb ${tmdb}`;
  return imdb === undefined ? `${year ?? ""} ${title.toLowerCase()}` : `imdb ${imdb}`;
}

function joined(known: Entry, added: Entry, rating: Entry["rating"]): Entry {
  return { ...known, rating, seen: later(known.seen, added.seen), wanted: later(known.wanted, added.wanted) };
}

function newer(known: Entry["rating"], added: Entry["rating"]): Entry["rating"] {
  if (known === undefined || added === undefined) return known ?? added;
  return added.at >= known.at ? added : known;
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
