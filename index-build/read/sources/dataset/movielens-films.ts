/** MovieLens' films: a title with its year, and genres. */

import { IDS, NumberColumn } from "../../../clean/columns/number-column.js";
import { ListColumn } from "../../../clean/lists/list-cell.js";
import { cleanName } from "../../../clean/texts/text.js";
import { parseYear } from "../../../clean/values/dates.js";
import { parseId } from "../../../clean/values/numbers.js";
import { genreByName } from "../../../clean/vocabulary/genre-names.js";
import { CountByFile } from "../../../count-by-file.js";
import type { FilmRecord } from "../../../records.js";
import type { BuildReport } from "../../../report.js";
import { type ReaderInput, Row, type RowReader, ValuesOf } from "../../formats/csv/row.js";
import type { LensFilm, SourceParts } from "../../parts.js";
import type { FilmFinder } from "../links/film-finder.js";

export function movieLensFilmsReader(input: ReaderInput): RowReader {
  const { texts } = input.context;
  const read: (LensFilm & { movieId: number })[] = [];
  /** Where a column of the same table tells which of TMDB's films it is. */
  const links: { readonly of: { readonly movieId: number }; readonly tmdbId: number }[] = [];
  const genres = new ListColumn("things", "|");
  const isOf100k = input.columns.has("itemId");
  const idFact = isOf100k ? "itemId" : "movieId";
  const ids = new ValuesOf<{ movieId: number }, number>(
    input,
    idFact,
    new NumberColumn(IDS),
    "bad-id",
    (one, id) => {
      one.movieId = id;
    },
  );
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const told = lensTitle(row.text("title"));
      if (told === undefined) {
        row.tell("no-title", "title", row.text(idFact));
        return;
      }
      const year = told.year ?? parseYear(row.text("releaseYear"));
      const names = row.list("genres", genres).names.flatMap((name) => genreByName(name) ?? []);
      const film: FilmRecord = {
        id: 0,
        title: texts.keep(told.title),
        aka: told.aka,
        releaseDate: year === undefined ? undefined : `${year}-01-01`,
        yearOnly: year === undefined ? undefined : true,
        voteCount: 0,
        adult: false,
        genres: [...new Set(names)].map((name) => texts.keep(name)),
        companies: [],
        countries: [],
        spokenLanguages: [],
        keywords: [],
        cast: [],
        castOrdered: false,
        crew: [],
      };
      const one = { movieId: 0, film, place: row.place, released: true, ...(isOf100k ? { isOf100k } : {}) };
      ids.take(cells, line, one);
      read.push(one);
      const tmdbId = parseId(row.text("tmdbId"));
      if (tmdbId !== undefined) links.push({ of: one, tmdbId });
    },
    finish(parts) {
      ids.finish();
      for (const { of, tmdbId } of links)
        if (of.movieId > 0 && !parts.links.has(of.movieId)) parts.links.set(of.movieId, tmdbId);
      const kept = read.filter(({ movieId }) => movieId > 0);
      for (const one of kept) parts.lensFilms.push(one);
      return kept.length;
    },
  };
}

const TITLE_AND_YEAR = /^(.*\S)\s*\((\d{4})(?:[–-]\d{0,4})?\)\s*$/su;
/** At the end: "Serial (Bad) Weddings" is one title. */
const OTHER_TITLES = /(?:\s*\([^()]+\))+$/u;
const OTHER_TITLE = /\((?:a\.?k\.?a\.?\s+)?([^()]+)\)/giu;
const ARTICLE = /^(.*\S), (The|A|An|El|La|Los|Las|Un|Una|Le|Les|L'|Il|Lo|Gli|I|Der|Die|Das|Den|Det|O|Os)$/u;

/** "City of Lost Children, The (Cité des enfants perdus, La) (1995)" → its title, another one, and the year. */
export function lensTitle(
  cell: string,
): { readonly title: string; readonly aka: readonly string[]; readonly year?: number } | undefined {
  const [, named = cell, digits = ""] = TITLE_AND_YEAR.exec(cell) ?? [];
  const others = OTHER_TITLES.exec(named)?.[0] ?? "";
  const aka = [...others.matchAll(OTHER_TITLE)].flatMap(
    ([, other = ""]) => cleanName(articleFirst(other.trim())) ?? [],
  );
  const title = cleanName(articleFirst(named.replace(OTHER_TITLES, "").trim())) ?? cleanName(named);
  return title === undefined ? undefined : { title, aka, year: parseYear(digits) };
}

function articleFirst(title: string): string {
  const [, rest, article = ""] = ARTICLE.exec(title) ?? [];
  if (rest === undefined) return title;
  return article.endsWith("'") ? article + rest : `${article} ${rest}`;
}

/** Once all links are read: films of which TMDB's id is known are films like any other. */
export function linkLensFilms(parts: SourceParts, report: BuildReport): void {
  const films = parts.lensFilms.filter(({ isOf100k }) => isOf100k !== true);
  addLinked(films, ({ movieId }) => parts.links.get(movieId), parts, report);
}

/** Once all other films are known: those of the 100k are those of that title and year. */
export function link100kFilms(parts: SourceParts, finder: () => FilmFinder, report: BuildReport): void {
  const films = parts.lensFilms.filter(({ isOf100k }) => isOf100k === true);
  const idOf = ({ movieId, film }: LensFilm): number | undefined => {
    const found = finder().find(film, film.aka);
    if (typeof found !== "number") return undefined;
    parts.items.set(movieId, found);
    return found;
  };
  addLinked(films, idOf, parts, report);
}

function addLinked(
  films: readonly LensFilm[],
  idOf: (film: LensFilm) => number | undefined,
  parts: SourceParts,
  report: BuildReport,
): void {
  const unlinked = new CountByFile("movielens-without-link", report);
  for (const one of films) {
    const { film, place, released } = one;
    const id = idOf(one);
    if (id === undefined) unlinked.count(place.file);
    else parts.films.push({ film: { ...film, id }, place, released });
  }
  unlinked.tell();
}
