/** Genres said of a film in one phrase: "un drama bélico y de suspense", "a romantic comedy". */
import type { Context } from "../../src/chat/contract.js";
import { list } from "../../src/chat/format.js";
import { genreName } from "./wording.js";

type Gender = "masculine" | "feminine";

interface Noun {
  readonly gender: Gender;
  readonly said: string;
}

/** What says what kind of thing a film is: the first of these that it has. The others are said of it. */
const NOUNS_ES: ReadonlyMap<string, Noun> = new Map([
  ["Documentary", { gender: "masculine", said: "un documental" }],
  ["Western", { gender: "masculine", said: "un wéstern" }],
  ["Comedy", { gender: "feminine", said: "una comedia" }],
  ["Drama", { gender: "masculine", said: "un drama" }],
]);

type Adjective = Readonly<Record<Gender, string>>;

const sameOfBoth = (word: string): Adjective => ({ masculine: word, feminine: word });
const endingIn = (stem: string): Adjective => ({ masculine: `${stem}o`, feminine: `${stem}a` });

const ADJECTIVES_ES: ReadonlyMap<string, Adjective> = new Map([
  ["Comedy", endingIn("cómic")],
  ["Drama", endingIn("dramátic")],
  ["Family", sameOfBoth("familiar")],
  ["Fantasy", endingIn("fantástic")],
  ["History", endingIn("históric")],
  ["Music", sameOfBoth("musical")],
  ["Romance", endingIn("romántic")],
  ["War", endingIn("bélic")],
  ["Western", sameOfBoth("del Oeste")],
  ["TV Movie", sameOfBoth("para televisión")],
]);

/** What comes behind "de". */
const OF_ES: ReadonlyMap<string, string> = new Map([
  ["Action", "acción"],
  ["Adventure", "aventuras"],
  ["Animation", "animación"],
  ["Crime", "crímenes"],
  ["Horror", "terror"],
  ["Mystery", "misterio"],
  ["Science Fiction", "ciencia ficción"],
  ["Thriller", "suspense"],
]);

const NOUNS_EN: ReadonlyMap<string, string> = new Map([
  ["Documentary", "documentary"],
  ["Western", "western"],
  ["Thriller", "thriller"],
  ["Drama", "drama"],
  ["Comedy", "comedy"],
]);

/** In the order in which they are said. */
const MODIFIERS_EN: ReadonlyMap<string, string> = new Map([
  ["Animation", "animated"],
  ["History", "historical"],
  ["Romance", "romantic"],
  ["Drama", "dramatic"],
  ["Music", "musical"],
  ["Family", "family"],
  ["TV Movie", "television"],
  ["War", "war"],
  ["Science Fiction", "science fiction"],
  ["Fantasy", "fantasy"],
  ["Mystery", "mystery"],
  ["Horror", "horror"],
  ["Crime", "crime"],
  ["Action", "action"],
  ["Adventure", "adventure"],
  ["Thriller", "suspense"],
  ["Comedy", "comedy"],
]);

type Reader = Pick<Context, "find" | "locale">;

/**
 * What a film of these genres is, behind "es": gender and number agree with the noun, and where there is none, with
 * "película".
 * @param genres by their names in the catalogue, at least one
 */
export function ofGenres(reader: Reader, genres: readonly string[]): string {
  return reader.locale.language === "es" ? spanish(reader, genres) : english(reader, genres);
}

function spanish(reader: Reader, genres: readonly string[]): string {
  const kind = [...NOUNS_ES.keys()].find((genre) => genres.includes(genre));
  const noun = kind === undefined ? undefined : NOUNS_ES.get(kind);
  const gender = noun?.gender ?? "feminine";
  const others = genres.filter((genre) => genre !== kind);
  const adjectives = others.flatMap((genre) => ADJECTIVES_ES.get(genre)?.[gender] ?? []);
  const behindOf = others
    .filter((genre) => !ADJECTIVES_ES.has(genre))
    .map((genre) => OF_ES.get(genre) ?? genreName(reader, genre).toLocaleLowerCase(reader.locale.tag));
  const said =
    adjectives.length === 0 && behindOf.length > 0
      ? `de ${list(reader.locale, behindOf)}`
      : list(reader.locale, [...adjectives, ...behindOf.map((word) => `de ${word}`)]);
  return [noun?.said, said].filter(Boolean).join(" ");
}

function english(reader: Reader, genres: readonly string[]): string {
  const kind = [...NOUNS_EN.keys()].find((genre) => genres.includes(genre));
  const noun = (kind === undefined ? undefined : NOUNS_EN.get(kind)) ?? "film";
  const known = [...MODIFIERS_EN].flatMap(([genre, word]) =>
    genre !== kind && genres.includes(genre) ? word : [],
  );
  const unknown = genres
    .filter((genre) => genre !== kind && !MODIFIERS_EN.has(genre))
    .map((genre) => genreName(reader, genre).toLocaleLowerCase(reader.locale.tag));
  const said = [...known, ...unknown, noun].join(" ");
  return `${/^[aeiou]/u.test(said) ? "an" : "a"} ${said}`;
}
