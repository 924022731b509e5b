/** Films as TMDB's API tells them, in the file that a refresh keeps: a film a line, of several of one film the last. */
import type { TmdbFilm } from "../../../../src/feeds/tmdb-film.js";
import { MAX_ID } from "../../../../src/feeds/tmdb-id.js";
import { tmdbLine } from "../../../../src/feeds/tmdb-lines.js";
import { distinctBy } from "../../../clean/duplicates.js";
import { cleanName, cleanProse } from "../../../clean/texts/text.js";
import { parseDate, parseYear } from "../../../clean/values/dates.js";
import { genreById } from "../../../clean/vocabulary/genre-names.js";
import type { CodeRef, CrewRef, FilmRecord, NamedRef } from "../../../records.js";
import type { ReadContext } from "../../context.js";
import type { ReadFilm } from "../../parts.js";
import type { CodeRefs, NamedRefs } from "../../vocabulary/refs.js";
import type { LineReader } from "./line-reader.js";
import { watchingOf } from "./tmdb-watching.js";

/** Whose titles are heard all over Latin America, best first. */
const LATIN_AMERICA = "MX AR CO CL PE VE EC UY GT CR PA BO PY SV HN NI DO CU PR".split(" ");
const MOST_ALIASES = 20;
const MONEY_MOST = 1e11;

export function tmdbReader(file: string, context: ReadContext): LineReader {
  const films = new Map<number, ReadFilm | undefined>();
  return {
    kind: "tmdb",
    line(value, line) {
      const read = tmdbLine.safeParse(value);
      if (!read.success) return false;
      if ("gone" in read.data) {
        films.set(read.data.id, undefined);
        return true;
      }
      const film = recordOf(read.data.film, context);
      if (film === undefined) return false;
      film.watching = watchingOf(read.data.film.providers, read.data.at);
      film.votesYear = read.data.at ? parseYear(read.data.at.slice(0, 4)) : undefined;
      const released = read.data.film.status === "Released";
      films.set(film.id, { film, place: { file, line }, released });
      return true;
    },
    finish(parts) {
      let kept = 0;
      for (const [filmId, film] of films) {
        if (film === undefined) parts.withdrawn.add(filmId);
        else {
          parts.films.push(film);
          kept++;
        }
      }
      return kept;
    },
  };
}

/** Undefined where there is no title to see. */
function recordOf(film: TmdbFilm, context: ReadContext): FilmRecord | undefined {
  const titles = titlesOf(film);
  if (titles === undefined) return undefined;
  const { texts } = context;
  const refs = (known: NamedRefs, list: readonly { id: number; name: string }[]): NamedRef[] =>
    distinctBy(
      list.flatMap(({ id: own, name }): NamedRef | [] => {
        const clean = cleanName(name);
        return clean === undefined ? [] : known.get(own, clean);
      }),
      (ref) => ref.id,
    );
  const codes = (known: CodeRefs, list: readonly { code: string; name: string }[]): CodeRef[] =>
    distinctBy(list, ({ code }) => code).map(({ code, name }) => known.get(code, cleanName(name) ?? code));
  const crew = film.crew.flatMap(({ job, ...person }): CrewRef | [] => {
    const [ref] = refs(context.people, [person]);
    return ref === undefined ? [] : { person: ref, job: texts.keep(job) };
  });
  const votes = Math.max(0, Math.round(film.vote_count ?? 0));
  return {
    id: film.id,
    imdbId: match(film.imdb_id, /^tt\d{5,10}$/u),
    ...titles,
    releaseDate: film.release_date ? parseDate(film.release_date) : undefined,
    runtime: known(film.runtime, 100_000),
    budget: known(film.budget, MONEY_MOST),
    revenue: known(film.revenue, MONEY_MOST),
    popularity: film.popularity ?? undefined,
    voteCount: Math.min(votes, MAX_ID),
    voteAverage: votes > 0 ? within(film.vote_average, 0, 10) : undefined,
    adult: film.adult,
    // The dataset's names: asked for in Spanish, TMDB gives Spanish ones.
    genres: [...new Set(film.genres.map((genre) => genreById(genre.id) ?? genre.name))].map((name) =>
      texts.keep(name),
    ),
    collection: collectionOf(film, context),
    companies: refs(context.companies, film.production_companies),
    countries: codes(
      context.countries,
      film.production_countries.map(({ iso_3166_1: code, name }) => ({ code, name })),
    ),
    originalLanguage: match(film.original_language, /^[a-z]{2,3}$/u),
    spokenLanguages: codes(
      context.languages,
      film.spoken_languages.map(({ iso_639_1: code, english_name: name }) => ({ code, name })),
    ),
    keywords: refs(context.keywords, film.keywords),
    overview: prose(translation(film, "en")?.overview),
    synopsis: prose(film.overview) ?? prose(translation(film, "es", "MX")?.overview),
    poster: match(film.poster_path, /^\/[\w.-]+$/u),
    cast: refs(
      context.people,
      [...film.cast].sort((a, b) => a.order - b.order),
    ),
    castOrdered: film.cast.length > 0,
    crew: distinctBy(crew, ({ person, job }) => `${person.id} ${job}`),
  };
}

type Titles = Pick<FilmRecord, "title" | "originalTitle" | "titleEs" | "titleEs419" | "aka">;

/**
 * The English title stands first, as in the other sources; Spain's and Latin America's beside it. A translation without
 * a title bears the original one.
 */
function titlesOf(film: TmdbFilm): Titles | undefined {
  const originalTitle = name(film.original_title);
  const inSpanish = film.original_language === "es" ? originalTitle : undefined;
  const title =
    name(translation(film, "en", "US")?.title) ??
    name(translation(film, "en")?.title) ??
    originalTitle ??
    name(film.title);
  if (title === undefined) return undefined;
  const asked = name(film.title);
  const titleEs =
    name(translation(film, "es", "ES")?.title) ?? inSpanish ?? (asked === originalTitle ? undefined : asked);
  const american = LATIN_AMERICA.flatMap((country) => [
    translation(film, "es", country)?.title,
    film.alternative_titles.find(({ iso_3166_1: code }) => code === country)?.title,
  ]);
  const titleEs419 = american.map(name).find((one) => one !== undefined);
  const shown = new Set([title, originalTitle, titleEs, titleEs419]);
  const others = [...film.translations, ...film.alternative_titles].flatMap((one) => name(one.title) ?? []);
  const aka = [...new Set(others)].filter((one) => !shown.has(one)).slice(0, MOST_ALIASES);
  return { title, originalTitle, titleEs, titleEs419: titleEs419 === titleEs ? undefined : titleEs419, aka };
}

function translation(film: TmdbFilm, language: string, country?: string) {
  return film.translations.find(
    ({ iso_639_1: code, iso_3166_1: region }) => code === language && (country ?? region) === region,
  );
}

/** Asked for in Spanish, collections are called so: "Toy Story - Colección". The dataset says "Toy Story Collection". */
function collectionOf(
  { belongs_to_collection: collection }: TmdbFilm,
  context: ReadContext,
): NamedRef | undefined {
  const clean = cleanName(collection?.name ?? "");
  if (!collection || clean === undefined) return undefined;
  const english = clean.replace(/\s*[-–—:]?\s*\(?Colecci[oó]n\)?$/iu, " Collection");
  return context.collections.get(collection.id, english);
}

function name(value: string | null | undefined): string | undefined {
  return cleanName(value ?? "");
}

function prose(value: string | null | undefined): string | undefined {
  return cleanProse(value ?? "");
}

function match(value: string | null | undefined, pattern: RegExp): string | undefined {
  return value && pattern.test(value) ? value : undefined;
}

/** Money and minutes: 0 means unknown. */
function known(value: number | null | undefined, most: number): number | undefined {
  return value && value > 0 && value <= most ? value : undefined;
}

function within(value: number | null | undefined, least: number, most: number): number | undefined {
  return value !== null && value !== undefined && value >= least && value <= most ? value : undefined;
}
