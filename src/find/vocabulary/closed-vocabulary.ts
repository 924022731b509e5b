/**
 * The closed vocabularies: months, weekdays, countries, languages, genres, platforms, units of duration, in Spanish and English.
 * An exact name wins, then the only name that begins so ("sept"), then Fuse.js for typos.
 */
import Fuse from "fuse.js";
import type { Catalog } from "../../catalog/catalog.js";
import { PLATFORMS } from "../../catalog/platforms.js";
import { fold } from "../encode/fold.js";
import { GENRE_LABELS } from "../encode/genre-names.js";
import type { Resolution, Term, Vocabulary } from "../port.js";
import { COUNTRY_ALIASES, LANGUAGE_ALIASES, PLATFORM_ALIASES } from "./aliases.js";

/** A term with every folded name it goes by. */
interface Entry {
  readonly term: Term;
  readonly names: readonly string[];
}

/** Shorter prefixes mean too many things. */
const SHORTEST_PREFIX = 3;
const MOST_SUGGESTIONS = 3;
/** Fuse's threshold: 0 is exact, 1 is anything; one typo in a word of five or more letters. */
const TYPO_THRESHOLD = 0.3;

export class VocabularyIndex {
  private readonly byName = new Map<string, Term>();
  private readonly names: { name: string; term: Term }[];
  private readonly fuse: Fuse<{ name: string; term: Term }>;
  readonly terms: readonly Term[];

  constructor(entries: readonly Entry[]) {
    this.terms = entries.map(({ term }) => term);
    for (const { term, names } of entries) {
      for (const name of names) if (!this.byName.has(name)) this.byName.set(name, term);
    }
    this.names = [...this.byName].map(([name, term]) => ({ name, term }));
    this.fuse = new Fuse(this.names, {
      keys: ["name"],
      threshold: TYPO_THRESHOLD,
      includeScore: true,
      distance: 30,
    });
  }

  resolve(text: string): Resolution<Term> {
    const folded = fold(text);
    const exact = this.byName.get(folded);
    if (exact) return found(exact, "exact");
    if (folded === "") return { kind: "none", suggestions: [] };
    const begun = folded.length >= SHORTEST_PREFIX ? this.beginningWith(folded) : [];
    if (begun.length === 1) return found(begun[0], "exact");
    if (begun.length > 1) return { kind: "choices", values: begun };
    return this.resolveTypo(folded);
  }

  private resolveTypo(folded: string): Resolution<Term> {
    if (folded.length < SHORTEST_PREFIX) return { kind: "none", suggestions: [] };
    const hits = this.fuse.search(folded);
    const [best, ...others] = distinct(hits.map(({ item }) => item.term));
    if (best === undefined) return { kind: "none", suggestions: [] };
    const rival = hits.find(({ item }) => item.term === others[0]);
    if (rival === undefined || rival.score !== hits[0].score) return found(best, "close");
    return { kind: "none", suggestions: [best, ...others].slice(0, MOST_SUGGESTIONS) };
  }

  /** Terms a half-typed name may become, at most `limit`; for no text all of them. */
  complete(text: string, limit: number): Term[] {
    const folded = fold(text);
    const begun = folded === "" ? [...this.terms] : this.beginningWith(folded);
    const close = begun.length > 0 ? [] : distinct(this.fuse.search(folded).map(({ item }) => item.term));
    return [...begun, ...close].slice(0, limit);
  }

  /** Terms with a name that begins so, in the vocabulary's order. */
  private beginningWith(folded: string): Term[] {
    const terms = new Set(this.names.filter(({ name }) => name.startsWith(folded)).map(({ term }) => term));
    return this.terms.filter((term) => terms.has(term));
  }
}

function found(value: Term, fit: "exact" | "close"): Resolution<Term> {
  return { kind: "found", value, fit, namesakes: [] };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function entry(id: string, es: string, en: string, aliases: readonly string[] = []): Entry {
  return {
    term: { id, label: { es, en } },
    names: distinct([id, es, en, ...aliases].map(fold).filter(Boolean)),
  };
}

/** Builds the index of one vocabulary; the open ones (countries, languages, genres) hold what the catalogue holds. */
export function createVocabulary(catalog: Catalog, vocabulary: Vocabulary): VocabularyIndex {
  return new VocabularyIndex(ENTRIES[vocabulary](catalog));
}

const ENTRIES: Readonly<Record<Vocabulary, (catalog: Catalog) => Entry[]>> = {
  month: () =>
    Array.from({ length: 12 }, (_, i) => {
      const name = calendarNames({ month: "long" }, new Date(Date.UTC(2024, i, 1)));
      return entry(String(i + 1), name.es, name.en, [`0${i + 1}`.slice(-2), ...(MONTH_ALIASES[i + 1] ?? [])]);
    }),
  // 2024-01-01 was a Monday.
  weekday: () =>
    Array.from({ length: 7 }, (_, i) => {
      const name = calendarNames({ weekday: "long" }, new Date(Date.UTC(2024, 0, i + 1)));
      return entry(String(i + 1), name.es, name.en);
    }),
  country: ({ countries }) =>
    coded(
      "region",
      countries.rowCount,
      (row) => [countries.code.get(row), countries.name.get(row)],
      COUNTRY_ALIASES,
    ),
  language: ({ languages }) =>
    coded(
      "language",
      languages.rowCount,
      (row) => [languages.code.get(row), languages.name.get(row)],
      LANGUAGE_ALIASES,
    ),
  genre: ({ genres }) =>
    Array.from({ length: genres.rowCount }, (_, row) => {
      const name = genres.name.get(row);
      const [es, ...aliases] = GENRE_LABELS[name] ?? [name];
      return entry(name, es, name, aliases);
    }),
  platform: () => PLATFORMS.map(({ id, name }) => entry(id, name, name, PLATFORM_ALIASES[id])),
  duration: () => [
    entry("min", "minutos", "minutes", ["minuto", "minute", "pelicula", "peliculas", "movie", "movies"]),
    entry("season", "temporadas", "seasons", ["temporada", "season", "serie", "series"]),
  ],
};

const MONTH_ALIASES: Readonly<Record<number, readonly string[]>> = { 9: ["setiembre"] };

function calendarNames(format: Intl.DateTimeFormatOptions, date: Date): { es: string; en: string } {
  const name = (tag: string) => new Intl.DateTimeFormat(tag, { ...format, timeZone: "UTC" }).format(date);
  return { es: name("es"), en: name("en") };
}

function coded(
  type: "region" | "language",
  rowCount: number,
  row: (row: number) => [code: string, name: string],
  aliases: Readonly<Record<string, readonly string[]>>,
): Entry[] {
  const display = (tag: string) => new Intl.DisplayNames(tag, { type, fallback: "none" });
  const [spanish, english] = [display("es"), display("en")];
  return Array.from({ length: rowCount }, (_, i) => {
    const [code, name] = row(i);
    const known = aliases[code] ?? [];
    return entry(code, nameOf(spanish, code) ?? name, nameOf(english, code) ?? name, [name, ...known]);
  });
}

/** Codes that are no codes ("xx") are refused by Intl with an exception. */
function nameOf(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
}
