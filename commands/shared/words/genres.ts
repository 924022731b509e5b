/** Genres said of films in one phrase: "un drama bélico y de suspense", "comedias románticas", "a romantic comedy". */
import type { Context } from "../../../src/chat/contract.js";
import { list } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import type { Words } from "../../../src/words.js";
import { genreName } from "./wording.js";

type Gender = "masculine" | "feminine";
type Count = "one" | "many";

/** A word in both numbers. */
type Numbers = Readonly<Record<Count, string>>;

interface Noun extends Numbers {
  readonly gender: Gender;
}

/** What says what kind of thing a film is: the first of these that it has. The others are said of it. */
const NOUNS_ES: ReadonlyMap<string, Noun> = new Map([
  ["Documentary", { gender: "masculine", one: "documental", many: "documentales" }],
  ["Western", { gender: "masculine", one: "wéstern", many: "wésterns" }],
  ["Comedy", { gender: "feminine", one: "comedia", many: "comedias" }],
  ["Drama", { gender: "masculine", one: "drama", many: "dramas" }],
  ["TV Movie", { gender: "masculine", one: "telefilme", many: "telefilmes" }],
]);

type Adjective = Readonly<Record<Gender, Numbers>>;

const sameOfBoth = (one: string, many: string): Adjective => ({
  masculine: { one, many },
  feminine: { one, many },
});
const endingIn = (stem: string): Adjective => ({
  masculine: { one: `${stem}o`, many: `${stem}os` },
  feminine: { one: `${stem}a`, many: `${stem}as` },
});

const ADJECTIVES_ES: ReadonlyMap<string, Adjective> = new Map([
  ["Comedy", endingIn("cómic")],
  ["Documentary", sameOfBoth("documental", "documentales")],
  ["Drama", endingIn("dramátic")],
  ["Family", sameOfBoth("familiar", "familiares")],
  ["Fantasy", endingIn("fantástic")],
  ["Foreign", endingIn("extranjer")],
  ["History", endingIn("históric")],
  ["Music", sameOfBoth("musical", "musicales")],
  ["Romance", endingIn("romántic")],
  ["War", endingIn("bélic")],
  ["Western", sameOfBoth("del Oeste", "del Oeste")],
  ["TV Movie", sameOfBoth("para televisión", "para televisión")],
]);

/** What comes behind "de". */
const OF_ES: ReadonlyMap<string, Pick<Words, "es" | "es419">> = new Map([
  ["Action", { es: "acción" }],
  ["Adventure", { es: "aventuras" }],
  ["Animation", { es: "animación" }],
  ["Crime", { es: "crímenes" }],
  ["Horror", { es: "terror" }],
  ["Mystery", { es: "misterio" }],
  ["Science Fiction", { es: "ciencia ficción" }],
  ["Thriller", { es: "suspense", es419: "suspenso" }],
]);

const NOUNS_EN: ReadonlyMap<string, Numbers> = new Map([
  ["Documentary", { one: "documentary", many: "documentaries" }],
  ["Western", { one: "western", many: "westerns" }],
  ["Thriller", { one: "thriller", many: "thrillers" }],
  ["Drama", { one: "drama", many: "dramas" }],
  ["Comedy", { one: "comedy", many: "comedies" }],
]);

/** What genres are said of, where none of them says what kind of thing it is. Series are series whatever their genre. */
export type Things = "films" | "series";

const THINGS: Readonly<Record<Things, { readonly es: Noun; readonly en: Numbers }>> = {
  films: {
    es: { gender: "feminine", one: "película", many: "películas" },
    en: { one: "film", many: "films" },
  },
  series: {
    es: { gender: "feminine", one: "serie", many: "series" },
    en: { one: "series", many: "series" },
  },
};

/** In the order in which they are said. */
const MODIFIERS_EN: ReadonlyMap<string, string> = new Map([
  ["Animation", "animated"],
  ["Foreign", "foreign"],
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
  if (reader.locale.language === "es") {
    const { noun, said } = spanish(reader, genres, "one");
    const article = noun?.gender === "masculine" ? "un" : "una";
    return [noun && `${article} ${noun.one}`, said].filter(Boolean).join(" ");
  }
  const said = english(reader, genres, "one");
  return `${/^[aeiou]/u.test(said) ? "an" : "a"} ${said}`;
}

/** The same without what stands before it: "drama bélico", "de terror", "romantic comedy". */
export function oneOfGenres(reader: Reader, genres: readonly string[]): string {
  if (reader.locale.language !== "es") return english(reader, genres, "one");
  const { noun, said } = spanish(reader, genres, "one");
  return [noun?.one, said].filter(Boolean).join(" ");
}

/** Several of these genres: "comedias románticas", "películas bélicas", "series de terror"; of no genre just "películas". */
export function someOfGenres(reader: Reader, genres: readonly string[], things: Things = "films"): string {
  if (reader.locale.language !== "es") return english(reader, genres, "many", things);
  const { noun = THINGS[things].es, said } = spanish(reader, genres, "many", things);
  return [noun.many, said].filter(Boolean).join(" ");
}

/** That there is none of these genres: "ninguna comedia romántica", "ningún drama", "no horror film". */
export function noneOfGenres(reader: Reader, genres: readonly string[], things: Things = "films"): string {
  if (reader.locale.language !== "es") return `no ${english(reader, genres, "one", things)}`;
  const { noun = THINGS[things].es, said } = spanish(reader, genres, "one", things);
  const none = noun.gender === "masculine" ? "ningún" : "ninguna";
  return [none, noun.one, said].filter(Boolean).join(" ");
}

/** What stands for films of one genre by its own name: "terror"; undefined where they are named otherwise. */
export function genreAlone({ locale }: Reader, genres: readonly string[]): string | undefined {
  const [genre, ...others] = genres;
  if (genre === undefined || others.length > 0 || locale.language !== "es") return undefined;
  const name = OF_ES.get(genre);
  return name && say(locale, { en: "", ...name });
}

interface SpanishPhrase {
  /** Undefined where none of the genres is one. */
  readonly noun: Noun | undefined;
  readonly said: string;
}

function spanish(
  reader: Reader,
  genres: readonly string[],
  count: Count,
  things: Things = "films",
): SpanishPhrase {
  const { locale } = reader;
  const kind = things === "films" ? [...NOUNS_ES.keys()].find((genre) => genres.includes(genre)) : undefined;
  const noun = kind === undefined ? undefined : NOUNS_ES.get(kind);
  const gender = (noun ?? THINGS[things].es).gender;
  const others = genres.filter((genre) => genre !== kind);
  const adjectives = others.flatMap((genre) => ADJECTIVES_ES.get(genre)?.[gender][count] ?? []);
  const behindOf = others
    .filter((genre) => !ADJECTIVES_ES.has(genre))
    .map((genre) => {
      const name = OF_ES.get(genre);
      return name ? say(locale, { en: "", ...name }) : lowerCase(reader, genre);
    });
  const said =
    adjectives.length === 0 && behindOf.length > 0
      ? `de ${list(locale, behindOf)}`
      : list(locale, [...adjectives, ...behindOf.map((word) => `de ${word}`)]);
  return { noun, said };
}

function english(reader: Reader, genres: readonly string[], count: Count, things: Things = "films"): string {
  const noun = THINGS[things].en[count];
  if (things === "series") return [...genres.map((genre) => lowerCase(reader, genre)), noun].join(" ");
  const kind = [...NOUNS_EN.keys()].find((genre) => genres.includes(genre));
  const named = kind === undefined ? noun : (NOUNS_EN.get(kind)?.[count] ?? noun);
  const known = [...MODIFIERS_EN].flatMap(([genre, word]) =>
    genre !== kind && genres.includes(genre) ? word : [],
  );
  const unknown = genres
    .filter((genre) => genre !== kind && !MODIFIERS_EN.has(genre))
    .map((genre) => lowerCase(reader, genre));
  return [...known, ...unknown, named].join(" ");
}

function lowerCase(reader: Reader, genre: string): string {
  return genreName(reader, genre).toLocaleLowerCase(reader.locale.tag);
}
