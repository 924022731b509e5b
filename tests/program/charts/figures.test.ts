/** The figures of every chart on the starter catalogue, against counts over its files. */
import { describe, expect, it } from "vitest";
import type { ChartResult } from "../../../commands/charts/pictured.js";
import { TOPICS } from "../../../src/charts/topics/index.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";
import { films, platformTitles, type StarterFilm, tally, yearOf } from "./starter-films.js";

/** What was counted anew. */
const counting = new Set<string>();

async function chart(line: string): Promise<ChartResult> {
  counting.add(line.replace(/ .*/u, ""));
  const outcome = await starter.ask(`/grafico ${line}`);
  expect(outcome.status, answerText(outcome.answer)).toBe("ok");
  return outcome.result as ChartResult;
}

async function rows(line: string): Promise<ChartResult["rows"]> {
  return (await chart(line)).rows;
}

/** The table as name → the first figure behind it. */
async function counted(line: string): Promise<ReadonlyMap<unknown, unknown>> {
  return new Map((await rows(line)).map(([name, count]) => [name, count]));
}

const known = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value]);
const years = (all: readonly StarterFilm[]) => tally(all, (film) => known(yearOf(film))).entries();
const withTitle = (title: string) => films.filter((film) => film.title === title);

describe("releases", () => {
  it("are those of each year, also where there is none", async () => {
    const horror = films.filter(({ genres = [] }) => genres.includes("Horror"));
    const shown = await rows("estrenos genero=terror");
    expect(new Map(shown.filter(([, count]) => count !== 0).map(([year, count]) => [year, count]))).toEqual(
      new Map([...years(horror)].sort(([a], [b]) => a - b)),
    );
    const [[first] = [], [last] = []] = [shown[0], shown.at(-1)];
    expect(shown).toHaveLength(Number(last) - Number(first) + 1);
  });

  it("are told in a sentence that is computed", async () => {
    const { answer } = await starter.ask("/grafico estrenos pais=españa");
    const spanish = films.filter(({ countries = [] }) => countries.includes("ES"));
    const [year, count] = [...years(spanish)].reduce((best, one) =>
      one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best,
    );
    expect(answer.title).toBe("Estrenos por año: películas de España");
    expect(answer.text).toContain(`el año con más estrenos es ${year}, con ${count}`);
  });

  it("are those of each month and weekday, of films whose day is known", async () => {
    const dated = films.filter(({ released = "" }) => released.length === 10);
    const day = ({ released = "" }: StarterFilm) => new Date(`${released}T00:00:00Z`);
    const months = tally(dated, (film) => [day(film).getUTCMonth()]);
    expect((await rows("meses")).map(([, count]) => count)).toEqual(
      Array.from({ length: 12 }, (_, month) => months.get(month) ?? 0),
    );
    const weekdays = tally(dated, (film) => [(day(film).getUTCDay() + 6) % 7]);
    expect((await rows("dias")).map(([, count]) => count)).toEqual(
      Array.from({ length: 7 }, (_, weekday) => weekdays.get(weekday) ?? 0),
    );
  });

  it("of genres are those of each decade, and of one", async () => {
    const { columns, rows: decades } = await chart("generos");
    const genre = String(columns[2]?.name);
    for (const [decade, total, first] of decades) {
      const own = films.filter((film) => Math.floor((yearOf(film) ?? 0) / 10) * 10 === decade);
      expect([decade, total]).toEqual([decade, own.length]);
      expect([decade, first]).toEqual([
        decade,
        own.filter(({ genres = [] }) => genres.includes(genre)).length,
      ]);
    }
    const eighties = films.filter((film) => Math.floor((yearOf(film) ?? 0) / 10) === 198);
    expect(await counted("generos los 80")).toEqual(tally(eighties, ({ genres = [] }) => genres));
  });
});

describe("what films are", () => {
  it("is counted by language and by country", async () => {
    const names = new Intl.DisplayNames("en", { type: "language" });
    const regions = new Intl.DisplayNames("en", { type: "region" });
    const languages = tally(films, ({ originalLanguage }) => known(originalLanguage));
    const shown = await counted("idiomas");
    expect(shown.size).toBe(languages.size);
    for (const code of ["en", "es", "fr", "ja"]) expect(shown.get(names.of(code))).toBe(languages.get(code));
    const countries = tally(films, ({ countries: own = [] }) => own);
    const told = await counted("paises");
    for (const code of ["US", "ES", "MX", "AR"]) expect(told.get(regions.of(code))).toBe(countries.get(code));
  });

  it("is counted by theme", async () => {
    const themes = tally(films, ({ keywords = [] }) =>
      keywords.map((keyword) => keyword.replace(/ #\d+$/u, "")),
    );
    const shown = await rows("temas");
    expect(shown.length).toBeGreaterThan(40);
    for (const [theme, count] of shown.slice(0, 20))
      expect([theme, themes.get(String(theme))]).toEqual([theme, count]);
    expect(shown[0]?.[1]).toBe(Math.max(...themes.values()));
  });

  it("is counted by the words of titles", async () => {
    const having = films.filter(({ title }) =>
      /(?<![\p{L}\p{N}'’])love(?![\p{L}\p{N}'’])/iu.test(title),
    ).length;
    expect((await counted("titulos")).get("love")).toBe(having);
  });
});

describe("the words of plots", () => {
  it("are counted once a film", async () => {
    const shown = await rows("argumentos");
    expect(shown.length).toBeGreaterThan(40);
    for (const [word, count] of shown.slice(0, 12)) {
      const whole = new RegExp(`(?<![\\p{L}\\p{N}'’])${word}(?![\\p{L}\\p{N}'’])`, "iu");
      expect([word, films.filter(({ synopsis = "" }) => whole.test(synopsis)).length]).toEqual([word, count]);
    }
  });
});

describe("films at the top", () => {
  const voted = films.filter(({ voteCount = 0 }) => voteCount >= 50);
  const highest = (values: readonly number[]) => values.toSorted((a, b) => b - a).slice(0, 12);

  it("are those that made most of what they cost", async () => {
    const returns = voted.flatMap(({ budget = 0, revenue = 0 }) =>
      Math.min(budget, revenue) >= 1000 ? revenue / budget : [],
    );
    const shown = await rows("retornos");
    expect(shown.map(([, , factor]) => factor)).toEqual(highest(returns));
    const [title, year] = shown[0] ?? [];
    expect(withTitle(String(title)).map(yearOf)).toContain(year);
  });

  it("are the longest", async () => {
    const shown = await rows("largas");
    expect(shown.map(([, , minutes]) => minutes)).toEqual(
      highest(voted.flatMap(({ runtime }) => runtime ?? [])),
    );
  });

  it("are the best of each decade, few votes drawn towards 6", async () => {
    const rated = ({ voteCount = 0, voteAverage = 6 }: StarterFilm) =>
      (voteAverage * voteCount + 6 * 300) / (voteCount + 300);
    const decades = new Map<number, StarterFilm>();
    for (const film of films) {
      const decade = Math.floor((yearOf(film) ?? 0) / 10) * 10;
      const best = decades.get(decade);
      if (decade < 1900 || !film.voteCount) continue;
      if (best === undefined || rated(film) > rated(best)) decades.set(decade, film);
    }
    const shown = await rows("mejores");
    expect(shown.map(([decade, , year, , votes]) => [decade, year, votes])).toEqual(
      [...decades].sort(([a], [b]) => a - b).map(([decade, film]) => [decade, yearOf(film), film.voteCount]),
    );
    for (const [decade, , , rating] of shown) {
      expect(rating).toBeCloseTo(rated(decades.get(Number(decade)) as StarterFilm), 4);
    }
  });
});

describe("figures", () => {
  it("say of how many films each fact is known", async () => {
    const told = await counted("completitud");
    const having = (test: (film: StarterFilm) => unknown) =>
      films.filter((film) => test(film) !== undefined).length;
    expect(told.get("Budget")).toBe(having(({ budget }) => budget));
    expect(told.get("Runtime")).toBe(having(({ runtime }) => runtime));
    expect(told.get("Plot (Spanish)")).toBe(having(({ synopsis }) => synopsis));
    expect(told.get("Themes")).toBe(having(({ keywords }) => keywords));
    expect(told.get("Day of release")).toBe(
      films.filter(({ released = "" }) => released.length === 10).length,
    );
  });

  it("are spread over bands, with what is not known apart", async () => {
    const lengths = await counted("duraciones");
    expect(lengths.get("90–99 min")).toBe(
      films.filter(({ runtime = 0 }) => runtime >= 90 && runtime < 100).length,
    );
    expect(lengths.get("not known")).toBe(films.filter(({ runtime }) => runtime === undefined).length);
    for (const [topic, amountOf] of [
      ["presupuestos", ({ budget }: StarterFilm) => budget],
      ["recaudaciones", ({ revenue }: StarterFilm) => revenue],
    ] as const) {
      const bands = await counted(topic);
      const having = (test: (amount: number | undefined) => boolean) =>
        films.filter((film) => test(amountOf(film))).length;
      expect(bands.get("100 M–500 M")).toBe(having((amount = 0) => amount >= 1e8 && amount < 5e8));
      expect(bands.get("not known")).toBe(having((amount) => amount === undefined));
      expect([...bands.values()].reduce<number>((sum, count) => sum + Number(count), 0)).toBe(films.length);
    }
    const votes = await counted("votos");
    expect(votes.get("100–499")).toBe(
      films.filter(({ voteCount = 0 }) => voteCount >= 100 && voteCount < 500).length,
    );
  });

  it("of money are those of films with both amounts", async () => {
    const both = films.flatMap(({ budget, revenue }) =>
      budget !== undefined && revenue !== undefined && Math.min(budget, revenue) >= 1000
        ? [{ budget, revenue }]
        : [],
    );
    const bands = await rows("taquilla");
    expect(bands.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(both.length);
    expect(bands.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(
      both.filter(({ budget, revenue }) => revenue > budget).length,
    );
  });

  it("correlate as they do when it is computed in two passes", async () => {
    const pairs = films.flatMap(({ budget, revenue }) =>
      budget === undefined || revenue === undefined
        ? []
        : [[Math.log10(budget), Math.log10(revenue)] as const],
    );
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [x, y] = [mean(pairs.map(([one]) => one)), mean(pairs.map(([, other]) => other))];
    const product = (of: (pair: readonly [number, number]) => number) => mean(pairs.map(of));
    const r =
      product(([one, other]) => (one - x) * (other - y)) /
      Math.sqrt(product(([one]) => (one - x) ** 2) * product(([, other]) => (other - y) ** 2));
    const row = (await rows("correlaciones")).find(([one, other]) => one === "Revenue" && other === "Budget");
    expect(row?.[2]).toBeCloseTo(r, 9);
    expect(row?.[3]).toBe(pairs.length);
  });

  it("far outside are beyond one and a half times the middle half", async () => {
    const lengths = films.flatMap(({ runtime }) => runtime ?? []).sort((a, b) => a - b);
    const at = (share: number) => {
      const place = (lengths.length - 1) * share;
      const low = lengths[Math.floor(place)] ?? 0;
      return low + ((lengths[Math.ceil(place)] ?? 0) - low) * (place % 1);
    };
    const [low, high] = [at(0.25), at(0.75)];
    const row = (await rows("atipicos")).find(([name]) => name === "Runtime");
    expect(row?.slice(-2)).toEqual([
      lengths.filter((value) => value < low - 1.5 * (high - low)).length,
      lengths.filter((value) => value > high + 1.5 * (high - low)).length,
    ]);
  });

  it("of genres are the means of films with fifty votes", async () => {
    const westerns = films.filter(
      ({ genres = [], voteCount = 0, voteAverage }) =>
        genres.includes("Western") && voteCount >= 50 && voteAverage !== undefined,
    );
    const row = (await rows("notas")).find(([name]) => name === "Western");
    expect(row?.[2]).toBe(westerns.length);
    expect(row?.[1]).toBeCloseTo(
      westerns.reduce((sum, film) => sum + (film.voteAverage ?? 0), 0) / westerns.length,
    );
  });
});

describe("platforms", () => {
  it("are counted by kind of title", async () => {
    const shown = await rows("plataformas");
    const netflix = platformTitles.get("netflix") ?? [];
    expect(shown.find(([name]) => name === "Netflix")).toEqual([
      "Netflix",
      netflix.filter(({ type }) => type === "movie").length,
      netflix.filter(({ type }) => type === "series").length,
    ]);
  });

  it("are counted by decade and by length", async () => {
    const hulu = platformTitles.get("hulu") ?? [];
    const { columns, rows: decades } = await chart("plataformas-anios");
    const place = columns.findIndex(({ name }) => name === "Hulu");
    const nineties = decades.find(([decade]) => decade === 1990)?.[place];
    expect(nineties).toBe(hulu.filter(({ year = 0 }) => year >= 1990 && year < 2000).length);
    const long = hulu.filter(({ type, minutes = 0 }) => type === "movie" && minutes >= 120).length;
    expect((await rows("plataformas-duraciones")).find(([name]) => name === "Hulu")?.at(-1)).toBe(long);
  });

  it("are counted by the ages that their titles are for", async () => {
    const disney = platformTitles.get("disney") ?? [];
    const rated = (...words: readonly string[]) =>
      disney.filter(({ maturity = "" }) => words.includes(maturity.toLowerCase())).length;
    const row = (await rows("plataformas-edades")).find(([name]) => String(name).startsWith("Disney"));
    const [, all, guided, teens, adults, unrated] = row ?? [];
    expect(guided).toBe(rated("pg", "tv-pg"));
    expect(teens).toBe(rated("pg-13", "tv-14"));
    expect(adults).toBe(rated("r", "tv-ma", "nc-17"));
    expect(Number(all) + Number(guided) + Number(teens) + Number(adults) + Number(unrated)).toBe(
      disney.length,
    );
  });

  it("share the films that both are linked to", async () => {
    const { platformLinks, platforms } = starter.catalog;
    const on = (row: number) =>
      new Set(
        [...platformLinks.film].filter((_, at) => {
          const title = platformLinks.title[at] ?? 0;
          return (
            title >= (platforms.firstTitle[row] ?? 0) &&
            title < (platforms.firstTitle[row + 1] ?? Number.POSITIVE_INFINITY)
          );
        }),
      );
    const [amazon, netflix] = [on(0), on(3)];
    const row = (await rows("plataformas-comunes")).find(
      ([one, other]) => one === "Amazon Prime Video" && other === "Netflix",
    );
    expect(row?.[2]).toBe([...amazon].filter((film) => netflix.has(film)).length);
  });
});

describe("somebody, or something, named", () => {
  it("is a person with every film, and its return", async () => {
    const shown = await rows("persona tom hanks");
    const own = films.filter(({ cast = [], directors = [] }) =>
      [...cast, ...directors].includes("Tom Hanks"),
    );
    expect(shown).toHaveLength(own.length);
    const [gump] = withTitle("Forrest Gump");
    expect(shown.find(([, title]) => title === "Forrest Gump")).toEqual([
      1994,
      "Forrest Gump",
      "acts",
      Number(gump?.revenue) / Number(gump?.budget),
    ]);
  });

  it("is a franchise with what each film made", async () => {
    const shown = await rows("franquicia toy story");
    const own = films.filter(({ collection }) => collection === "Toy Story Collection");
    expect(own.length).toBeGreaterThan(2);
    expect(new Map(shown.map(([title, , revenue]) => [title, revenue]))).toEqual(
      new Map(own.map(({ title, revenue = null }) => [title, revenue])),
    );
  });

  it("is two films, or two people, side by side", async () => {
    const both = [603, 597].map((id) => films.find((film) => film.id === id));
    const pair = new Map((await rows("comparar matrix, titanic")).map(([name, ...values]) => [name, values]));
    const text = (value: number | undefined, digits = 0) =>
      (value ?? Number.NaN).toLocaleString("en", {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
    expect(pair.get("Rating")).toEqual(both.map((film) => text(film?.voteAverage, 1)));
    expect(pair.get("Votes")).toEqual(both.map((film) => text(film?.voteCount)));
    expect(pair.get("Runtime")).toEqual(both.map((film) => `${text(film?.runtime)} min`));
    const { answer } = await starter.ask("/grafico comparar matrix, titanic");
    expect(answer.title).toBe("Matrix frente a Titanic");
    const people = await starter.ask("/grafico comparar tom hanks vs meg ryan", "en");
    expect(people.answer.title).toBe("Tom Hanks against Meg Ryan");
    expect((people.result as ChartResult).rows[0]).toEqual([
      "Films",
      ...["Tom Hanks", "Meg Ryan"].map((name) =>
        String(
          films.filter(({ cast = [], directors = [] }) => [...cast, ...directors].includes(name)).length,
        ),
      ),
    ]);
  });

  it("is found without saying what it is", async () => {
    expect((await starter.ask("/grafico tom hanks")).answer.title).toBe(
      "Películas de Tom Hanks y su retorno",
    );
    expect((await starter.ask("/grafico genero=terror")).answer.title).toBe("Estrenos por año: terror");
  });

  it("is asked for where nobody is", async () => {
    expect((await starter.ask("/grafico persona")).status).toBe("empty");
    const { status, answer } = await starter.ask("/grafico");
    expect(status).toBe("choices");
    expect(answer.choices?.[0]).toMatchObject({ command: "grafico", options: { tipo: "estrenos" } });
  });

  it.each([
    ["/grafico tomate", "choices"],
    ["/grafico generos ayer", "error"],
    ["/grafico meses fondo=rosa", "error"],
    ["/grafico meses formato=gif", "error"],
  ])("%s is told what there is instead", async (line, status) => {
    expect((await starter.ask(line)).status).toBe(status);
  });
});

describe("no topic", () => {
  it("is without a count of its own", () => {
    expect(TOPICS.map(({ name }) => name).filter((name) => !counting.has(name))).toEqual([]);
  });
});
