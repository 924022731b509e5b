/** What is asked of films like others beside the films: filters, some of them relative to a film that was named. */
import { releaseYear } from "../../../catalog/film.js";
import type { FilmRow } from "../../../catalog/rows.js";
import type { OptionValues } from "../../../chat/answer/schema.js";
import type { Filters } from "../../filters/filters.js";
import type { Relative } from "../../spans/pieces.js";
import type { Sentence } from "../../spans/sentence.js";

/** Minutes: "más corta" than what was named. */
const SHORTER_THAN_SO = 120;

/**
 * @param film the first of the films that others are to be like
 * @param excluded exact values of further films that are not wanted
 */
export function filtersBeside(
  sentence: Sentence,
  { options, relatives }: Filters,
  film: FilmRow | undefined,
  excluded: readonly string[] = [],
): OptionValues {
  const said = withoutSaid(withKnownThemes(sentence, options), [
    ...excluded,
    ...franchiseOf(sentence, relatives, film),
  ]);
  return withRelatives(sentence, said, relatives, film);
}

/** Beside a title, words that no theme is known by are said of that film. */
function withKnownThemes(sentence: Sentence, { tema, ...options }: OptionValues): OptionValues {
  const { find } = sentence.edition;
  const known = (Array.isArray(tema) ? tema : []).filter(
    (theme) => find.theme(String(theme)).kind === "found",
  );
  return known.length > 0 ? { ...options, tema: known } : options;
}

/** What is left of filters beside films: how many are wanted says nothing here where it is one. */
function withoutSaid(
  { cantidad, orden, excluir, franquicia: _same, ...filters }: OptionValues,
  excluded: readonly string[],
): OptionValues {
  const all = [...new Set([...(Array.isArray(excluir) ? excluir : []), ...excluded])];
  return {
    ...filters,
    ...(typeof cantidad === "number" && cantidad > 1 ? { cantidad } : {}),
    ...(orden === "joya" ? { menos_populares: true } : {}),
    ...(all.length > 0 ? { excluir: all } : {}),
  };
}

/** "Ninguna de esa saga": the film's, or the film itself where it is of none. */
function franchiseOf(
  { edition: { catalog } }: Sentence,
  relatives: readonly Relative[],
  film: FilmRow | undefined,
): readonly string[] {
  if (film === undefined || !relatives.includes("other franchise")) return [];
  const franchise = catalog.films.collection.get(film);
  return franchise === undefined ? [] : [`collection:${catalog.collections.id[franchise]}`];
}

/** "Más nuevo" than the film, "más triste", "del mismo director": as filters. */
function withRelatives(
  sentence: Sentence,
  filters: OptionValues,
  relatives: readonly Relative[],
  film: FilmRow | undefined,
): OptionValues {
  const further: Record<string, OptionValues[string]> = {};
  const list = (name: string) => (Array.isArray(filters[name]) ? filters[name] : []);
  const year = film === undefined ? undefined : releaseYear(sentence.edition.catalog, film);
  for (const relative of relatives) {
    if (relative === "newer" && year !== undefined) further.desde = year + 1;
    if (relative === "older" && year !== undefined) further.hasta = year - 1;
    if (relative === "shorter") further.duracion_max = SHORTER_THAN_SO;
    if (relative === "sadder") further.genero = [...list("genero"), "Drama"];
    if (relative === "funnier") further.genero = [...list("genero"), "Comedy"];
  }
  const directors = relatives.includes("same director") ? directorsOf(sentence, film) : [];
  if (directors.length > 0) further.director = directors;
  return { ...further, ...filters, ...(further.genero ? { genero: further.genero } : {}) };
}

function directorsOf({ edition: { catalog } }: Sentence, film: FilmRow | undefined): string[] {
  const directors = film === undefined ? [] : catalog.films.directors.get(film);
  return [...directors].map((person) => `person:${catalog.people.id[person]}`);
}
