/**
 * The four `/plataforma` commands: golden answers on the starter catalogue and, where ../shared/data is present,
 * every answer at full size against figures counted here, in plain code, over the CSV files.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { STARTER } from "../../support/build-index.js";
import { indexOf, starter } from "../../support/starter-index.js";

const words = ({ answer }: Outcome) => answerText(answer);

describe("on the starter catalogue", () => {
  const question = (line: string, tag?: string) => starter.ask(line, tag);

  it.each([
    ["netflix", "2021-09-25", [324, 183]],
    ["amazon", "2021-10-10", [333, 167]],
    ["disney", "2021-11-26", [208, 94]],
    ["hulu", "2021-10-24", [115, 187]],
  ])("/plataforma cantidad %s", async (platform, dataDate, [movieCount, seriesCount]) => {
    const outcome = await question(`/plataforma cantidad ${platform}`);
    expect(outcome).toMatchObject({ command: "plataforma cantidad", status: "ok" });
    expect(outcome.result).toEqual({ platform, movieCount, seriesCount, dataDate, region: "US" });
    expect(words(outcome)).toMatch(
      new RegExp(`^Conozco ${movieCount} películas y ${seriesCount} series de .+ \\(muestra de 2021\\)`, "u"),
    );
  });

  it("says whose catalogue it is, and that the reader's country may have another", async () => {
    const footer = async (tag: string) => (await question("/plataforma cantidad netflix", tag)).answer.footer;
    expect(await footer("es")).toBe("Según su catálogo: Estados Unidos, 25 de septiembre de 2021.");
    expect(await footer("es-AR")).toMatch(/2021\. En Argentina puede ser otra cosa\.$/u);
    // What English clients say of a country is said all over the world.
    expect(await footer("en-US")).toBe("By its catalogue: United States, September 25, 2021.");
    const chart = await question("/grafico plataformas", "es-AR");
    expect(JSON.stringify(chart.answer)).toMatch(
      /Según sus catálogos \(Estados Unidos, 2021\)\.[^"]*En Argentina puede ser otra cosa\./u,
    );
  });

  it.each([
    ["/plataforma cantidad disney+", "disney"],
    ["/plataforma cantidad Amazon Prime Video", "amazon"],
    ["/plataforma cantidad netflx", "netflix"],
  ])("%s is understood", async (line, platform) => {
    expect((await question(line)).result).toMatchObject({ platform });
  });

  it.each([
    ["/plataforma maxima netflix 2019", "The Irishman", 209, "min"],
    ["/plataforma maxima disney 2019", "Marvel Studios' Avengers: Endgame", 183, "min"],
    ["/plataforma maxima hulu 1990", "Stephen King's It", 192, "min"],
    ["/plataforma maxima temporadas", "Survivor", 34, "season"],
    ["/plataforma maxima disney temporadas", "The Simpsons", 32, "season"],
    ["/plataforma maxima 2020 netflix temporadas", "Grey's Anatomy", 17, "season"],
  ])("%s", async (line, title, durationInt, durationType) => {
    const outcome = await question(line);
    expect(outcome.result).toMatchObject({ title: { title, durationInt, durationType }, doubtful: [] });
    const unit = durationType === "min" ? "minutos" : "temporadas";
    expect(words(outcome)).toContain(`Duración\n${durationInt} ${unit}`);
  });

  it.each([
    ["/plataforma maxima", "Black Mirror: Bandersnatch"],
    ["/plataforma maxima 2018 amazon", "Suspiria"],
  ])("%s names what is too long to be believed, and gives the longest that is not", async (line, title) => {
    const outcome = await question(line);
    expect(outcome.result).toMatchObject({
      title: { title },
      doubtful: [{ id: "as934", platform: "amazon", durationInt: 601 }],
    });
    const [left] = outcome.answer.folds ?? [];
    expect(left?.list?.lines[0]).toEqual({
      head: expect.stringMatching(/black screen \(2018\)$/u),
      details: ["601 minutos"],
    });
  });

  it("tells of the longest that is watched through where a longer one is interactive, and both in the result", async () => {
    const outcome = await question("/plataforma maxima 2018 netflix min");
    expect(outcome.result).toMatchObject({
      title: { title: "Black Mirror: Bandersnatch", durationInt: 312, durationType: "min" },
      watched: { title: "Springsteen on Broadway", durationInt: 153 },
      doubtful: [],
    });
    expect(words(outcome)).toMatch(/^Springsteen on Broadway \(2018\)\nDuración\n153 minutos/u);
    expect(outcome.answer.folds).toMatchObject([
      { list: { lines: [{ head: "Black Mirror: Bandersnatch (2018)" }] } },
    ]);
  });

  it.each([
    ["/plataforma puntaje netflix 70 2018", 15, "15 películas de 2018 superan los 70 puntos"],
    ["/plataforma puntaje disney 90 2019", 3, "3 películas de 2019 superan los 90 puntos"],
    ["/plataforma puntaje netflix 100 2018", 0, "0 películas de 2018 superan los 100 puntos"],
  ])("%s", async (line, movieCount, said) => {
    const outcome = await question(line);
    expect(outcome.result).toMatchObject({ movieCount, scoreSource: "platform" });
    expect(words(outcome)).toContain(said);
  });

  it.each([
    ["/plataforma actor netflix 2016", "Luis Tosar", 3, []],
    ["/plataforma actor netflix 2018", "Chino Darín", 3, []],
    ["/plataforma actor netflix 2020", "Javier Rey", 3, ["Leonardo Sbaraglia"]],
    ["/plataforma actor amazon 2015", "Ed Skrein", 3, ["Mickey Rourke"]],
  ])("%s", async (line, name, titleCount, others) => {
    const outcome = await question(line);
    expect(outcome.result).toMatchObject({ person: { name }, titleCount, others });
    expect(words(outcome)).toContain(`${name}\nAparece en 3 títulos de`);
  });

  it.each([
    ["/plataforma actor hulu 2018", "empty", "no se conoce el reparto"],
    ["/plataforma maxima 1948 netflix", "empty", "No hay ningún título"],
    ["/plataforma cantidad filmin", "error", "No conozco la plataforma «filmin»"],
  ])("%s has no answer, and says why", async (line, status, said) => {
    const outcome = await question(line);
    expect(outcome).toMatchObject({ status, result: null });
    expect(words(outcome)).toContain(said);
  });

  it("answers in English with the same result", async () => {
    for (const line of [
      "cantidad hulu",
      "maxima 2018 netflix",
      "puntaje netflix 70 2018",
      "actor netflix 2018",
    ]) {
      const [spanish, english] = await Promise.all([
        question(`/plataforma ${line}`),
        question(`/plataforma ${line}`, "en"),
      ]);
      expect(english.result).toEqual(spanish.result);
      expect(words(english)).not.toBe(words(spanish));
    }
  });
});

const CATALOGUES = join(import.meta.dirname, "../../../../shared/data/platforms");
const absent = !existsSync(CATALOGUES);

/** The files, in the order in which platforms stand. */
const FILES = {
  amazon: "amazon_prime_titles.csv.gz",
  disney: "disney_plus_titles.csv.gz",
  hulu: "hulu_titles.csv.gz",
  netflix: "netflix_titles.csv.gz",
} as const;
type Platform = keyof typeof FILES;
const PLATFORMS = Object.keys(FILES) as Platform[];
type Cells = Readonly<Record<string, string>>;

function rowsOf(platform: Platform): Cells[] {
  const text = gunzipSync(readFileSync(join(CATALOGUES, FILES[platform]))).toString("utf8");
  return papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data;
}

/** "90 min", "2 Seasons": from the duration or, where that is empty, from the rating it slipped into. */
function durationOf({ duration, rating }: Cells): { count: number; unit: string } | undefined {
  const [, count, unit] = /^(\d+) (min|Season)s?$/.exec(duration || (rating ?? "")) ?? [];
  return Number(count) > 0 ? { count: Number(count), unit: String(unit).toLowerCase() } : undefined;
}

const SUFFIXES = new Set([
  "jr",
  "jr.",
  "sr",
  "sr.",
  "ii",
  "iii",
  "iv",
  "ph.d.",
  "phd",
  "m.d.",
  "md",
  "esq.",
  "esq",
]);

/** Who appears in a title: suffixes belong to the name before, and numbers are nobody. In lower case, each once. */
function castOf({ cast = "" }: Cells): Set<string> {
  const names: string[] = [];
  for (const part of cast.split(",").map((name) => name.toLowerCase().split(/\s+/).join(" ").trim())) {
    if (part === "" || /^\d+$/.test(part)) continue;
    if (SUFFIXES.has(part)) names.push(`${names.pop() ?? ""} ${part}`.trim());
    else names.push(part);
  }
  return new Set(names.filter((name) => !SUFFIXES.has(name)));
}

/** The most frequent of a list, all that are equally so, and how often. */
function mostFrequent(casts: readonly Set<string>[]): { names: string[]; count: number } {
  const counts = new Map<string, number>();
  for (const cast of casts) for (const name of cast) counts.set(name, (counts.get(name) ?? 0) + 1);
  const count = Math.max(0, ...counts.values());
  return { count, names: [...counts.keys()].filter((name) => counts.get(name) === count).sort() };
}

interface Longest {
  /** Any of those that are equally long. */
  readonly ids: readonly string[];
  readonly count: number;
  readonly doubtful: readonly string[];
}

const PLAUSIBLE_MINUTES = 400;

function longestOf(rows: readonly (readonly [id: string, Cells])[], unit: "min" | "season"): Longest {
  const measured = rows.flatMap(([id, cells]) => {
    const duration = durationOf(cells);
    return duration?.unit === unit ? [{ id, count: duration.count }] : [];
  });
  const isDoubtful = ({ count }: { count: number }) => unit === "min" && count > PLAUSIBLE_MINUTES;
  const plausible = measured.filter((one) => !isDoubtful(one));
  const count = plausible.reduce((most, one) => Math.max(most, one.count), 0);
  return {
    count,
    ids: plausible.filter((one) => one.count === count).map(({ id }) => id),
    doubtful: measured
      .filter(isDoubtful)
      .map(({ id }) => id)
      .sort(),
  };
}

const skipped = absent ? " (skipped: ../shared/data is not here)" : "";
describe.skipIf(absent)(`at full size, against figures counted over the files${skipped}`, () => {
  // Our own selection first: the whole catalogues take its place all the same.
  const own = ["films-1950s.json", ...PLATFORMS.map((platform) => `streaming-${platform}.json`)];
  const full = indexOf([...own.map((name) => join(STARTER, name)), CATALOGUES]);
  const rows = new Map<Platform, Cells[]>();

  beforeAll(async () => {
    for (const platform of PLATFORMS) rows.set(platform, rowsOf(platform));
  });

  const of = (platform: Platform, year?: number): Cells[] =>
    (rows.get(platform) ?? []).filter(
      ({ release_year }) => year === undefined || Number(release_year) === year,
    );
  const withIds = (platforms: readonly Platform[], year?: number) =>
    platforms.flatMap((platform) =>
      of(platform, year).map((cells) => [`${platform.charAt(0)}${cells.show_id}`, cells] as const),
    );
  const result = async (line: string) => (await full.ask(`/plataforma ${line}`)).result;

  /** Every year that a platform has titles of: twenty would be enough, but all are as quick. */
  const yearsOf = (platform: Platform): number[] => [
    ...new Set(of(platform).map(({ release_year }) => Number(release_year))),
  ];

  it.each(PLATFORMS)("%s: how many movies and series", async (platform) => {
    expect(await result(`cantidad ${platform}`)).toMatchObject({
      movieCount: of(platform).filter(({ type }) => type === "Movie").length,
      seriesCount: of(platform).filter(({ type }) => type === "TV Show").length,
    });
  });

  async function compareLongest(asked: string, wanted: Longest): Promise<void> {
    const told = (await result(`maxima ${asked}`)) as {
      title: { id: string; durationInt: number };
      doubtful: { id: string; durationInt: number }[];
    } | null;
    if (wanted.count === 0) return expect(told, asked).toBeNull();
    expect(told?.title.durationInt, asked).toBe(wanted.count);
    expect(wanted.ids, asked).toContain(told?.title.id);
    expect(told?.doubtful.map(({ id }) => id).sort(), asked).toEqual(wanted.doubtful);
  }

  it.each(PLATFORMS)("%s: the longest of every year, and of all", async (platform) => {
    for (const [unit, word] of [
      ["min", "min"],
      ["season", "temporadas"],
    ] as const) {
      await compareLongest(`${platform} ${word}`, longestOf(withIds([platform]), unit));
      for (const year of yearsOf(platform))
        await compareLongest(`${year} ${platform} ${word}`, longestOf(withIds([platform], year), unit));
    }
  });

  it("all platforms together: the longest of every year, and of all", async () => {
    await compareLongest("", longestOf(withIds(PLATFORMS), "min"));
    await compareLongest("temporadas", longestOf(withIds(PLATFORMS), "season"));
    for (let year = 1920; year <= 2021; year++)
      await compareLongest(`${year}`, longestOf(withIds(PLATFORMS, year), "min"));
  });

  it.each(PLATFORMS)("%s: movies of every year with a score above five figures", async (platform) => {
    for (const year of yearsOf(platform)) {
      const scores = of(platform, year).flatMap(({ type, score }) => (type === "Movie" ? Number(score) : []));
      for (const limit of [0, 30, 70, 90, 99]) {
        expect(await result(`puntaje ${platform} ${limit} ${year}`), `${limit} ${year}`).toMatchObject({
          movieCount: scores.filter((score) => score > limit).length,
          scoreSource: "platform",
        });
      }
    }
  });

  it.each(PLATFORMS)("%s: who appears in most titles of every year", async (platform) => {
    for (const year of yearsOf(platform)) {
      const { names, count } = mostFrequent(of(platform, year).map(castOf));
      const told = (await result(`actor ${platform} ${year}`)) as {
        person: { name: string };
        titleCount: number;
        others: string[];
      } | null;
      if (count === 0) {
        expect(told, String(year)).toBeNull();
        continue;
      }
      expect(told?.titleCount, String(year)).toBe(count);
      const everyone = [told?.person.name, ...(told?.others ?? [])].map((name) => name?.toLowerCase());
      expect(everyone.sort(), String(year)).toEqual(names);
    }
  });
});
