/** Titles of several catalogues that are one series. */
import { describe, expect, it } from "vitest";
import { encodeTable } from "../../../index-build/write/encode/arrow.js";
import { encodeSeries } from "../../../index-build/write/series/series.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import { TABLES } from "../../../src/catalog/schema.js";

interface Title {
  readonly title: string;
  readonly year?: number;
  readonly seasons?: number;
  readonly cast?: readonly string[];
  readonly countries?: readonly string[];
  readonly movie?: boolean;
  readonly genres?: readonly string[];
}

function encoded(titles: readonly Title[]) {
  const none = titles.map(() => undefined);
  const platformTitles = readTable(
    encodeTable(TABLES.platformTitles, {
      id: titles.map((_, at) => `ns${at}`),
      series: titles.map(({ movie }) => (movie ? 0 : 1)),
      title: titles.map(({ title }) => title),
      titleEs: none,
      film: none,
      directors: titles.map(() => []),
      cast: titles.map(({ cast }) => [...(cast ?? [])]),
      countries: titles.map(({ countries }) => [...(countries ?? [])]),
      dateAdded: none,
      releaseYear: titles.map(({ year }) => year),
      maturity: titles.map(() => ""),
      durationInt: titles.map(({ seasons }) => seasons),
      durationType: none,
      genres: titles.map(({ genres }) => [...(genres ?? [])]),
      score: none,
    }),
    TABLES.platformTitles,
  );
  const facts = {
    platformTitles,
    genres: readTable(
      encodeTable(TABLES.genres, { name: ["Crime", "Drama"], films: [[], []] }),
      TABLES.genres,
    ),
    countries: readTable(
      encodeTable(TABLES.countries, { code: ["ES", "JP"], name: ["Spain", "Japan"], films: [[], []] }),
      TABLES.countries,
    ),
    people: readTable(
      encodeTable(TABLES.people, {
        id: [1, 2],
        name: ["Úrsula Corberó", "Pedro Pascal"],
        acted: [[], []],
        directed: [[], []],
        actedVotes: [0, 0],
        directedVotes: [0, 0],
      }),
      TABLES.people,
    ),
  };
  const sources = {
    aliases: new Map([["Vikings", ["Los normandos"]]]),
    titles: [{ id: "ns0", description: "Eight thieves & a PLAN." }],
  };
  return readTable(encodeSeries(facts as never, sources), TABLES.series);
}

/** The titles of each series, and how well known it counts as. */
function seriesOf(titles: readonly Title[]) {
  const series = encoded(titles);
  return Array.from({ length: series.rowCount }, (_, row) => ({
    titles: [...series.titles.get(row as never)],
    known: series.known[row],
    aka: series.aka.get(row as never),
  }));
}

const groups = (...titles: Title[]) =>
  seriesOf(titles)
    .map((one) => one.titles)
    .sort((a, b) => Math.min(...a) - Math.min(...b));

describe("titles of one name", () => {
  it("are one series where the years lie no further apart than it has seasons", () => {
    expect(
      groups(
        { title: "Vikings", year: 2020, seasons: 9 },
        { title: "VIKINGS!", year: 2011, seasons: 6 },
        { title: "Supermarket Sweep", year: 2000, seasons: 2 },
        { title: "Supermarket Sweep", year: 2020, seasons: 1 },
      ),
    ).toEqual([[0, 1], [2], [3]]);
  });

  it("are two where the countries, or the casts, have nothing in common", () => {
    expect(
      groups(
        { title: "Bordertown", year: 2016, seasons: 1, countries: ["United States"] },
        { title: "Bordertown", year: 2019, seasons: 3, countries: ["Finland"] },
        { title: "Suits", year: 2019, seasons: 9, cast: ["Gabriel Macht"] },
        { title: "Suits", year: 2018, seasons: 1, cast: ["Jang Dong-gun"] },
      ),
    ).toEqual([[0], [1], [2], [3]]);
  });

  it("are one although a dub has another cast", () => {
    expect(
      groups(
        { title: "Sonic X", year: 2003, seasons: 2, cast: ["Jason Griffith"] },
        { title: "Sonic X", year: 2003, seasons: 2, cast: ["Junichi Kanemaru"] },
      ),
    ).toEqual([[0, 1]]);
  });

  it("are one whatever the edition, the plainest title first", () => {
    expect(groups({ title: "Wayne (4K UHD)", year: 2019 }, { title: "Wayne", year: 2019 })).toEqual([[1, 0]]);
    expect(groups({ title: "The Office (U.K.)" }, { title: "The Office (U.S.)" })).toEqual([[0], [1]]);
  });

  it("leave movies out, come best known first, and bring the names that people use", () => {
    expect(
      seriesOf([
        { title: "Dark", movie: true },
        { title: "Dark", seasons: 3 },
        { title: "Vikings", seasons: 6 },
      ]),
    ).toEqual([
      { titles: [2], known: 600, aka: ["Los normandos"] },
      { titles: [1], known: 300, aka: [] },
    ]);
  });
});

describe("what is told of a series", () => {
  const of = (title: Omit<Title, "title">) => {
    const { genres, countries, cast, about } = encoded([{ title: "La casa de papel", ...title }]);
    const row = 0 as never;
    return {
      genres: [...genres.get(row)],
      countries: [...countries.get(row)],
      cast: [...cast.get(row)],
      about: about.get(row),
    };
  };

  it("are the genres, countries and people of films", () => {
    expect(
      of({
        genres: ["Crime TV Shows", "International TV Shows"],
        countries: ["Spain"],
        cast: ["Ursula Corbero", "Nobody"],
      }),
    ).toMatchObject({ genres: [0], countries: [0], cast: [0] });
    // A genre tells the country where the catalogue does not.
    expect(of({ genres: ["Anime Series"] })).toMatchObject({ countries: [1] });
  });

  it("are the words of its title and description", () => {
    expect(of({}).about).toBe(" la casa de papel eight thieves a plan ");
  });
});
