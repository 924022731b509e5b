/** Everything TMDB tells of one film, in one request; and what of it is kept. */
import type { GONE, HttpClient } from "../../http/client.js";

const PARTS = "credits,keywords,translations,alternative_titles,external_ids,watch/providers";

type Json = Readonly<Record<string, unknown>>;

/**
 * The film as it is kept, in TMDB's own terms; GONE where there is none any more.
 * @throws SourceError where it is not to be had
 */
export function filmOf(
  client: HttpClient,
  { apiUrl, region }: { readonly apiUrl: string; readonly region: string },
  id: number,
  signal: AbortSignal,
): Promise<object | typeof GONE> {
  const url = `${apiUrl}/3/movie/${id}?language=es-ES&append_to_response=${encodeURIComponent(PARTS)}`;
  return client.ask(url, { signal }, (body) => {
    const film = object(JSON.parse(body));
    if (film.id !== id || (typeof film.title !== "string" && typeof film.original_title !== "string")) {
      throw new Error(`no film ${id}`);
    }
    return kept(film, region);
  });
}

const PLAIN = [
  "id",
  "imdb_id",
  "title",
  "original_title",
  "original_language",
  "overview",
  "release_date",
  "runtime",
  "budget",
  "revenue",
  "popularity",
  "vote_count",
  "vote_average",
  "adult",
  "video",
  "status",
  "poster_path",
] as const;

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
const MOST_CAST = 100;

/** TMDB's names of the ways to watch a film; `index-build/read/feeds/tmdb-watching.ts` knows them too. */
const PROVIDED = ["flatrate", "free", "ads", "rent", "buy"] as const;
/** More in one way than any region has. */
const MOST_PROVIDERS = 50;

function kept(film: Json, region: string): object {
  const { credits, keywords, translations, alternative_titles: alternatives, external_ids: ids } = film;
  const here = object(object(object(film["watch/providers"]).results)[region]);
  return {
    ...pick(film, PLAIN),
    imdb_id: film.imdb_id ?? object(ids).imdb_id,
    belongs_to_collection: film.belongs_to_collection
      ? pick(object(film.belongs_to_collection), ["id", "name"])
      : undefined,
    genres: each(film.genres, ["id", "name"]),
    production_companies: each(film.production_companies, ["id", "name"]),
    production_countries: each(film.production_countries, ["iso_3166_1", "name"]),
    spoken_languages: each(film.spoken_languages, ["iso_639_1", "english_name"]),
    keywords: each(object(keywords).keywords, ["id", "name"]),
    cast: each(object(credits).cast, ["id", "name", "order"]).slice(0, MOST_CAST),
    crew: list(object(credits).crew)
      .filter(({ job }) => JOBS.has(job))
      .map((one) => pick(one, ["id", "name", "job"])),
    translations: list(object(translations).translations)
      .filter(({ iso_639_1: language }) => TRANSLATED.has(language))
      .map((one) => ({
        ...pick(one, ["iso_639_1", "iso_3166_1"]),
        ...pick(object(one.data), ["title", "overview"]),
      })),
    alternative_titles: list(object(alternatives).titles)
      .filter(({ iso_3166_1: country }) => COUNTRIES.has(country))
      .map((one) => pick(one, ["iso_3166_1", "title"])),
    providers: { region, ...providersOf(here) },
  };
}

function providersOf(here: Json): Json {
  // What also sells the film, to who pays by the month, is a subscription all the same.
  const offered: Json = { ...here, flatrate: [...list(here.flatrate), ...list(here.flatrate_and_buy)] };
  const ways = PROVIDED.map((way) => [
    way,
    each(offered[way], ["provider_id", "provider_name"]).slice(0, MOST_PROVIDERS),
  ]);
  return Object.fromEntries(ways);
}

function pick(from: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}

function each(value: unknown, names: readonly string[]): Json[] {
  return list(value).map((one) => pick(one, names));
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}
