/** Our own catalogue: films as JSON, with Spanish titles and synopses, the ids of the names in it, what streams where. */

import { formatOf } from "../../../../src/feeds/json-lines.js";
import { distinctBy } from "../../../clean/duplicates.js";
import { cleanName, cleanProse } from "../../../clean/texts/text.js";
import { parseYear } from "../../../clean/values/dates.js";
import type { CrewRef, FilmRecord, NamedRef } from "../../../records.js";
import type { ReadContext } from "../../context.js";
import type { InputSummary, SourceParts } from "../../parts.js";
import type { NamedRefs } from "../../vocabulary/refs.js";
import { entryLabel, firstIssue } from "./issues.js";
import {
  FILMS_FORMAT,
  IDS_FORMAT,
  STREAMING_FORMAT,
  type StarterFilm,
  type StarterIds,
  starterFilm,
  starterFilms,
  starterIds,
} from "./schema.js";
import { StarterStreaming } from "./streaming.js";

type Vocabulary = "people" | "companies" | "keywords" | "collections";

/** Names of countries and languages in English, as the other sources have them. */
const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const LANGUAGE_NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/**
 * Collects the files of our catalogue and hands over the films once all files of all sources are read: a list of
 * ids may come after the films that need it, and names without an id are looked for among those of other sources.
 */
export class StarterReader {
  readonly #films: { readonly film: StarterFilm; readonly file: string }[] = [];
  readonly #ids: Record<Vocabulary, Map<string, number>> = {
    people: new Map(),
    companies: new Map(),
    keywords: new Map(),
    collections: new Map(),
  };

  readonly #streaming: StarterStreaming;
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#streaming = new StarterStreaming(context);
  }

  /** Takes a JSON document; undefined where it is none of ours, or is wrong, which is reported. */
  take(document: unknown, file: string): InputSummary | undefined {
    const format = formatOf(document);
    if (format === FILMS_FORMAT) return this.#takeFilms(document, file);
    if (format === IDS_FORMAT) return this.#takeIds(document, file);
    if (format === STREAMING_FORMAT) return this.#streaming.take(document, file);
    this.#context.report.add("unknown-json", { file, detail: format });
    return undefined;
  }

  finish(parts: SourceParts): void {
    for (const { film, file } of this.#films) {
      parts.films.push({ film: this.#record(film), place: { file }, released: true });
    }
    this.#streaming.finish(parts);
  }

  #takeFilms(document: unknown, file: string): InputSummary | undefined {
    const checked = starterFilms.safeParse(document);
    if (!checked.success) {
      this.#context.report.add("bad-json", { file, detail: firstIssue(checked.error, document) });
      return undefined;
    }
    let kept = 0;
    for (const [index, entry] of checked.data.films.entries()) {
      const film = starterFilm.safeParse(entry);
      if (film.success && cleanName(film.data.title) !== undefined) {
        this.#films.push({ film: film.data, file });
        kept += 1;
      } else {
        const problem = film.success
          ? `title: ${JSON.stringify(film.data.title)}`
          : firstIssue(film.error, entry);
        this.#context.report.add("bad-film", {
          file,
          detail: `${entryLabel("film", "number", entry, index)}: ${problem}`,
        });
      }
    }
    return { kind: "starter-films", rows: checked.data.films.length, kept };
  }

  #takeIds(document: unknown, file: string): InputSummary | undefined {
    const checked = starterIds.safeParse(document);
    if (!checked.success) {
      this.#context.report.add("bad-json", { file, detail: firstIssue(checked.error, document) });
      return undefined;
    }
    let rows = 0;
    for (const vocabulary of ["people", "companies", "keywords", "collections"] as const) {
      rows += this.#takeVocabulary(vocabulary, checked.data);
    }
    return { kind: "starter-ids", rows, kept: rows };
  }

  #takeVocabulary(vocabulary: Vocabulary, ids: StarterIds): number {
    const entries = Object.entries(ids[vocabulary] ?? {});
    const known = this.#ids[vocabulary];
    for (const [written, id] of entries) {
      const name = cleanName(written);
      if (name !== undefined && !known.has(name)) known.set(name, id);
    }
    return entries.length;
  }

  #record(film: StarterFilm): FilmRecord {
    const context = this.#context;
    const name = (written: string | undefined): string | undefined =>
      written === undefined ? undefined : cleanName(written);
    const directors = this.#refs("people", film.directors).map(
      (person): CrewRef => ({ person, job: "Director" }),
    );
    const writers = this.#refs("people", film.writers).map((person): CrewRef => ({ person, job: "Writer" }));
    return {
      id: film.id,
      imdbId: film.imdb,
      title: name(film.title) ?? film.title,
      originalTitle: name(film.originalTitle),
      titleEs: name(film.titleEs),
      titleEs419: name(film.titleEs419),
      aka: (film.aka ?? []).flatMap((aka) => cleanName(aka) ?? []),
      releaseDate: isYear(film.released) ? `${film.released}-01-01` : film.released,
      yearOnly: isYear(film.released) ? true : undefined,
      runtime: film.runtime,
      budget: film.budget,
      revenue: film.revenue,
      popularity: film.popularity,
      voteCount: film.voteCount ?? 0,
      votesYear: film.votesAsOf === undefined ? undefined : parseYear(film.votesAsOf.slice(0, 4)),
      voteAverage: film.voteCount === 0 ? undefined : film.voteAverage,
      prominence: film.prominence,
      adult: false,
      genres: film.genres
        .flatMap((genre) => cleanName(genre) ?? [])
        .map((genre) => context.texts.keep(genre)),
      collection: film.collection === undefined ? undefined : this.#refs("collections", [film.collection])[0],
      companies: this.#refs("companies", film.companies),
      countries: film.countries.map((code) => context.countries.get(code, COUNTRY_NAMES.of(code) ?? code)),
      originalLanguage: film.originalLanguage,
      spokenLanguages: (film.spokenLanguages ?? []).map((code) =>
        context.languages.get(code, LANGUAGE_NAMES.of(code) ?? code),
      ),
      keywords: this.#refs("keywords", film.keywords),
      synopsis: film.synopsis === undefined ? undefined : cleanProse(film.synopsis),
      poster: film.poster,
      cast: this.#refs("people", film.cast),
      castOrdered: film.castOrdered ?? true,
      crew: [...directors, ...writers],
    };
  }

  /** The things that names stand for, each once. */
  #refs(vocabulary: Vocabulary, written: readonly string[] = []): NamedRef[] {
    const refs = written.flatMap((text): NamedRef | [] => this.#ref(vocabulary, text) ?? []);
    return distinctBy(refs, ({ id }) => id);
  }

  #ref(vocabulary: Vocabulary, written: string): NamedRef | undefined {
    const all: NamedRefs = this.#context[vocabulary];
    const { name, id } = splitNameAndId(written);
    if (name === undefined) return undefined;
    const known = id ?? this.#ids[vocabulary].get(name);
    if (known !== undefined) return all.get(known, name);
    // Two people may share a name that one source knows only one of; keywords, companies and series do not.
    return (vocabulary === "people" ? undefined : all.uniqueNamed(name)) ?? all.get(undefined, name);
  }
}

/** Whether of a release just the year is told. */
export function isYear(released: string): boolean {
  return released.length === 4;
}

const NAME_AND_ID = /^(.*\S)\s+#(\d{1,9})$/su;

/** "Steve McQueen #13566" → the name and the id; the id is undefined where none is written. */
export function splitNameAndId(written: string): { name: string | undefined; id: number | undefined } {
  const [, name, id] = NAME_AND_ID.exec(written.trim()) ?? [];
  if (name === undefined || Number(id) < 1) return { name: cleanName(written), id: undefined };
  return { name: cleanName(name), id: Number(id) };
}
