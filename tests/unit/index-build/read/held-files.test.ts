/** Files as people hold them, where they are at hand: what of them comes to be known. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCatalog } from "../../../../index-build/build.js";
import type { FilmRecord, PlatformTitle, SourceCatalog } from "../../../../index-build/records.js";
import { BuildReport, type ReportCode } from "../../../../index-build/report.js";

const CASES = join(import.meta.dirname, "../../../../../shared/cases/data");

/** The best known film of the cuts, as the whole dataset tells it. */
const INCEPTION: Partial<FilmRecord> = {
  title: "Inception",
  releaseDate: "2010-07-14",
  runtime: 148,
  budget: 160_000_000,
  revenue: 825_532_764,
  voteCount: 14_075,
  voteAverage: 8.1,
  originalLanguage: "en",
};

interface Expected {
  readonly films: number;
  readonly inception?: Partial<FilmRecord>;
  /** Codes that the report has, beside what is wrong with the dataset itself. */
  readonly told?: readonly ReportCode[];
  check?(catalog: SourceCatalog): void;
}

const all = (catalog: SourceCatalog, fact: (film: FilmRecord) => boolean): boolean =>
  [...catalog.films.values()].every(fact);
const names = (refs: readonly { readonly name: string }[] = []): string[] => refs.map(({ name }) => name);
const genres = ["Action", "Thriller", "Science Fiction", "Mystery", "Adventure"];
const directed = (catalog: SourceCatalog, id: number): string[] =>
  names(
    catalog.films
      .get(id)
      ?.crew.filter(({ job }) => job === "Director")
      .map(({ person }) => person),
  );

function peopleAndThemes(catalog: SourceCatalog): void {
  const film = catalog.films.get(27205);
  expect(names(film?.cast)).toContain("Leonardo DiCaprio");
  expect(directed(catalog, 27205)).toEqual(["Christopher Nolan"]);
  expect(names(film?.keywords)).toContain("dream");
}

function titlesOnce(count: number, facts: Partial<PlatformTitle>): Expected["check"] {
  return ({ platformTitles }) => {
    expect(platformTitles).toHaveLength(count);
    const first = platformTitles.find(({ title }) => title.toLowerCase() === "dick johnson is dead");
    expect(first).toMatchObject({ platform: "netflix", type: "movie", releaseYear: 2020, ...facts });
  };
}

const dick: Partial<PlatformTitle> = {
  directors: ["Kirsten Johnson"],
  dateAdded: "2021-09-25",
  durationInt: 90,
  durationType: "min",
  maturity: "PG-13",
};

const KINDS: Readonly<Record<string, Expected>> = {
  "flat-lists": {
    films: 150,
    inception: { ...INCEPTION, genres },
    told: ["crew-as-directors"],
    check: peopleAndThemes,
  },
  "genres-pipe": { films: 60, inception: { ...INCEPTION, genres } },
  "nested-json-null": {
    films: 60,
    inception: INCEPTION,
    told: ["credits-without-film"],
    check: (catalog) => {
      expect(catalog.films.get(155)?.collection).toEqual({ id: 263, name: "The Dark Knight Collection" });
      expect([...catalog.films.values()].filter(({ cast }) => cast.length > 0).length).toBeGreaterThan(20);
    },
  },
  "nested-nan": {
    films: 60,
    inception: INCEPTION,
    told: ["credits-without-film"],
    check: (catalog) =>
      expect([...catalog.films.values()].filter(({ cast }) => cast.length > 0).length).toBeGreaterThan(20),
  },
  "merged-all": { films: 150, inception: { ...INCEPTION, genres }, check: peopleAndThemes },
  tmdb930k: {
    films: 150,
    inception: { ...INCEPTION, genres },
    check: (catalog) => {
      const film = catalog.films.get(27205);
      expect(names(film?.companies)).toEqual(["Legendary Pictures", "Warner Bros.", "Syncopy"]);
      expect(film?.countries.map(({ code }) => code)).toEqual(["GB", "US"]);
      expect(catalog.films.get(155)?.spokenLanguages.map(({ code }) => code)).toEqual(["en", "zh"]);
      expect(names(film?.keywords)).toContain("dream");
    },
  },
  tmdb5000: { films: 150, inception: { ...INCEPTION, genres }, check: peopleAndThemes },
  "ml-latest": {
    films: 100,
    told: ["unused-layout", "ratings-without-film"],
    check: (catalog) => {
      expect(catalog.films.get(862)).toMatchObject({
        title: "Toy Story",
        releaseDate: "1995-01-01",
        yearOnly: true,
      });
      expect(catalog.films.get(862)?.genres).toEqual(["Animation", "Family"]);
      expect(catalog.ratings.size).toBeGreaterThan(50);
    },
  },
  "nan-strings": {
    films: 54,
    told: ["no-title"],
    check: (catalog) =>
      expect(
        all(catalog, ({ title, originalLanguage }) => title !== "nan" && originalLanguage !== "nan"),
      ).toBe(true),
  },
  "null-strings": {
    films: 54,
    told: ["no-title"],
    check: (catalog) =>
      expect(all(catalog, ({ title, originalTitle }) => title !== "NULL" && originalTitle !== "NULL")).toBe(
        true,
      ),
  },
  "plat-nan": {
    films: 499,
    check: (catalog) => {
      titlesOnce(150, { ...dick, cast: [] })?.(catalog);
      for (const { cast, directors, countries } of catalog.platformTitles)
        expect([...cast, ...directors, ...countries]).not.toContain("nan");
    },
  },
  "plat-two-editions": { films: 499, told: ["other-edition"], check: titlesOnce(150, dick) },
  "raw-plus-derived": { films: 499, inception: { ...INCEPTION, imdbId: "tt1375666" }, told: ["same-films"] },
  "ratings-split": {
    films: 499,
    told: ["ratings-in-parts"],
    check: ({ ratings }) =>
      expect([...ratings.values()].reduce((sum, { count }) => sum + count, 0)).toBe(4000),
  },
  "ratings-10": {
    films: 499,
    told: ["scaled"],
    check: ({ ratings }) => {
      for (const { count, sum } of ratings.values()) expect(sum / count).toBeLessThanOrEqual(5);
    },
  },
  "adult-10": {
    films: 60,
    inception: INCEPTION,
    check: ({ films }) => expect([...films.values()].filter(({ adult }) => adult)).toHaveLength(30),
  },
  "adult-tf": {
    films: 60,
    inception: INCEPTION,
    check: ({ films }) => expect([...films.values()].filter(({ adult }) => adult)).toHaveLength(30),
  },
  "votes-overflow": {
    films: 60,
    inception: { ...INCEPTION, voteCount: 0, voteAverage: undefined },
    told: ["bad-number"],
  },
  "thousands-es": { films: 60, inception: { ...INCEPTION, budget: 160_000 } },
  "dates-us-low": {
    films: 150,
    check: ({ films }) => {
      expect(films.get(8844)?.releaseDate).toBe("1995-12-15");
      expect([...films.values()].some(({ yearOnly }) => yearOnly)).toBe(false);
    },
  },
  "dates-datetime": { films: 60, inception: INCEPTION },
  netflix1: { films: 499, check: titlesOnce(150, { ...dick, cast: [], countries: ["United States"] }) },
  "henry-combined": {
    films: 499,
    told: ["small-letters", "duration-as-maturity"],
    check: (catalog) => {
      titlesOnce(600, { ...dick, title: "Dick Johnson Is Dead" })?.(catalog);
      expect(new Set(catalog.platformTitles.map(({ platform }) => platform)).size).toBe(4);
    },
  },
  "plat-es-type": { films: 499, check: titlesOnce(150, dick) },
  "plat-dur-num": { films: 499, check: titlesOnce(150, dick) },
  "excel-es": {
    films: 60,
    inception: { ...INCEPTION, title: "Amélie", genres },
    check: ({ films }) =>
      expect(films.get(155)).toMatchObject({ releaseDate: "2008-07-16", voteCount: 12_269 }),
  },
  // Ids of the three broken rows were lost before.
  "pandas-resave": { films: 499, inception: INCEPTION, told: ["bad-id"] },
  "json-records": { films: 60, inception: { ...INCEPTION, genres } },
  parquet: { films: 60, inception: { ...INCEPTION, genres } },
  xlsx: { films: 60, inception: { ...INCEPTION, genres } },
};

/** What is wrong with the dataset itself. */
const OF_THE_DATASET: ReadonlySet<ReportCode> = new Set(["shifted-row", "title-from-original"]);

test.skipIf(!existsSync(CASES)).each(Object.entries(KINDS))(
  "%s",
  async (kind, { films, inception, told = [], check }) => {
    const report = new BuildReport();
    const catalog = await readCatalog([join(CASES, kind)], { report });
    expect(catalog.films.size).toBe(films);
    if (inception !== undefined) expect(catalog.films.get(27205)).toMatchObject(inception);
    const codes = report.codes().map(({ code }) => code);
    expect(codes.filter((code) => !OF_THE_DATASET.has(code)).sort()).toEqual([...told].sort());
    check?.(catalog);
  },
);
