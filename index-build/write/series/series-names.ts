/** What people call the films of a series whose titles hold no number: "matrix 2", "indiana jones 3", "x men 2". */
import type { Tables } from "../../../src/catalog/catalog.js";
import { type CollectionRow, eachRow, type FilmRow } from "../../../src/catalog/rows.js";
import { fold, foldForms, foldNumbers } from "../../../src/find/encode/fold.js";
import { collectionName } from "../../../src/find/encode/keys/group-keys.js";
import { titleHead } from "../../../src/find/encode/keys/keys.js";

type Named = Pick<Tables, "films" | "collections" | "universes">;

/** A longer title is no name of a series: nobody types "… and the Philosopher's Stone 2". */
const MOST_WORDS = 5;
/** Larger numbers in a title count something else ("Ocean's Eleven", "2001"). */
const HIGHEST_NUMBER = 20;

export class SeriesNames {
  readonly #names = new Map<FilmRow, string[]>();

  constructor(tables: Named) {
    const { collection: standsFor, own } = tables.universes;
    // Nobody counts the films of a universe that is no series.
    const universes = new Set([...standsFor].filter((_, universe) => own[universe] === 1));
    for (const collection of eachRow(tables.collections))
      if (!universes.has(collection)) this.#add(tables, collection);
  }

  /** Names with the film's place in its series; none where the series counts otherwise. */
  of(film: FilmRow): readonly string[] {
    return this.#names.get(film) ?? [];
  }

  #add({ films, collections }: Named, collection: CollectionRow): void {
    const day = (film: FilmRow) => films.releaseDate.get(film);
    const members = [...collections.films.get(collection)]
      .filter((film) => day(film) !== undefined)
      .sort((a, b) => (day(a) ?? 0) - (day(b) ?? 0) || a - b);
    const [first, ...later] = members;
    if (first === undefined || later.length === 0) return;
    const titles = (film: FilmRow) =>
      [films.title, films.titleEs, films.titleEs419].flatMap((column) => column.get(film) ?? []);
    // "Star Wars: Episode I" is the fourth: whoever says "star wars 1" does not count as we would.
    if (members.some((film, i) => titles(film).some((title) => countsOtherwise(title, i + 1)))) return;
    const heads = titles(first).map(titleHead);
    const series = [collectionName(collections.name.get(collection)), ...heads.map(fold)];
    const names = [...new Set(series)].filter((name) => name !== "" && name.split(" ").length <= MOST_WORDS);
    members.forEach((film, i) => {
      this.#names.set(
        film,
        names.map((name) => `${name} ${i + 1}`),
      );
    });
  }
}

function countsOtherwise(title: string, place: number): boolean {
  const numbers = foldNumbers(foldForms(fold(title)))
    .split(" ")
    .filter((word) => /^\d{1,2}$/.test(word))
    .map(Number)
    .filter((number) => number <= HIGHEST_NUMBER);
  return numbers.length > 0 && !numbers.includes(place);
}
