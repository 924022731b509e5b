/** Golden answers: every command asked as people ask it, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import { describe as describeOptions } from "../../../src/chat/command/describe.js";
import type { Outcome } from "../../../src/chat/dispatch.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Outcome) => answerText(answer);

describe("/votos and /score", () => {
  it("tells votes and their average", async () => {
    const outcome = await question("/votos titanic");
    expect(outcome).toMatchObject({
      command: "votos",
      status: "ok",
      result: {
        film: { id: 597, title: "Titanic", year: 1997 },
        voteCount: 7770,
        voteAverage: 7.5,
        minimum: 2000,
      },
    });
    expect(words(outcome)).toMatch(/Votos\n7\.770\n/);
    // The namesake is one tap away.
    expect(outcome.answer.choices).toEqual([
      {
        label: "El hundimiento del Titanic (1953) · Jean Negulesco",
        command: "votos",
        options: { titulo: "tmdb:16535" },
      },
    ]);
  });

  it("gives no average below the minimum, and says so", async () => {
    const outcome = await question("/votos titanic 1953");
    expect(outcome.result).toMatchObject({ voteCount: 27, voteAverage: null });
    expect(words(outcome)).toContain("menos de 2.000 votos");
  });

  it("says so where the votes of a film are unknown, and never tells its prominence", async () => {
    const [votes, score, card] = await Promise.all([
      question("/votos tmdb:872585"),
      question("/score tmdb:872585"),
      question("/pelicula tmdb:872585"),
    ]);
    expect(votes.result).toMatchObject({
      film: { title: "Oppenheimer" },
      voteCount: null,
      voteAverage: null,
    });
    expect(words(votes)).toContain("Los datos no traen los votos de esta película.\nVotos\nsin datos");
    expect(score.result).toMatchObject({ popularity: null, voteAverage: null, asOf: null });
    expect(words(score)).not.toContain("TMDB");
    expect(card.result).toMatchObject({ voteCount: null, runtime: 181 });
    expect(words(card)).not.toContain("Votos");
  });

  it("tells of when the popularity is, which is not when the newest film came out", async () => {
    const { result } = await question("/score toy story");
    const { dataDate } = starter.catalog.manifest;
    expect((result as { asOf: string }).asOf).toMatch(/^2017-/);
    expect(dataDate > (result as { asOf: string }).asOf).toBe(true);
  });

  it("asks which of several films is meant, and answers the choice", async () => {
    const asked = await question("/votos cinderella");
    expect(asked.status).toBe("choices");
    expect(asked.answer.choices).toEqual([
      { label: "Cenicienta (2015) · Kenneth Branagh", command: "votos", options: { titulo: "tmdb:150689" } },
      { label: "La Cenicienta (1950) · Clyde Geronimi", command: "votos", options: { titulo: "tmdb:11224" } },
    ]);
    const chosen = await question("/votos tmdb:11224");
    expect(chosen).toMatchObject({ status: "ok", result: { film: { id: 11224 } } });
  });

  it("says what it understood where that differs from what was typed", async () => {
    expect(words(await question("/score jurasic park"))).toContain(
      "Entendí: Parque Jurásico (Jurassic Park, 1993)",
    );
    expect(words(await question("/score jurassic park"))).not.toContain("Entendí");
  });

  it("finds nothing rather than anything", async () => {
    expect(await question("/votos asdfghjkl")).toMatchObject({ status: "empty", result: null });
    expect(await question("/votos")).toMatchObject({ status: "error", result: null });
  });

  it("tells the popularity", async () => {
    expect(await question("/score toy story")).toMatchObject({
      result: { film: { id: 862 }, popularity: 21.946943, voteAverage: 7.7 },
    });
  });
});

describe("/actor and /director", () => {
  it("leaves out the films that the actor directed", async () => {
    const outcome = await question("/actor Clint Eastwood");
    expect(outcome.status).toBe("ok");
    const { filmCount, directedExcluded, films } = outcome.result as {
      filmCount: number;
      directedExcluded: number;
      films: { film: { title: string } }[];
    };
    expect(films).toHaveLength(filmCount);
    expect(directedExcluded).toBeGreaterThan(0);
  });

  it("finds people without accents and with slips", async () => {
    expect(await question("/actor Penelope cruz")).toMatchObject({
      result: { person: { name: "Penélope Cruz" } },
    });
    expect(await question("/director speilberg")).toMatchObject({
      result: { person: { name: "Steven Spielberg" } },
    });
  });

  it("tells of each film what it cost, gained and returned; unknown is null", async () => {
    const { result } = await question("/director almodovar");
    const { films, filmCount, filmsWithReturn, totalReturn } = result as {
      films: {
        film: { title: string };
        budget: number | null;
        revenue: number | null;
        gain: number | null;
        return: number | null;
      }[];
      filmCount: number;
      filmsWithReturn: number;
      totalReturn: number;
    };
    expect(films).toHaveLength(filmCount);
    const known = films.filter((film) => film.return !== null);
    expect(known).toHaveLength(filmsWithReturn);
    expect(known.reduce((sum, film) => sum + Number(film.return), 0)).toBeCloseTo(totalReturn, 9);
    for (const film of films) {
      if (film.budget === null || film.revenue === null)
        expect([film.gain, film.return]).toEqual([null, null]);
      else expect(film.gain).toBe(film.revenue - film.budget);
    }
  });
});

describe("/mes and /dia", () => {
  it.each([
    ["/mes enero", "/mes ENE", "/mes 1", "/mes january"],
    ["/mes setiembre", "/mes septiembre", "/mes sept", "/mes 9"],
    ["/dia miercoles", "/dia Miércoles", "/dia mié", "/dia wednesday"],
  ])("reads %s in every way", async (...lines) => {
    const [first, ...others] = await Promise.all(lines.map((line) => question(line)));
    expect(first.status).toBe("ok");
    for (const other of others) expect(other.result).toEqual(first.result);
  });

  it("counts every dated film once", async () => {
    const count = async (line: string) => ((await question(line)).result as { filmCount: number }).filmCount;
    const months = await Promise.all(Array.from({ length: 12 }, (_, i) => count(`/mes ${i + 1}`)));
    const weekdays = await Promise.all(Array.from({ length: 7 }, (_, i) => count(`/dia ${i + 1}`)));
    const sum = (counts: number[]) => counts.reduce((total, value) => total + value, 0);
    expect(sum(months)).toBe(starter.catalog.films.rowCount);
    expect(sum(weekdays)).toBe(starter.catalog.films.rowCount);
  });

  it("names what is no month, and what would be", async () => {
    const outcome = await question("/mes tomate");
    expect(outcome.status).toBe("error");
    expect(words(outcome)).toMatch(/«tomate» no es un mes.*enero/);
  });
});

describe("/recomendar", () => {
  interface Recommended {
    recommendations: { film: { id: number; title: string }; score: number; reasons: { kind: string }[] }[];
  }

  it("gives as many as asked for, each with a reason, never the film itself", async () => {
    for (const [line, count] of [
      ["/recomendar el padrino", 5],
      ["/recomendar toy story cantidad=10", 10],
      ["/recomendar matrix cantidad=1", 1],
    ] as const) {
      const outcome = await question(line);
      const { recommendations } = outcome.result as Recommended;
      expect(recommendations).toHaveLength(count);
      expect(outcome.answer.list).toHaveLength(count);
      for (const { reasons } of recommendations) expect(reasons.length).toBeGreaterThan(0);
      expect(new Set(recommendations.map(({ film }) => film.id)).size).toBe(count);
    }
  });

  it("keeps a franchise from filling the list", async () => {
    const { result } = await question("/recomendar harry potter y la piedra filosofal cantidad=10");
    const titles = (result as Recommended).recommendations.map(({ film }) => film.title);
    expect(titles.filter((title) => title.startsWith("Harry Potter"))).toHaveLength(2);
  });

  it("refuses a count out of bounds by name", async () => {
    const outcome = await question("/recomendar matrix cantidad=50");
    expect(outcome.status).toBe("error");
    expect(words(outcome)).toMatch(/cantidad/i);
  });

  it("starts somebody off who names no film", async () => {
    const outcome = await question("/recomendar");
    expect(outcome.status).toBe("ok");
    expect((outcome.result as Recommended).recommendations).toHaveLength(5);
    expect(words(outcome)).toContain("/recomendar el padrino");
  });

  it("carries the count over into a question back", async () => {
    const outcome = await question("/recomendar cinderella cantidad=3");
    expect(outcome.answer.choices?.[0]?.options).toEqual({ titulo: "tmdb:150689", cantidad: 3 });
  });
});

describe("/franquicia, /productora, /pais and /idioma", () => {
  it("finds a franchise under its name and under its first film's titles", async () => {
    for (const line of ["/franquicia toy story", "/franquicia Toy Story Collection"]) {
      expect(await question(line)).toMatchObject({
        status: "ok",
        result: { collection: { id: 10194 }, filmCount: 4, totalRevenue: 3010890605, filmsWithRevenue: 4 },
      });
    }
    for (const line of [
      "/franquicia volver al futuro",
      "/franquicia regreso al futuro",
      "/franquicia back to the future",
    ]) {
      expect(await question(line)).toMatchObject({ result: { filmCount: 3 } });
    }
  });

  it("averages what is known over as many films as are known", async () => {
    const { result } = await question("/franquicia the godfather");
    const { films, totalGain, filmsWithGain, averageGain } = result as {
      films: { gain: number | null }[];
      totalGain: number;
      filmsWithGain: number;
      averageGain: number;
    };
    const gains = films.flatMap(({ gain }) => gain ?? []);
    expect(filmsWithGain).toBe(gains.length);
    expect(totalGain).toBe(gains.reduce((sum, gain) => sum + gain, 0));
    expect(averageGain).toBe(totalGain / gains.length);
  });

  it("counts films of a company, a country, a language", async () => {
    const { films, countries, languages } = starter.catalog;
    expect(await question("/productora pixar")).toMatchObject({ result: { company: { id: 3 } } });
    const spain = [...Array(countries.rowCount).keys()].find((row) => countries.code.get(row) === "ES");
    const french = [...Array(languages.rowCount).keys()].find((row) => languages.code.get(row) === "fr");
    const rows = [...Array(films.rowCount).keys()];
    expect(await question("/pais españa")).toMatchObject({
      result: {
        country: "ES",
        filmCount: rows.filter((row) => films.countries.get(row).includes(spain ?? -1)).length,
      },
    });
    expect(await question("/idioma frances")).toMatchObject({
      result: {
        language: "fr",
        originalCount: rows.filter((row) => films.originalLanguage.get(row) === french).length,
        spokenCount: rows.filter((row) => films.spokenLanguages.get(row).includes(french ?? -1)).length,
      },
    });
  });
});

describe("/retorno, /duracion and /pelicula", () => {
  it("tells what a film cost and returned", async () => {
    expect(await question("/retorno titanic")).toMatchObject({
      result: { budget: 200000000, revenue: 1845034188, gain: 1645034188, return: 1845034188 / 200000000 },
    });
  });

  it("says unknown where something is", async () => {
    const outcome = await question("/retorno whisky");
    expect(outcome.status).toBe("ok");
    expect((outcome.result as { return: number | null }).return).toBeNull();
    expect(words(outcome)).toContain("sin datos");
  });

  it("tells the runtime", async () => {
    expect(await question("/duracion titanic")).toMatchObject({ result: { runtime: 194, doubtful: false } });
  });

  it("shows the whole card, in the reader's language alone", async () => {
    const [spanish, english] = await Promise.all([
      question("/pelicula volver"),
      question("/pelicula volver", "en"),
    ]);
    expect(spanish).toMatchObject({
      result: { film: { title: "Volver" }, directors: [{ name: "Pedro Almodóvar" }], countries: ["ES"] },
      answer: { image: expect.stringMatching(/^https:\/\/image\.tmdb\.org\/t\/p\/w342\/.+\.jpg$/) },
    });
    const { synopsisEs } = spanish.result as { synopsisEs: string };
    expect(words(spanish)).toContain(synopsisEs);
    expect(words(english)).not.toContain(synopsisEs);
  });
});

describe("/buscar", () => {
  it.each([
    ["tiburones", 578],
    ["de Spielberg con dinosaurios", 329],
    ["dinosaurs spielberg", 329],
  ])("%s", async (text, id) => {
    const outcome = await question(`/buscar ${text}`);
    expect((outcome.result as { films: { film: { id: number } }[] }).films[0]?.film.id).toBe(id);
    expect(outcome.answer.choices?.[0]).toMatchObject({
      command: "pelicula",
      options: { titulo: `tmdb:${id}` },
    });
  });

  it("says so where nothing is about that", async () => {
    expect(await question("/buscar xyzzy")).toMatchObject({ status: "empty", result: null });
  });
});

describe("/datos and /ayuda", () => {
  it("tells how many films from where", async () => {
    const { result } = await question("/datos");
    expect(result).toMatchObject({
      filmCount: starter.catalog.films.rowCount,
      version: starter.version,
      builtAt: null,
    });
    expect((result as { sources: unknown[] }).sources.length).toBeGreaterThan(0);
  });

  it("tells sources by kind, however many files there are", async () => {
    const lines = (await question("/datos")).answer.list ?? [];
    expect(lines.length).toBeLessThan(8);
    expect(lines.find((line) => line.startsWith("films-*.json · "))).toMatch(
      /^films-\*\.json · \d+ archivos · 2\.\d{3} filas$/,
    );
    expect(lines).toContain("streaming-*.json · 4 archivos · 1.603 filas");
    expect(lines.find((line) => line.startsWith("ids.json · "))).toBeDefined();
  });

  it("lists every command, and explains each", async () => {
    const text = words(await question("/ayuda"));
    for (const { name } of commands) {
      expect(text).toContain(`/${name}`);
      expect(words(await question(`/ayuda ${name}`))).toContain(`/${name}`);
    }
    expect(await question("/ayuda vots")).toMatchObject({ status: "error" });
  });

  it("shows TMDB's notice in its own words", async () => {
    const notice = "This product uses the TMDB API but is not endorsed or certified by TMDB.";
    expect(words(await question("/ayuda"))).toContain(notice);
    expect(words(await question("/datos"))).toContain(notice);
  });
});

describe("every command", () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    "/%s answers its own examples",
    async (name, command) => {
      for (const example of command.examples) {
        const outcome = await question(`/${example}`);
        expect(outcome.command).toBe(name);
        expect(["ok", "choices"]).toContain(outcome.status);
        if (outcome.status === "ok") expect(command.result.safeParse(outcome.result).error).toBeUndefined();
        expect(words(outcome).length).toBeGreaterThan(10);
      }
    },
  );

  it.each(commands.map((command) => [command.name, command] as const))(
    "/%s has options that can be described",
    (_, command) => {
      expect(() => describeOptions(command)).not.toThrow();
      expect(command.name).toMatch(/^[a-z ]+$/);
    },
  );

  it("answers in the reader's language", async () => {
    const lines = commands.flatMap(({ examples }) => examples.map((example) => `/${example}`));
    for (const line of [...lines, "/votos asdfghjkl", "/mes tomate", "/nada"]) {
      const [spanish, english] = await Promise.all([question(line, "es"), question(line, "en")]);
      expect(english.result, line).toEqual(spanish.result);
      expect(words(english), line).not.toBe(words(spanish));
    }
  });

  it("shows a reader of another region that region's titles", async () => {
    expect(words(await question("/votos home alone", "es-ES"))).toContain("Solo en casa");
    expect(words(await question("/votos home alone", "es-MX"))).toContain("Mi pobre angelito");
    expect(words(await question("/votos solo en casa", "en"))).toContain("Home Alone");
  });
});
