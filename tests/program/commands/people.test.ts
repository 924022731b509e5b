/** Golden answers about who made films, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/chat/answer/schema.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

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

  it("lists a director's films with year and return in a line each, and what they cost and made apart", async () => {
    const { answer } = await question("/director steven spielberg");
    const jaws = { command: "pelicula", options: { titulo: "tmdb:578" } };
    const lineOf = ({ list }: Pick<Answer, "list">, title: string) =>
      list?.lines.find(({ head }) => head === title);
    expect(lineOf(answer, "Tiburón (1975)")).toEqual({
      head: "Tiburón (1975)",
      details: ["67×"],
      asks: jaws,
    });
    // What is unknown is left out.
    expect(lineOf(answer, "Los Fabelman (2022)")).not.toHaveProperty("details");
    const [money] = answer.folds ?? [];
    expect(money?.label).toBe("Dinero");
    expect(money && lineOf(money, "Tiburón")).toEqual({
      head: "Tiburón",
      details: ["18 de junio de 1975", "costó 7 millones de dólares", "recaudó 471 millones"],
      asks: jaws,
    });
    expect(money && lineOf(money, "Los Fabelman")?.details).toEqual([
      "11 de noviembre de 2022",
      "costó 40 millones de dólares",
    ]);
  });

  it("says how many films they are, and at the end what these returned", async () => {
    const { answer, result } = await question("/director almodovar");
    const { filmCount } = result as { filmCount: number };
    expect(answer.text).toBe(`Ha dirigido ${filmCount} películas.`);
    expect(answer.footer).toMatch(
      new RegExp(
        `^De media, recaudaron \\d,\\d veces lo que costaron \\(\\d de ${filmCount} con datos\\)\\.$`,
      ),
    );
    const mexican = await question("/director almodovar", "es-MX");
    expect(mexican.answer.footer).toMatch(/^En promedio, recaudaron \d\.\d veces/);
    const english = await question("/director almodovar", "en");
    expect(english.answer.text).toBe(`Directed ${filmCount} films.`);
    expect(english.answer.footer).toMatch(/^On average they made \d\.\d times what they cost/);
  });

  it("counts the films that an actor directed as well", async () => {
    const { answer, result } = await question("/actor clint eastwood");
    const { filmCount, directedExcluded } = result as { filmCount: number; directedExcluded: number };
    expect(answer.text).toBe(
      `Ha actuado en ${filmCount + directedExcluded} películas (en ${directedExcluded} también dirigió).`,
    );
    expect(answer.follow).toMatchObject([{ label: "Lo que dirigió", command: "director" }]);
    const [follow] = answer.follow ?? [];
    const directed = await question(`/director ${follow?.options.nombre}`);
    expect(directed).toMatchObject({ status: "ok", result: { person: { name: "Clint Eastwood" } } });
    expect(directed.answer.follow).toMatchObject([{ label: "Donde actúa", command: "actor" }]);
  });

  it("tells each film's average and return where they are known", async () => {
    const { list, notice } = (await question("/actor penelope cruz")).answer;
    expect(list?.lines.find(({ head }) => head === "Volver (2006)")?.details).toEqual(["⭐ 7,3", "6,6×"]);
    expect(list?.lines.find(({ head }) => head === "Dolor y gloria (2019)")?.details).toEqual(["⭐ 7,4"]);
    expect(notice).toBe(true);
  });

  it.each([
    ["es", "Viola Davis · Escuadrón suicida", "Geena Davis · Bitelchús"],
    ["es-MX", "Viola Davis · Escuadrón suicida", "Geena Davis · Beetlejuice: El súper fantasma"],
    ["en", "Viola Davis · Suicide Squad", "Geena Davis · Beetlejuice"],
  ])("names people's films as a reader of %s calls them", async (tag, ...labels) => {
    const { status, answer } = await question("/actor davis", tag);
    expect(status).toBe("choices");
    const told = answer.choices?.map(({ label }) => label) ?? [];
    for (const label of labels) expect(told).toContain(label);
    const [first] = answer.choices ?? [];
    expect(first?.options.nombre).toMatch(/^person:\d+$/);
    expect(await question(`/actor ${first?.options.nombre}`, tag)).toMatchObject({
      status: "ok",
      result: { person: { name: "Viola Davis" } },
    });
  });

  it("asks whom in the language of whoever reads", async () => {
    const { answer } = await question("/director asdfghjkl");
    expect(answer.text).toBe("No encontré a ningún director ni directora llamado «asdfghjkl».");
    const english = await question("/director asdfghjkl", "en");
    expect(english.answer.text).toBe("I couldn't find a director called “asdfghjkl”.");
  });
});

describe("/franquicia and /productora", () => {
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

  it("finds a company", async () => {
    const { result, answer } = await question("/productora pixar");
    expect(result).toMatchObject({ company: { id: 3 } });
    expect(answer.text).toMatch(/^Ha hecho \d+ películas\.$/);
    expect(answer.links).toEqual([
      { label: "TMDB", url: "https://www.themoviedb.org/company/3?language=es" },
    ]);
    expect(answer.folds?.map(({ label }) => label)).toEqual(["Dinero"]);
  });

  it("lists films with what they brought in", async () => {
    const { answer } = await question("/franquicia toy story");
    expect(answer.title).toBe("Saga Toy Story");
    expect(answer.list).toMatchObject({
      lines: [
        {
          head: "Toy Story (1995)",
          details: ["374 millones"],
          asks: { command: "pelicula", options: { titulo: "tmdb:862" } },
        },
        { head: "Toy Story 2 (1999)", details: ["497 millones"] },
        { head: "Toy Story 3 (2010)", details: ["1.067 millones"] },
        { head: "Toy Story 4 (2019)", details: ["1.073 millones"] },
      ],
    });
    const { answer: close } = await question("/franquicia toy stroy");
    expect(close.text).toMatch(
      /^Entendí: Saga Toy Story\n\n4 películas\. Recaudaron 3\.011 millones de dólares/,
    );
    const mexican = await question("/franquicia toy story", "es-MX");
    expect(mexican.answer.text).toBe(
      "4 películas. Recaudaron 3,011 millones de dólares en total, 753 millones en promedio.",
    );
  });
});
