/** Which film a streaming title is: the same title, about the same year, and somebody who worked on both. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { releaseYear } from "../../../src/catalog/film.js";
import { eachRow, type FilmRow } from "../../../src/catalog/rows.js";
import { fold } from "../../../src/find/encode/fold.js";
import { titleKey } from "../../clean/texts/title-key.js";
import type { PlatformTitle } from "../../records.js";

/** A film row, or why there is none. */
export type Link = FilmRow | "ambiguous" | "unlinked";

/** Release dates differ by a year between countries. */
const YEARS_APART = 1;

export class FilmLinker {
  readonly #byTitle = new Map<string, FilmRow[]>();
  /** By IMDb's numbers. */
  readonly #byImdb = new Map<number, FilmRow>();
  readonly #tables: Pick<Tables, "films" | "people">;

  constructor(tables: Pick<Tables, "films" | "people">) {
    this.#tables = tables;
    const { films } = tables;
    for (const row of eachRow(films)) {
      const imdb = films.imdb.get(row);
      if (imdb !== undefined) this.#byImdb.set(imdb, row);
      const titles = [films.title, films.originalTitle, films.titleEs, films.titleEs419].map((column) =>
        column.get(row),
      );
      for (const key of new Set(titles.flatMap((title) => (title === undefined ? [] : titleKey(title))))) {
        const rows = this.#byTitle.get(key);
        if (rows === undefined) this.#byTitle.set(key, [row]);
        else rows.push(row);
      }
    }
  }

  link(title: PlatformTitle): Link {
    const { films } = this.#tables;
    const { releaseYear: year, imdbId } = title;
    const own = imdbId === undefined ? undefined : this.#byImdb.get(Number(imdbId.slice(2)));
    if (own !== undefined) return own;
    const key = titleKey(title.title);
    if (key === "" || year === undefined) return "unlinked";
    const candidates = (this.#byTitle.get(key) ?? []).flatMap((row) => {
      const filmYear = releaseYear({ films }, row);
      const apart = filmYear === undefined ? Number.POSITIVE_INFINITY : Math.abs(filmYear - year);
      return apart > YEARS_APART ? [] : [{ row, apart }];
    });
    const names = new Set([...title.directors, ...title.cast].map(fold));
    return names.size > 0 ? this.#byPeople(candidates, names) : byYear(candidates);
  }

  /** The one that shares most people; where nobody is shared, titles and years agree by chance. */
  #byPeople(candidates: readonly Candidate[], names: ReadonlySet<string>): Link {
    const shared = candidates
      .map(({ row }) => ({ row, count: this.#peopleOf(row).filter((name) => names.has(name)).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    const [best, second] = shared;
    if (best === undefined) return "unlinked";
    return second?.count === best.count ? "ambiguous" : best.row;
  }

  #peopleOf(row: FilmRow): string[] {
    const { films, people } = this.#tables;
    return [...films.directors.get(row), ...films.cast.get(row)].map((person) =>
      fold(people.name.get(person)),
    );
  }
}

interface Candidate {
  readonly row: FilmRow;
  readonly apart: number;
}

/** Without people only the very year counts, and only where one film is meant. */
function byYear(candidates: readonly Candidate[]): Link {
  const [only, other] = candidates.filter(({ apart }) => apart === 0);
  if (only === undefined) return "unlinked";
  return other === undefined ? only.row : "ambiguous";
}
