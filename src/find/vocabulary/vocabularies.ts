/** The closed vocabularies: months, weekdays, countries, languages, genres, platforms, units of duration. */
import type { Catalog } from "../../catalog/catalog.js";
import type { Strings } from "../../catalog/columns.js";
import { PLATFORMS } from "../../catalog/platforms.js";
import { eachRow, type HasRows } from "../../catalog/rows.js";
import type { Words } from "../../words.js";
import { fold } from "../encode/fold.js";
import { GENRE_LABELS, GENRES_IN_LATIN_AMERICA } from "../encode/genre-names.js";
import type { Vocabulary } from "../port.js";
import {
  COUNTRY_ALIASES,
  COUNTRY_NAMES,
  LANGUAGE_ALIASES,
  LANGUAGE_NAMES,
  ORDERS,
  PLATFORM_ALIASES,
} from "./aliases.js";
import { CHARTS } from "./charts.js";
import { ClosedVocabulary, distinct, type Entry } from "./closed-vocabulary.js";

function entry(id: string, es: string, en: string, aliases: readonly string[] = []): Entry {
  return labelled(id, { es, en }, aliases);
}

function labelled(id: string, label: Words, aliases: readonly string[]): Entry {
  const { es, es419 = es, en } = label;
  return { term: { id, label }, names: distinct([id, es, es419, en, ...aliases].map(fold).filter(Boolean)) };
}

/**
 * The vocabularies over a catalogue, each made when it is first asked for. Countries, languages and genres
 * are those that the catalogue has.
 */
export function createVocabularies(catalog: Catalog): (vocabulary: Vocabulary) => ClosedVocabulary {
  const made = new Map<Vocabulary, ClosedVocabulary>();
  return (name) => {
    const vocabulary =
      made.get(name) ?? new ClosedVocabulary(ENTRIES[name](catalog), absentFrom(name, catalog));
    made.set(name, vocabulary);
    return vocabulary;
  };
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
  country: ({ countries }) => coded("region", countries, COUNTRY_NAMES, COUNTRY_ALIASES),
  language: ({ languages }) => coded("language", languages, LANGUAGE_NAMES, LANGUAGE_ALIASES),
  genre: ({ genres }) =>
    Array.from(eachRow(genres), (row) => {
      const name = genres.name.get(row);
      const [es = name, ...aliases] = GENRE_LABELS[name] ?? [];
      return labelled(name, { es, es419: GENRES_IN_LATIN_AMERICA[name], en: name }, aliases);
    }),
  platform: () => PLATFORMS.map(({ id, name }) => entry(id, name, name, PLATFORM_ALIASES[id])),
  duration: () => [
    entry("min", "minutos", "minutes", ["minuto", "minute", "pelicula", "peliculas", "movie", "movies"]),
    entry("season", "temporadas", "seasons", ["temporada", "season", "serie", "series"]),
  ],
  order: () => ORDERS.map(([id, es, en, ...aliases]) => entry(id, es, en, aliases)),
  type: () => [
    entry("pelicula", "película", "film", ["peliculas", "peli", "pelis", "films", "movie", "movies"]),
    entry("serie", "serie", "series", ["serie de television", "tv", "tv series", "show", "shows"]),
  ],
  chart: () => CHARTS.map(([id, es, en, ...aliases]) => entry(id, es, en, aliases)),
};

const MONTH_ALIASES: Readonly<Record<number, readonly string[]>> = { 9: ["setiembre"] };

function calendarNames(format: Intl.DateTimeFormatOptions, date: Date): { es: string; en: string } {
  const name = (tag: string) => new Intl.DateTimeFormat(tag, { ...format, timeZone: "UTC" }).format(date);
  return { es: name("es"), en: name("en") };
}

/** Things with an ISO code, under our own names, those that the runtime knows them by, and the catalogue's. */
function coded<Row extends number>(
  type: "region" | "language",
  table: { readonly code: Strings<Row>; readonly name: Strings<Row> } & HasRows<Row>,
  own: Readonly<Record<string, Words>>,
  aliases: Readonly<Record<string, readonly string[]>>,
): Entry[] {
  const named = namesBy(type);
  return Array.from(eachRow(table), (row) => {
    const code = table.code.get(row);
    const name = table.name.get(row);
    return labelled(code, own[code] ?? named(code, name), [name, ...(aliases[code] ?? [])]);
  });
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Countries and languages that there are, or were, and that no film of the catalogue is of. */
function absentFrom(vocabulary: Vocabulary, { countries, languages }: Catalog): Entry[] {
  if (vocabulary === "country") return absentCodes("region", countries, COUNTRY_NAMES, COUNTRY_ALIASES);
  if (vocabulary === "language") return absentCodes("language", languages, LANGUAGE_NAMES, LANGUAGE_ALIASES);
  return [];
}

function absentCodes<Row extends number>(
  type: "region" | "language",
  table: { readonly code: Strings<Row> } & HasRows<Row>,
  own: Readonly<Record<string, Words>>,
  aliases: Readonly<Record<string, readonly string[]>>,
): Entry[] {
  const known = new Set(Array.from(eachRow(table), (row) => table.code.get(row)));
  const named = namesBy(type);
  const codes = LETTERS.flatMap((one) =>
    LETTERS.map((other) => (type === "region" ? one + other : (one + other).toLowerCase())),
  );
  return codes.flatMap((code) => {
    if (known.has(code)) return [];
    const label = own[code] ?? named(code, "");
    return label.es === "" ? [] : [labelled(code, label, aliases[code] ?? [])];
  });
}

/** What the runtime calls the thing of a code; what it has no name for, by the name given. */
function namesBy(type: "region" | "language"): (code: string, name: string) => Words {
  const display = (tag: string) => new Intl.DisplayNames(tag, { type, fallback: "none" });
  const [spanish, latinAmerican, english] = [display("es"), display("es-419"), display("en")] as const;
  return (code, name) => {
    const es = nameOf(spanish, code) ?? name;
    // Of languages it knows names there that few use ("malabar"): those that do differ are our own.
    const es419 = type === "region" ? nameOf(latinAmerican, code) : undefined;
    return { es, es419, en: nameOf(english, code) ?? name };
  };
}

/** Codes that are no codes ("xx") are refused by Intl with an exception. */
function nameOf(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
}
