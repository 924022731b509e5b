/** What a layout is: the columns of a kind of file that people hold, and what each tells. Declarations, no code. */

/** Facts of a film, those who made it, a title in a platform's catalogue, and of MovieLens' own files. */
export const FACTS = [
  // A film
  "id",
  "imdbId",
  "title",
  "originalTitle",
  "titleEs",
  "titleEs419",
  "originalLatin",
  "aka",
  "releaseDate",
  "releaseYear",
  "runtime",
  "budget",
  "revenue",
  "popularity",
  "voteCount",
  "voteAverage",
  "votesYear",
  "prominence",
  "onlyYear",
  "adult",
  "genres",
  "genreIds",
  "collection",
  "collectionId",
  "companies",
  "countries",
  "countryCodes",
  "originalLanguage",
  "spokenLanguages",
  "keywords",
  "overview",
  "synopsis",
  "poster",
  "status",
  // Who made it
  "cast",
  "crew",
  "directors",
  "writers",
  "producers",
  "composers",
  "photographers",
  "castInOrder",
  // One of them a row
  "personId",
  "person",
  "job",
  "department",
  "character",
  "order",
  // What a database numbers
  "thingName",
  "companyIds",
  "countryIds",
  "languageIds",
  "keywordIds",
  // A title in a platform's catalogue
  "showId",
  "platform",
  "region",
  "type",
  "dateAdded",
  "maturity",
  "duration",
  "durationInt",
  "durationType",
  "seasons",
  "description",
  "score",
  "onAmazon",
  "onDisney",
  "onHulu",
  "onNetflix",
  // MovieLens
  "userId",
  "movieId",
  "itemId",
  "rating",
  "tmdbId",
  "ratingCount",
  "ratingMean",
  // Where a film can be watched
  "asOf",
  "way",
  "provider",
] as const;

export type Fact = (typeof FACTS)[number];

/** What its rows tell, by which its reader is chosen; as the report and the index name it. */
export type TableKind =
  | "movies"
  | "credits"
  | "credits-rows"
  | "keywords"
  | "facts-rows"
  | "thing-names"
  | "links"
  | "ratings"
  | "ratings-summary"
  | "watching"
  | "platform-titles"
  | "movielens-films";

/** Names that a column with a fact may bear, likeliest first: in small letters, with "_" between words. */
export type Columns = Readonly<Partial<Record<Fact, readonly string[]>>>;

export interface Layout {
  /** As people know it. */
  readonly name: string;
  readonly kind: TableKind;
  readonly columns: Columns;
  /** Facts without which it is not this layout; of a list one is enough. */
  readonly needs: readonly (Fact | readonly Fact[])[];
  /** Columns that it has besides, and no other layout: without one of them it is not this one. */
  readonly with?: readonly string[];
  /** Columns of other layouts: with one of them it is not this one. */
  readonly never?: readonly string[];
  /** Facts that tell it from all other kinds: with one of them, a file is nearly of this layout. */
  readonly marks: readonly Fact[];
  /** What stands between names of a list in this layout, where it is nothing that readers know by themselves. */
  readonly between?: string;
  /** How many rows hold a film in this layout: "one", or several, each with one more of a genre or a person. */
  readonly rowsPerFilm?: "one" | "several";
}

/** A file that is known and not read, and why. */
export interface Unused {
  readonly name: string;
  /** Any of these lists of columns tells it. */
  readonly columns: readonly (readonly string[])[];
  readonly code: "imdb-file" | "unused-layout" | "own-list";
}
