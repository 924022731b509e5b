/**
 * The shape of the index: its tables, their columns, and the version of the whole.
 *
 * A table is written as an object `column name → column kind`; both the writer (`index-build/write`) and the
 * loader (`open.ts`) are driven by it, so that a column stands in one place. A column whose kind is the name
 * of a table refers to that table: it holds row numbers, 0-based, and is read as rows of that table
 * (`rows.ts`).
 *
 * Raise FORMAT_VERSION with every change of what the files hold: a reader refuses any other.
 */
import type { TableSchema } from "./column-kinds.js";
import type { RowTable } from "./rows.js";

export const FORMAT_VERSION = 13;

/**
 * A name with the rows of the films it belongs to, most voted first. Sorted by the votes of its films, then
 * id.
 */
const namedFilms = { id: "int32", name: "utf8", films: "films[]" } as const satisfies TableSchema;

/**
 * Search keys of one table: a folded text, how it sounds (without spaces), what kind of key it is and the row
 * it names. Sorted by target, so that smaller keys are of better known things. `byLetters` lists the keys in
 * the order of their texts without spaces, and those of one text by target; the masks tell which letters are
 * there (`find/encode/sound.ts`).
 */
function keysOf<Target extends RowTable>(target: Target): KeysSchema<Target> {
  return {
    text: "utf8",
    sound: "utf8",
    kind: "uint8",
    target,
    byLetters: "int32",
    letterMask: "int32",
    soundMask: "int32",
  };
}

type KeysSchema<Target extends RowTable> = {
  readonly text: "utf8";
  readonly sound: "utf8";
  readonly kind: "uint8";
  readonly target: Target;
  readonly byLetters: "int32";
  readonly letterMask: "int32";
  readonly soundMask: "int32";
};

/**
 * Row b holds the keys that have a segment in bucket b, ascending, as steps (`find/encode/segments.ts`,
 * `steps.ts`). For `…Consonants` the whole of a key's consonants is one segment
 * (`find/encode/consonants.ts`).
 */
const segments = { steps: "uint8[]" } as const satisfies TableSchema;

/** How the keys begin: bits of a filter, eight a row (`find/encode/prefixes.ts`). */
const prefixes = { bits: "uint8" } as const satisfies TableSchema;

/**
 * The words of the keys, sorted; `keys` are those that contain a word, ascending: better known things first.
 */
const words = { text: "utf8", letterMask: "int32", keys: "int32[]" } as const satisfies TableSchema;

export const TABLES = {
  /**
   * Sorted by fame (`filmFame`: votes), most voted first, so that ascending rows are the order in which
   * people mean them. `prominence` stands in for votes that are unknown: 1–5, 0 where votes are known. No
   * answer ever tells it. `originalLatin` is an original title of another script in Latin letters, where they are known.
   * `votesYear` is when the votes were counted. Where `yearOnly` is 1, the
   * date is the first day of the year, which is all that is known.
   */
  films: {
    id: "int32",
    imdb: "int32?",
    title: "utf8",
    originalTitle: "utf8?",
    originalLatin: "utf8?",
    titleEs: "utf8?",
    titleEs419: "utf8?",
    aka: "utf8[]",
    releaseDate: "date?",
    yearOnly: "uint8",
    runtime: "int32?",
    budget: "float64?",
    revenue: "float64?",
    popularity: "float64?",
    voteCount: "int32",
    votesYear: "int32?",
    prominence: "uint8",
    voteAverage: "float64?",
    ratingCount: "int32",
    ratingMean: "float64?",
    adult: "uint8",
    collection: "collections?",
    originalLanguage: "languages?",
    spokenLanguages: "languages[]",
    genres: "genres[]",
    keywords: "keywords[]",
    companies: "companies[]",
    countries: "countries[]",
    directors: "people[]",
    writers: "people[]",
    cast: "people[]",
    castOrdered: "uint8",
    overview: "utf8? on disk",
    synopsis: "utf8? on disk",
    poster: "utf8? on disk",
  },
  /**
   * Film rows in the order of their TMDB ids, and of their IMDb numbers (those without one left out at the
   * end as -1).
   */
  filmOrder: { byId: "films", byImdb: "films" },
  /**
   * Sorted by how well known they are, then id. `directedVotes` is the sum of fame over the films somebody
   * directed, `actedVotes` that over the films they act in, of each as much as their place in the cast is
   * worth: all of it to the lead, a tenth to the tenth.
   */
  people: {
    id: "int32",
    name: "utf8",
    acted: "films[] on disk",
    directed: "films[] on disk",
    actedVotes: "int32",
    directedVotes: "int32",
  },
  /** IMDb's numbers of the best known people, ascending: 158 for nm0000158. */
  personImdb: { imdb: "int32", person: "people" },
  /** Further names of people, sorted by person: nicknames, initials, real names, names in another script. */
  personAliases: { person: "people", name: "utf8" },
  /**
   * Beside those of the sources, universes without one (`universes.own`), with ids below 0. `nameEs` is our own
   * Spanish name, without "saga", `nameEs419` that of Latin America where it differs; `aka` are further names people use.
   */
  collections: { ...namedFilms, nameEs: "utf8?", nameEs419: "utf8?", aka: "utf8[]" },
  companies: { ...namedFilms, aka: "utf8[]" },
  /** Companies of one house; `members` are the others, most voted first. No company leads two. */
  companyGroups: { nameEs: "utf8", nameEn: "utf8", lead: "companies", members: "companies[]" },
  /**
   * Films of one world. `collection` is the one that people mean by its name; where `own`, the sources have none and
   * the collection is the universe itself. `members` are collections of which films are in it, most voted first.
   * `films` come in order of release, `story` holds the same in order of the story (empty where they tell none);
   * those of `apart` belong to neither and are not counted.
   */
  universes: {
    id: "utf8",
    nameEs: "utf8",
    nameEn: "utf8",
    collection: "collections",
    own: "uint8",
    members: "collections[]",
    films: "films[]",
    story: "films[]",
    apart: "films[]",
  },
  /** `nameEs` is our own Spanish name of the theme. */
  keywords: { ...namedFilms, nameEs: "utf8?" },
  /**
   * Our own groups of keywords that mean one theme to people, in the order of our table; `said` are further names in
   * either language. Keywords that no film bears are left out; where none is left, the names alone tell of the theme.
   */
  themes: { nameEs: "utf8", nameEn: "utf8", saidEs: "utf8[]", saidEn: "utf8[]", keywords: "keywords[]" },
  /**
   * What themes and single keywords are looked up by (`find/encode/text/theme-keys.ts`), sorted by text in UTF-16 order,
   * those of a theme first, then better known keywords. A row names one of the two.
   */
  themeKeys: { text: "utf8", theme: "themes?", keyword: "keywords?" },
  /** The words of these names, folded, with the rows of `themeKeys` that they stand in. */
  themeWords: words,
  themeWordSegments: segments,
  genres: { name: "utf8", films: "films[]" },
  countries: { code: "utf8", name: "utf8", films: "films[]" },
  languages: { code: "utf8", name: "utf8", original: "films[]", spoken: "films[]" },
  /** Row m is month m + 1. */
  months: { films: "films[]" },
  /** Row w is weekday w + 1, 1 = Monday. */
  weekdays: { films: "films[]" },
  /**
   * One row a platform of `PLATFORMS`; its titles are the rows `firstTitle` up to the next platform's. `region` is the
   * country whose catalogue it is, an ISO 3166-1 code.
   */
  platforms: {
    id: "utf8",
    movies: "int32",
    series: "int32",
    dataDate: "date?",
    region: "utf8?",
    firstTitle: "int32",
  },
  /**
   * Sorted by platform, year of release (unknown last), id. `film` is the film row it was linked to, `titleEs` our own
   * Spanish name of a series.
   */
  platformTitles: {
    id: "utf8",
    series: "uint8",
    title: "utf8",
    titleEs: "utf8?",
    film: "films?",
    directors: "utf8[]",
    cast: "utf8[]",
    countries: "utf8[]",
    dateAdded: "date?",
    releaseYear: "int32?",
    maturity: "utf8",
    durationInt: "int32?",
    durationType: "utf8?",
    genres: "utf8[]",
    score: "int32?",
  },
  /**
   * The series of all catalogues, each once: `titles` are its rows there, the plainest title first. Sorted by `known`, a hundred for
   * each season that a catalogue has of it: nobody counts votes of series, and this stands in for being well known.
   * `aka` are further names people use; genres, countries and people are those of the films, as far as they are known
   * there; `about` are the words of titles and descriptions (`plain-words.ts`).
   */
  series: {
    titles: "platformTitles[]",
    known: "int32",
    aka: "utf8[]",
    genres: "genres[]",
    countries: "countries[]",
    cast: "people[]",
    directors: "people[]",
    about: "utf8",
  },
  /** Linked titles by film row, ascending: where a film can be seen. */
  platformLinks: { film: "films", title: "platformTitles" },
  /**
   * Who offers films in a region today, sorted by name. `platform` is the platform's row, where it is one of
   * ours.
   */
  providers: { name: "utf8", platform: "platforms?" },
  /**
   * Sorted by film row: where a film can be watched, one row a film of which TMDB told (JustWatch is who
   * knows), empty lists where nobody offers it there. `region` is an ISO 3166-1 code, `asOf` the day TMDB was
   * asked; one column a way of `WAYS`, each with rows of `providers` in JustWatch's order.
   */
  watching: {
    film: "films",
    region: "utf8",
    asOf: "date?",
    subscription: "providers[]",
    free: "providers[]",
    ads: "providers[]",
    rent: "providers[]",
    buy: "providers[]",
  },
  filmKeys: keysOf("films"),
  filmPrefixes: prefixes,
  filmLetterSegments: segments,
  filmSoundSegments: segments,
  filmConsonants: segments,
  filmWords: words,
  filmWordSegments: segments,
  personKeys: keysOf("people"),
  personPrefixes: prefixes,
  personLetterSegments: segments,
  personSoundSegments: segments,
  personConsonants: segments,
  personWords: words,
  personWordSegments: segments,
  collectionKeys: keysOf("collections"),
  collectionPrefixes: prefixes,
  collectionLetterSegments: segments,
  collectionSoundSegments: segments,
  collectionConsonants: segments,
  collectionWords: words,
  collectionWordSegments: segments,
  companyKeys: keysOf("companies"),
  companyPrefixes: prefixes,
  companyLetterSegments: segments,
  companySoundSegments: segments,
  companyConsonants: segments,
  companyWords: words,
  companyWordSegments: segments,
  seriesKeys: keysOf("series"),
  seriesPrefixes: prefixes,
  seriesLetterSegments: segments,
  seriesSoundSegments: segments,
  seriesConsonants: segments,
  seriesWords: words,
  seriesWordSegments: segments,
} as const satisfies Record<string, TableSchema>;

/** Tables that answers can begin without: they are read after start, with `readLater`. */
export const LATER_TABLES = {
  /**
   * Sorted by term in UTF-16 order (see `find/encode/text/terms.ts`): the films a term tells something of,
   * ascending, and where it stands in each as a byte (see `find/encode/text/weights.ts`). No adult film is among them.
   */
  fullText: { term: "utf8", films: "films[] on disk", places: "uint8[] on disk" },
  /** Row f: the films most similar to film f, best first, with how alike they are (0–255 for 0–1). */
  neighbours: { films: "films[] on disk", scores: "uint8[] on disk" },
  /**
   * Row u: the films that one person rated, ascending, with half-stars (1–10), and their row of the matrix
   * that EASE reads of graded likes (see `recommend/ratings/ease.ts`; empty where there are too
   * many people). Empty where the data has no ratings.
   */
  tastes: { films: "films[]", stars: "uint8[]", gradedInverse: "float32[]" },
  /** What films are about, DIMENSIONS signed bytes a film (see `recommend/features/vectors.ts`). */
  vectors: { numbers: "uint8" },
  /** Row f: the words of film f's plot, each once; of those that are too common or too rare to tell anything none. */
  plots: { words: "plotWords[]" },
  /** How much each word, keyword and person tells of films (0–255 for 0–1; see `recommend/features/learned.ts`). */
  plotWords: { telling: "uint8" },
  keywordTelling: { telling: "uint8" },
  personTelling: { directing: "uint8", acting: "uint8" },
} as const satisfies Record<string, TableSchema>;

export type TableName = keyof typeof TABLES;
export type LaterTableName = keyof typeof LATER_TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
export const LATER_TABLE_NAMES = Object.keys(LATER_TABLES) as LaterTableName[];

/** The file a table stands in, below the version folder. */
export function tableFile(table: TableName | LaterTableName): string {
  return `${table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}.arrow`;
}

/** A file of the sources an index was built from. */
export interface ManifestSource {
  readonly file: string;
  readonly kind: string;
  readonly rows: number;
  readonly sha256: string;
}

/**
 * `manifest.json` of a version folder. It holds nothing that differs between two builds of the same input.
 */
export interface Manifest {
  readonly format: number;
  /** Data date and a hash of everything else here: also the folder's name. */
  readonly version: string;
  /** Newest fact, YYYY-MM-DD. */
  readonly dataDate: string;
  /** Rows of each table that is a thing (films, people…). */
  readonly counts: Readonly<Record<string, number>>;
  readonly sources: readonly ManifestSource[];
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** The root's pointer to the version in use: one line, the folder's name. */
export const CURRENT_FILE = "CURRENT";
export const MANIFEST_FILE = "manifest.json";
