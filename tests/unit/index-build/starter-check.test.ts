/** The checker of our catalogue: that it finds planted mistakes, and none in what we ship. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { StarterFilm } from "../../../index-build/read/sources/starter/schema.js";
import type { FilmRecord, PlatformTitle } from "../../../index-build/records.js";
import { checkStarter, DATASET } from "../../../index-build/starter-check/check.js";
import { checkCoverage } from "../../../index-build/starter-check/coverage.js";
import { checkAgainstDataset } from "../../../index-build/starter-check/dataset.js";
import { type Finding, judge } from "../../../index-build/starter-check/finding.js";
import { checkFormat, fileOf } from "../../../index-build/starter-check/format.js";
import { loadStarter, type Starter } from "../../../index-build/starter-check/load.js";
import { checkNames } from "../../../index-build/starter-check/names.js";
import { checkAgainstRecent } from "../../../index-build/starter-check/recent.js";
import { readRecent } from "../../../index-build/starter-check/recent-film.js";
import { compareTitles } from "../../../index-build/starter-check/reference.js";
import { sampleOf } from "../../../index-build/starter-check/sample.js";
import { checkTexts } from "../../../index-build/starter-check/texts.js";

const volver: StarterFilm = {
  id: 219,
  imdb: "tt0441909",
  title: "Volver",
  titleEs: "Volver",
  aka: ["Volver 2006"],
  released: "2006-03-16",
  runtime: 121,
  genres: ["Comedy"],
  keywords: ["sister", "ghost", "madrid", "funeral", "village"],
  directors: ["Pedro Almodóvar"],
  cast: ["Penélope Cruz", "Carmen Maura"],
  countries: ["ES"],
  originalLanguage: "es",
  revenue: 85_582_407,
  voteCount: 400,
  voteAverage: 7.3,
  votesAsOf: "2017",
  popularity: 9.5,
  synopsis: "Raimunda vuelve al pueblo de su infancia para cuidar la tumba de sus padres.",
};

const recent: StarterFilm = {
  ...volver,
  id: 9,
  imdb: "tt0000009",
  title: "Recent",
  titleEs: "Reciente",
  aka: undefined,
  voteCount: undefined,
  voteAverage: undefined,
  votesAsOf: undefined,
  popularity: undefined,
  prominence: 3,
  checked: [{ url: "https://example.org/recent", facts: ["released", "runtime", "revenue"] }],
};

function starter(...films: StarterFilm[]): Starter {
  const people = { "Pedro Almodóvar": 309, "Penélope Cruz": 955, "Carmen Maura": 954 };
  return {
    films: films.map((film) => ({ film, file: fileOf(film.released), keys: Object.keys(film) })),
    ids: { format: "claqueta-ids/1", people },
    streaming: [],
    titles: {
      byFilm: new Map(
        films.map(({ id, titleEs: es, titleEs419: es419, aka = [] }) => [id, { es, es419, aka }]),
      ),
      file: { file: "titles-es.json", kind: "spanish-titles", rows: films.length, sha256: "0" },
    },
    keywordNames: new Map(volver.keywords?.map((keyword) => [keyword, keyword])),
    bytes: 1,
  };
}

const told = (findings: readonly Finding[]) => findings.map(({ rule, about }) => `${rule} ${about}`);

describe("planted mistakes", () => {
  it("none in a film as it should be", () => {
    const right = starter(volver);
    expect([...checkFormat(right.films), ...checkNames(right), ...checkTexts(right)]).toEqual([]);
    expect(checkTexts(starter(recent))).toEqual([]);
  });

  it.each<[string, StarterFilm[], string[]]>([
    [
      "a key out of place",
      [Object.fromEntries(Object.entries(volver).reverse()) as StarterFilm],
      ["order 219"],
    ],
    ["a film told twice", [volver, { ...volver, id: 220 }], ["duplicate 220", "duplicate 220"]],
    ["films out of order", [volver, { ...volver, id: 1, imdb: "tt0000001", title: "A" }], ["order 1"]],
  ])("%s", (_, films, expected) => {
    expect(told(checkFormat(starter(...films).films))).toEqual(expected);
  });

  it("a film in the file of another year", () => {
    expect(told(checkFormat([{ film: volver, file: "films-2007.json", keys: Object.keys(volver) }]))).toEqual(
      ["order 219"],
    );
    expect(["1949-12-31", "1950-01-01", "1989-12-31", "1990-01-01"].map(fileOf)).toEqual([
      "films-before-1950.json",
      "films-1950s.json",
      "films-1980s.json",
      "films-1990.json",
    ]);
  });

  it.each<[string, Partial<StarterFilm>, string[]]>([
    ["somebody without an id", { cast: ["Nobody"] }, ["ids Nobody", "ids Penélope Cruz", "ids Carmen Maura"]],
    ["a second spelling", { writers: ["Pedro Almodovar #309"] }, ["spelling Pedro Almodóvar"]],
    [
      "nobody without an id where the cast is from knowledge",
      { cast: ["Nobody"], fromKnowledge: ["cast"] },
      ["ids Penélope Cruz", "ids Carmen Maura"],
    ],
    ["somebody twice", { cast: ["Penélope Cruz", "Carmen Maura", "Carmen Maura"] }, ["duplicate 219"]],
  ])("%s", (_, facts, expected) => {
    expect(told(checkNames(starter({ ...volver, ...facts })))).toEqual(expected);
  });

  it.each<[string, Partial<StarterFilm>, string[]]>([
    ["the same title for both sides of the sea", { titleEs419: "Volver" }, ["titles 219"]],
    ["a further name that is the title", { aka: ["volver"] }, ["titles 219"]],
    ["too few keywords", { keywords: ["ghost"] }, ["keywords 219"]],
    [
      "a keyword that gives the plot away",
      { keywords: [...(volver.keywords ?? []), "suicide"] },
      ["keywords 219"],
    ],
    ["a synopsis too short", { synopsis: "Raimunda vuelve." }, ["synopsis 219"]],
    [
      "a synopsis of three sentences",
      { synopsis: "Raimunda vuelve. Su hermana la espera. El viento no para." },
      ["synopsis 219"],
    ],
    [
      "a synopsis of one country",
      { synopsis: "Raimunda vuelve al pueblo en su coche para cuidar la tumba." },
      ["synopsis 219"],
    ],
  ])("%s", (_, facts, expected) => {
    expect(told(checkTexts(starter({ ...volver, ...facts })))).toEqual(expected);
  });

  it("what a page confirms and is not told", () => {
    expect(told(checkTexts(starter({ ...recent, runtime: undefined })))).toEqual(["proof 9"]);
  });

  it("votes without their date, and what is known by heart and not told", () => {
    expect(told(checkTexts(starter({ ...volver, votesAsOf: undefined })))).toEqual(["votes 219"]);
    const forgotten = { ...volver, runtime: undefined, fromKnowledge: ["runtime" as const] };
    expect(told(checkTexts(starter(forgotten)))).toEqual(["proof 219"]);
  });

  it("an overlay that says something else", () => {
    const right = starter(volver);
    const byFilm = new Map([[219, { es: "Regresar", aka: ["Volver 2006"] }]]);
    expect(told(checkTexts({ ...right, titles: { ...right.titles, byFilm } }))).toEqual(["overlay 219"]);
  });

  it("a keyword that two films have and no Spanish name", () => {
    const right = starter(volver, recent);
    expect(told(checkTexts({ ...right, keywordNames: new Map() }))).toContain("keywords ghost");
  });

  it("too few films", () => expect(told(checkCoverage(starter(volver)))).toContain("coverage films"));
});

describe("against the dataset", () => {
  const person = (id: number, name: string) => ({ id, name });
  const record: FilmRecord = {
    id: 219,
    title: "Volver",
    aka: [],
    releaseDate: "2006-03-16",
    runtime: 121,
    budget: 1,
    revenue: 85_582_407,
    voteCount: 400,
    voteAverage: 7.3,
    adult: false,
    genres: [],
    companies: [],
    countries: [],
    spokenLanguages: [],
    keywords: [],
    cast: [person(955, "Penélope Cruz"), person(954, "Carmen Maura"), person(3, "Lola Dueñas")],
    castOrdered: true,
    crew: [{ person: person(309, "Pedro Almodóvar"), job: "Director" }],
  };
  const compare = (facts: Partial<StarterFilm>, theirs: Partial<FilmRecord> = {}) =>
    told(checkAgainstDataset(starter({ ...volver, ...facts }), new Map([[219, { ...record, ...theirs }]])));

  it("the same facts agree; a placeholder of a budget is none", () => expect(compare({})).toEqual([]));

  it.each<[Partial<StarterFilm>, string]>([
    [{ title: "To Return" }, "title 219"],
    [{ released: "2006-03-17" }, "date 219"],
    [{ runtime: undefined }, "date 219"],
    [{ budget: 9_400_000 }, "money 219"],
    [{ voteCount: 401 }, "votes 219"],
    [{ directors: ["Carmen Maura"] }, "directors 219"],
    [{ directors: [] }, "directors 219"],
    [{ cast: ["Carmen Maura", "Penélope Cruz"] }, "cast 219"],
    [{ cast: ["Penélope Cruz", "Nobody"] }, "cast 219"],
  ])("%j does not", (facts, finding) => expect(compare(facts)).toEqual([finding]));

  it("an order that the dataset does not know is told", () => {
    expect(compare({ cast: ["Carmen Maura"] }, { castOrdered: false })).toEqual(["billing 219"]);
    expect(compare({ cast: ["Nobody"] }, { castOrdered: false })).toEqual(["cast 219", "billing 219"]);
  });

  it("an order from knowledge, or said to be none, needs no explanation", () => {
    const unordered = { castOrdered: false };
    expect(compare({ fromKnowledge: ["billing"] }, unordered)).toEqual([]);
    expect(compare({ castOrdered: false }, unordered)).toEqual([]);
  });

  it("knowledge may complete what the dataset does not tell, and change nothing of what it does", () => {
    expect(compare({ fromKnowledge: ["runtime"] }, { runtime: undefined })).toEqual([]);
    expect(compare({ runtime: 99, fromKnowledge: ["runtime"] })).toEqual(["date 219"]);
  });

  it("newer votes are none of the dataset's", () => {
    expect(compare({ voteCount: 4_000, votesAsOf: "2023-06" })).toEqual([]);
  });

  it("titles agree after folding; of several either will do", () => {
    const { titles } = starter(volver, recent);
    const reference = [
      { id: 219, title: "VOLVER" },
      { id: 9, title: "Otra" },
      { id: 9, title: "reciente" },
      { id: 77, title: "Unknown to us" },
    ];
    expect(compareTitles(titles.byFilm, reference)).toEqual({ both: 2, same: 2, findings: [] });
    expect(told(compareTitles(titles.byFilm, [{ id: 9, title: "Otra" }]).findings)).toEqual(["reference 9"]);
  });
});

describe("against the list of recent films", () => {
  const listed = {
    tmdb_id: 9,
    title: "Recent",
    release_date: "2006-03-16",
    runtime: 121,
    genres: ["Comedy"],
    directors: ["Pedro Almodovar"],
    cast: ["Carmen Maura", "Penélope Cruz", "Lola Dueñas"],
    countries: ["ES"],
    language: "es",
    revenue: 85_582_407,
    vote_count: 400,
    vote_average: 7.3,
    votes_as_of: "2023-06",
  };
  const voted: StarterFilm = {
    ...volver,
    id: 9,
    title: "Recent",
    votesAsOf: "2023-06",
    popularity: undefined,
    imdb: undefined,
  };
  const shown: PlatformTitle = {
    id: "ns1",
    platform: "netflix",
    type: "movie",
    title: "RECENT",
    directors: ["Ana Director"],
    cast: ["Penélope Cruz", "Carmen Maura"],
    countries: ["Spain", "Mexico"],
    releaseYear: 2007,
    maturity: "G",
    durationInt: 99,
    durationType: "min",
    genres: [],
  };
  const compare = (
    facts: Partial<StarterFilm>,
    theirs: object = {},
    titles: readonly PlatformTitle[] = [],
  ) => {
    const recentFilms = readRecent(`${JSON.stringify({ ...listed, ...theirs })}\n`);
    const sources = { recent: recentFilms, platformTitles: titles };
    return checkAgainstRecent(starter({ ...voted, ...facts }), sources, new Map()).map(
      ({ rule, about, detail }) => `${rule} ${about} ${detail.split(":")[0]}`,
    );
  };

  it("the same facts agree, whatever the accents and the order of the cast", () => {
    expect(compare({})).toEqual([]);
    expect(compare({ cast: ["Penélope Cruz"] })).toEqual([]);
  });

  it.each<[Partial<StarterFilm>, string]>([
    [{ runtime: 99 }, "source 9 runtime"],
    [{ released: "2006-04-16" }, "source 9 released"],
    [{ cast: ["Nobody"] }, "source 9 cast"],
    [{ directors: ["Ana Director"] }, "source 9 directors"],
    [{ directors: ["Pedro Almodóvar", "Ana Director"] }, "source 9 directors"],
    [{ countries: ["ES", "MX"] }, "source 9 countries"],
    [{ originalLanguage: "en" }, "source 9 originalLanguage"],
    [{ revenue: 1_000_000 }, "source 9 revenue"],
    [{ voteCount: 401 }, "votes 9 votes"],
    [{ voteAverage: 7.4 }, "votes 9 votes"],
    [{ votesAsOf: "2025-11" }, "votes 9 votes"],
  ])("%j does not", (facts, finding) => expect(compare(facts)).toEqual([finding]));

  it("a fact is also known from a page that was read, from knowledge where it says so, or from a platform", () => {
    const page = { url: "https://example.org/recent", facts: ["runtime"] };
    expect(compare({ runtime: 99, checked: [page] })).toEqual([]);
    expect(compare({ runtime: 99, fromKnowledge: ["runtime"] })).toEqual([]);
    expect(compare({ runtime: 99 }, {}, [shown])).toEqual([]);
    expect(compare({ directors: ["Ana Director"], countries: ["MX", "ES"] }, {}, [shown])).toEqual([]);
    expect(compare({ runtime: 99 }, {}, [{ ...shown, releaseYear: 2009 }])).toEqual(["source 9 runtime"]);
  });

  it("what the list tells is not said to be known by heart", () => {
    expect(compare({ fromKnowledge: ["runtime"] })).toEqual(["source 9 runtime"]);
  });

  it("a film that many voted for is missing, one that few did is not", () => {
    const missing = { tmdb_id: 10, imdb_id: null };
    expect(compare({}, { ...missing, vote_count: 100 })[0]).toMatch(/^recent 10 /);
    expect(compare({}, { ...missing, vote_count: 99 }).filter((line) => line.startsWith("recent"))).toEqual(
      [],
    );
  });

  it("films of the dataset are held against the dataset", () => {
    const sources = { recent: readRecent(JSON.stringify(listed)), platformTitles: [] };
    const films = starter({ ...voted, runtime: 99 });
    expect(checkAgainstRecent(films, sources, new Map([[9, { ...voted } as never]]))).toEqual([]);
  });
});

describe("a sample to be read", () => {
  const films = Array.from({ length: 50 }, (_, id) => ({ ...volver, id: id + 1 }));
  const drawn = (seed: string, from = films) => sampleOf(from, 10, seed).map(({ id }) => id);

  it("is the same for a seed, whatever the order of the films, and another for another", () => {
    expect(new Set(drawn("one")).size).toBe(10);
    expect(drawn("one", films.toReversed())).toEqual(drawn("one"));
    expect(drawn("two")).not.toEqual(drawn("one"));
  });
});

describe("exceptions", () => {
  const finding: Finding = { rule: "date", about: 219, detail: "x" };
  const exception = { about: [219], rules: ["date"], why: "because of a test" };

  it("explain what they name, and nothing else", () => {
    const ran = new Set(["date", "money"]);
    expect(judge([finding, { ...finding, rule: "money" }], [exception], ran)).toMatchObject({
      unexplained: [{ rule: "money" }],
      explained: [{ rule: "date", why: "because of a test" }],
      needless: [],
    });
  });

  it("are told where they explain nothing, unless their rule was not checked", () => {
    expect(judge([], [exception], new Set(["date"])).needless).toEqual(["date 219"]);
    expect(judge([], [exception], new Set()).needless).toEqual([]);
  });
});

describe("what we ship", () => {
  // CI asks the same by `npm run starter:check` right before.
  it.skipIf(process.env.STARTER_CHECKED === "1")(
    "has no unexplained finding",
    async () => {
      const { lines, passed } = await checkStarter();
      expect(lines.filter((line) => line.startsWith("wrong"))).toEqual([]);
      expect(passed).toBe(true);
      // Where the dataset is there it must have been looked at.
      expect(lines.some((line) => line.startsWith("not compared"))).toBe(!existsSync(DATASET));
    },
    120_000,
  );

  it("is checked without the dataset too", async () => {
    const { lines, passed } = await checkStarter("/nowhere");
    expect(lines).toContain("not compared with the dataset: /nowhere is not there");
    expect(passed).toBe(true);
  });

  it("fits its schema", async () => {
    const { starter: shipped, findings } = await loadStarter();
    expect(findings).toEqual([]);
    expect(shipped.films.length).toBeGreaterThanOrEqual(5_300);
  });
});
