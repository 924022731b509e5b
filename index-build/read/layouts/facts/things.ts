import type { Columns, Fact, Layout } from "../layout.js";

/** What tables of a database number in tables of their own. */
export type Thing = "genre" | "company" | "country" | "language" | "keyword" | "person";

interface ThingColumns {
  readonly thing: Thing;
  /** The fact of a column that has its numbers. */
  readonly fact: Fact;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Files that are called so tell of it. */
  readonly file: RegExp;
}

/** Names of columns of numbers: "genre_id", "id_genero"… */
function idsOf(...words: readonly string[]): readonly string[] {
  return words.flatMap((word) => [`${word}_id`, `id_${word}`]);
}

export const THINGS: readonly ThingColumns[] = [
  {
    thing: "genre",
    fact: "genreIds",
    ids: idsOf("genre", "genero", "category", "categoria"),
    names: ["genre_name", "genre", "nombre_genero", "genero", "category", "categoria"],
    file: /genre|genero|género|categor/iu,
  },
  {
    thing: "company",
    fact: "companyIds",
    ids: idsOf("company", "production_company", "studio", "compania", "productora", "empresa"),
    names: ["company_name", "company", "studio", "nombre_compania", "compania", "productora", "empresa"],
    file: /compan|studio|productora|compañ|empresa/iu,
  },
  {
    thing: "country",
    fact: "countryIds",
    ids: idsOf("country", "production_country", "pais"),
    names: ["country_name", "country", "nombre_pais", "pais"],
    file: /countr|pais|país/iu,
  },
  {
    thing: "language",
    fact: "languageIds",
    ids: idsOf("language", "spoken_language", "idioma", "lenguaje"),
    names: ["language_name", "language", "idioma", "lenguaje"],
    file: /language|idioma|lenguaje/iu,
  },
  {
    thing: "keyword",
    fact: "keywordIds",
    ids: idsOf("keyword", "tag", "palabra_clave", "palabra"),
    names: ["keyword_name", "keyword", "palabra_clave", "palabra", "tag"],
    file: /keyword|palabra/iu,
  },
  {
    thing: "person",
    fact: "personId",
    ids: idsOf("person", "people", "actor", "director", "persona", "cast", "crew", "member"),
    names: [
      "person_name",
      "actor_name",
      "director_name",
      "full_name",
      "person",
      "actor",
      "director",
      "persona",
    ],
    file: /person|people|actor|director|cast|crew|talent/iu,
  },
];

/** Columns of whose numbers a table of pairs is made. */
export const THING_IDS: Columns = Object.fromEntries(
  THINGS.filter(({ thing }) => thing !== "person").map(({ fact, ids }) => [fact, ids]),
);

const NEVER = [
  "title",
  "movie_id",
  "movieid",
  "film_id",
  "tmdb_id",
  "id_pelicula",
  "pelicula_id",
  "movie_title",
  "titulo",
  "overview",
  "budget",
  "revenue",
  "vote_count",
  "runtime",
  "release_date",
  "user_id",
  "userid",
  "show_id",
  "type",
  "year",
  "cast",
  "crew",
  "character",
  "job",
  "rating",
];

/** What a number of a database stands for: `genre_id, name`. */
export const thingNames: readonly Layout[] = THINGS.map(({ thing, ids, names, fact }) => ({
  name: `${thing}_id, name`,
  kind: "thing-names",
  columns: { [fact]: ids, thingName: [...names, "name", "nombre"] },
  needs: [fact, "thingName"],
  never: NEVER,
  marks: [],
}));

/** The same where only the name of the file says of what: `id, name`. */
export const thingNamesByFile: Layout = {
  name: "id, name",
  kind: "thing-names",
  columns: { id: ["id"], thingName: ["name", "nombre", ...THINGS.flatMap(({ names }) => names)] },
  needs: ["id", "thingName"],
  never: NEVER,
  marks: [],
};
