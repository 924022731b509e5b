/** Names that a sentence seems to hold and does not: no film of theirs is what else is asked for. */
import type { Catalog } from "../../catalog/catalog.js";
import { releaseYear } from "../../catalog/film.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { OptionValue, OptionValues } from "../../chat/answer/schema.js";
import { isPiece, type Piece } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";

/**
 * A name of one word of which no film is of the genres, the country, the language and the years that are asked for:
 * "coreanas de venganza" is no franchise of France, and in "que duren dos horas" nobody is called Duren.
 */
export function impossibleName(
  { edition }: Pick<Sentence, "edition">,
  pieces: readonly Piece[],
  options: OptionValues,
): Piece | undefined {
  const { catalog } = edition;
  const meets = testOf(catalog, options);
  if (meets === undefined) return undefined;
  return pieces.find((piece) => {
    if (piece.to - piece.from > 1) return false;
    const films = filmsOf(catalog, piece, options);
    return films !== undefined && !films.some(meets);
  });
}

/** The films of a name that is asked for. */
function filmsOf(catalog: Catalog, piece: Piece, options: OptionValues): readonly FilmRow[] | undefined {
  if (isPiece(piece, "person")) {
    const { row } = piece.meaning;
    const value = `person:${catalog.people.id[row]}`;
    const isAsked = [options.actor, options.director, options.persona].some((list) => holds(list, value));
    return isAsked ? [...catalog.people.acted.get(row), ...catalog.people.directed.get(row)] : undefined;
  }
  if (isPiece(piece, "collection")) {
    const { row } = piece.meaning;
    const isAsked = options.franquicia === `collection:${catalog.collections.id[row]}`;
    return isAsked ? [...catalog.collections.films.get(row)] : undefined;
  }
  return undefined;
}

function holds(list: OptionValue | undefined, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}

/** Whether a film is what is asked for, names and themes aside; undefined where nothing but these is asked. */
function testOf(catalog: Catalog, options: OptionValues): ((film: FilmRow) => boolean) | undefined {
  const { films, genres, countries, languages } = catalog;
  const { genero, pais, idioma, desde, hasta } = options;
  const tests: ((film: FilmRow) => boolean)[] = [];
  if (Array.isArray(genero))
    tests.push((film) => {
      const own = [...films.genres.get(film)].map((row) => genres.name.get(row));
      return genero.every((genre) => own.includes(String(genre)));
    });
  if (pais !== undefined)
    tests.push((film) => [...films.countries.get(film)].some((row) => countries.code.get(row) === pais));
  if (idioma !== undefined)
    tests.push((film) => {
      const row = films.originalLanguage.get(film);
      return row !== undefined && languages.code.get(row) === idioma;
    });
  if (typeof desde === "number" || typeof hasta === "number")
    tests.push((film) => {
      const year = releaseYear(catalog, film);
      if (year === undefined) return false;
      return year >= Number(desde ?? 0) && year <= Number(hasta ?? Number.POSITIVE_INFINITY);
    });
  return tests.length === 0 ? undefined : (film) => tests.every((test) => test(film));
}
