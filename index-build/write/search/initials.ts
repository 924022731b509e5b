/** Which films are found by the initials of a title: well-known ones, where the initials mean few. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { filmFame } from "../../../src/catalog/film.js";
import { type CollectionRow, eachRow, type FilmRow } from "../../../src/catalog/rows.js";
import { initialsOf } from "../../../src/find/encode/keys/initials.js";
import { KEY_KINDS, type Key, titleParts } from "../../../src/find/encode/keys/keys.js";

/** Nobody calls a film by its initials that few know. Of three letters almost every one is some film's. */
const KNOWN_VOTES = 500;
const KNOWN_BY_THREE = 2000;
/** Who has this much fewer votes than the best known is not meant (`answers.md`); more than so many are no name. */
const MARGIN = 5;
const MOST_FILMS = 3;

type Films = Pick<Tables, "films">;
/** All titles of a film, as written. */
type TitlesOf = (row: FilmRow) => readonly string[];

/**
 * Initials as keys, by film.
 * @param taken what is a name or a word of one: it means that, not initials
 */
export function initialKeys(
  tables: Films,
  titlesOf: TitlesOf,
  taken: ReadonlySet<string>,
): ReadonlyMap<FilmRow, Key[]> {
  const fame = filmFame(tables);
  const byInitials = new Map<string, FilmRow[]>();
  const firsts = new Set<string>();
  for (const row of byDate(tables)) {
    const votes = fame[row] ?? 0;
    if (votes < KNOWN_VOTES) continue;
    for (const text of ofFilm(tables, row, titlesOf(row), firsts)) {
      if (taken.has(text) || (text.length <= 3 && votes < KNOWN_BY_THREE)) continue;
      byInitials.set(text, [...(byInitials.get(text) ?? []), row]);
    }
  }
  const keys = new Map<FilmRow, Key[]>();
  for (const [text, rows] of byInitials) {
    const most = Math.max(...rows.map((row) => fame[row] ?? 0));
    const meant = rows.filter((row) => (fame[row] ?? 0) * MARGIN > most);
    if (meant.length > MOST_FILMS) continue;
    for (const row of meant) keys.set(row, [...(keys.get(row) ?? []), { text, kind: KEY_KINDS.initials }]);
  }
  return keys;
}

/** The films of a series in the order in which they came out. */
function byDate({ films }: Films): FilmRow[] {
  const day = (row: FilmRow) => films.releaseDate.get(row) ?? Number.POSITIVE_INFINITY;
  return [...eachRow(films)].sort((a, b) => day(a) - day(b) || a - b);
}

/**
 * Of whole titles, and of what stands before and after a colon; what a series has in common means its first film.
 * @param firsts the series whose first film was met, with its initials
 */
function ofFilm({ films }: Films, row: FilmRow, titles: readonly string[], firsts: Set<string>): Set<string> {
  const all = new Set<string>();
  const series: CollectionRow | undefined = films.collection.get(row);
  for (const title of titles) {
    const [head = title, ...later] = titleParts(title);
    for (const part of later) for (const text of initialsOf(part)) all.add(text);
    if (later.length > 0) for (const text of initialsOf(title)) all.add(text);
    for (const text of initialsOf(head)) {
      const place = `${series} ${text}`;
      if (series === undefined || later.length === 0 || !firsts.has(place)) all.add(text);
      firsts.add(place);
    }
  }
  return all;
}
