/** Golden answers about who made films, on the starter catalogue. */
import { describe, expect, it } from "vitest";
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

  it("tells each film's facts apart: when it came out, cost, gain and return; what is unknown is left out", async () => {
    const { answer } = await question("/director steven spielberg");
    const lineOf = (title: string) => answer.list?.lines.find(({ head }) => head === title);
    expect(lineOf("Tiburón")).toEqual({
      head: "Tiburón",
      details: [
        "18 de junio de 1975",
        "presupuesto US$ 7.000.000",
        "ganancia US$ 463.654.000",
        "retorno 67,24×",
      ],
      asks: { command: "pelicula", options: { titulo: "tmdb:578" } },
    });
    expect(lineOf("El imperio del sol")?.details?.[2]).toBe("pérdida US$ 12.761.304");
    expect(lineOf("Los Fabelman")?.details).toEqual([
      "11 de noviembre de 2022",
      "presupuesto US$ 40.000.000",
    ]);
  });

  it("tells each film's average where it is known", async () => {
    const { list } = (await question("/actor penelope cruz")).answer;
    expect(list?.lines.find(({ head }) => head === "Volver (2006)")?.details).toEqual(["7,3"]);
    expect(list?.lines.find(({ head }) => head === "Dolor y gloria (2019)")?.details).toEqual(["7,4"]);
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
    expect(await question("/productora pixar")).toMatchObject({ result: { company: { id: 3 } } });
  });

  it("lists films with what they brought in", async () => {
    const { answer } = await question("/franquicia toy story");
    expect(answer.title).toBe("Saga Toy Story");
    expect(answer.list).toMatchObject({
      lines: [
        {
          head: "Toy Story (1995)",
          details: ["US$ 373.554.033"],
          asks: { command: "pelicula", options: { titulo: "tmdb:862" } },
        },
        { head: "Toy Story 2 (1999)", details: ["US$ 497.366.869"] },
        { head: "Toy Story 3 (2010)", details: ["US$ 1.066.969.703"] },
        { head: "Toy Story 4 (2019)", details: ["US$ 1.073.000.000"] },
      ],
    });
    const { answer: close } = await question("/franquicia toy stroy");
    expect(close.text).toBe("Entendí: Saga Toy Story\n\n4 películas.");
  });
});
