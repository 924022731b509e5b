/** Everything TMDB tells of one film, in one request; and what of it is kept. */
import { parseLine } from "../../../feeds/json-lines.js";
import { OFFER_TERMS, type TmdbFilm, tmdbFilm } from "../../../feeds/tmdb-film.js";
import type { GONE, HttpClient } from "../../http/client.js";

const PARTS = "credits,keywords,translations,alternative_titles,external_ids,watch/providers";

type Json = Readonly<Record<string, unknown>>;

/** TMDB's code for "the resource you requested could not be found". */
const NOT_FOUND = 34;

export interface Place {
  readonly apiUrl: string;
  /** ISO 3166-1 alpha-2: where it is asked who offers the film. */
  readonly region: string;
  /** Whether today's list has a film; undefined where there is no such list. */
  readonly isListed: (id: number) => boolean | undefined;
}

/**
 * The film as it is kept, in TMDB's own terms; GONE where there is none any more: TMDB says so in its own words, or the
 * day's list lacks the film too. Any other 404 is an outage's or a proxy's, and says nothing of the film.
 * @throws SourceError where it is not to be had
 */
export function filmOf(
  client: HttpClient,
  { apiUrl, region, isListed }: Place,
  id: number,
  signal: AbortSignal,
): Promise<TmdbFilm | typeof GONE> {
  const url = `${apiUrl}/3/movie/${id}?language=es-ES&append_to_response=${encodeURIComponent(PARTS)}`;
  const isGone = (body: string) =>
    object(parseLine(body)).status_code === NOT_FOUND || isListed(id) === false;
  return client.ask(url, { signal, isGone }, (body) => {
    const film = object(JSON.parse(body));
    if (film.id !== id || (typeof film.title !== "string" && typeof film.original_title !== "string")) {
      throw new Error(`no film ${id}`);
    }
    return kept(film, region);
  });
}

/** Jobs that anything is made of. */
const JOBS: ReadonlySet<unknown> = new Set([
  "Director",
  "Screenplay",
  "Writer",
  "Author",
  "Story",
  "Novel",
  "Characters",
  "Producer",
  "Original Music Composer",
  "Director of Photography",
  "Editor",
]);

/** Languages whose titles people here type, and countries whose own titles they know. */
const TRANSLATED: ReadonlySet<unknown> = new Set(["es", "en"]);
const COUNTRIES: ReadonlySet<unknown> = new Set(
  "ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR US GB".split(" "),
);

/**
 * Kinds of alternative titles under which nobody knows a film: what it was called before it came out, and what its title
 * means in English. TMDB's kinds are free text, written by whoever added the title.
 */
const UNUSED_TITLES =
  /\b(?:working|provisional|tentative|temporary|production|shooting|script|fake|code ?name|literal(?:ly)?|trabajo|rodaje)\b/iu;

const MOST_CAST = 100;

/** More on one kind of terms than any region has. */
const MOST_PROVIDERS = 50;

/**
 * Arranges TMDB's answer as it is kept, and leaves out the parts of lists that nothing is made of; the schema does the
 * rest.
 * @throws ZodError where that is no film
 */
function kept(film: Json, region: string): TmdbFilm {
  const { credits, keywords, translations, alternative_titles: alternatives, external_ids: ids } = film;
  const here = object(object(object(film["watch/providers"]).results)[region]);
  return tmdbFilm.parse({
    ...film,
    imdb_id: film.imdb_id ?? object(ids).imdb_id,
    keywords: object(keywords).keywords,
    cast: list(object(credits).cast).slice(0, MOST_CAST),
    crew: list(object(credits).crew).filter(({ job }) => JOBS.has(job)),
    translations: list(object(translations).translations)
      .filter(({ iso_639_1: language }) => TRANSLATED.has(language))
      .map(({ iso_639_1, iso_3166_1, data }) => ({ ...object(data), iso_639_1, iso_3166_1 })),
    alternative_titles: alternativesOf(list(object(alternatives).titles)),
    providers: { region, ...offersOf(here) },
  });
}

/** Titles that people use, those of no special kind first: the first of a country stands for the film there. */
function alternativesOf(titles: readonly Json[]): Json[] {
  const kindOf = ({ type }: Json) => (typeof type === "string" ? type.trim() : "");
  const used = titles.filter((one) => COUNTRIES.has(one.iso_3166_1) && !UNUSED_TITLES.test(kindOf(one)));
  return [...used.filter((one) => kindOf(one) === ""), ...used.filter((one) => kindOf(one) !== "")];
}

function offersOf(here: Json): Json {
  // What also sells the film, to who pays by the month, is a subscription all the same.
  const offered: Json = { ...here, flatrate: [...list(here.flatrate), ...list(here.flatrate_and_buy)] };
  return Object.fromEntries(OFFER_TERMS.map((term) => [term, list(offered[term]).slice(0, MOST_PROVIDERS)]));
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}
