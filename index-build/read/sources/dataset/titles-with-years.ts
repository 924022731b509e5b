/** Tables in which the year of a film stands behind its title: "Toy Story (1995)". */
import { parseYear } from "../../../clean/values/dates.js";
import type { ReadFilm } from "../../parts.js";

const TITLE_AND_YEAR = /^(.*\S)\s*\((\d{4})\)$/su;
/** Part of the titles that have one where it belongs to none of them. */
const SHARE = 0.8;
/** A few films may just be called so. */
const FEWEST = 3;

/** Of a whole table. A film without a day is of that year. */
export function takeYearsOffTitles(films: readonly ReadFilm[]): void {
  const dated = films.filter(({ film }) => TITLE_AND_YEAR.test(film.title));
  if (dated.length < FEWEST || dated.length < films.length * SHARE) return;
  for (const { film } of dated) {
    const [, title = film.title, year = ""] = TITLE_AND_YEAR.exec(film.title) ?? [];
    film.title = title;
    film.originalTitle = TITLE_AND_YEAR.exec(film.originalTitle ?? "")?.[1] ?? film.originalTitle;
    if (film.releaseDate !== undefined || parseYear(year) === undefined) continue;
    film.releaseDate = `${year}-01-01`;
    film.yearOnly = true;
  }
}
