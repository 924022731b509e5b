/** Series asked for where films are, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { eachRow } from "../../../src/catalog/rows.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const CARD = { command: "pelicula", options: { titulo: "title:ns3686" } };

describe("/pelicula", () => {
  it("tells what the catalogues know of a series", async () => {
    const outcome = await starter.ask("/pelicula stranger things");
    expect(outcome).toMatchObject({
      command: "pelicula",
      status: "ok",
      result: {
        series: {
          id: "ns3686",
          type: "series",
          title: "Stranger Things",
          seasons: 3,
          maturity: "TV-14",
          platforms: [{ platform: "netflix", id: "ns3686", region: "US", durationInt: 3 }],
        },
      },
      answer: { kind: "film", title: "Stranger Things (2019)" },
    });
    expect(answerText(outcome.answer)).toContain(
      "Serie · 3 temporadas · Ciencia ficción, Fantasía, Terror\nCon Winona Ryder",
    );
    expect(outcome.answer.fields).toEqual([
      { name: "Dónde verla", value: "En 2021 estaba en Netflix (EE. UU.). No sé dónde está hoy." },
    ]);
    expect((await starter.ask("/pelicula title:ns3686")).result).toEqual(outcome.result);
  });

  it("tells which catalogue has how much of it", async () => {
    const { answer, result } = await starter.ask("/pelicula vikings", "en");
    expect(answer.title).toBe("Vikings (2011)");
    expect(answerText(answer)).toContain(
      "In 2021 it was on Amazon Prime Video (9 seasons) and Hulu (6 seasons), US.",
    );
    expect(result).toMatchObject({ series: { title: "Vikings", titleEs: "Vikingos", seasons: 9 } });
  });

  it("offers the series below the film of its name, and the film below the series", async () => {
    const film = await starter.ask("/pelicula fargo");
    expect(film.result).toMatchObject({ film: { id: 275 } });
    expect(film.answer).toMatchObject({
      prompt: "¿Buscabas la serie?",
      choices: [{ label: "Fargo (2014) · serie", command: "pelicula", options: { titulo: "title:hs1377" } }],
    });
    const series = await starter.ask("/pelicula los simpson");
    expect(series.result).toMatchObject({ series: { titleEs: "Los Simpson" } });
    expect(series.answer).toMatchObject({
      prompt: "¿Buscabas la película?",
      choices: [{ options: { titulo: "tmdb:35" } }],
    });
  });

  it("tells of a movie that only a catalogue knows", async () => {
    const outcome = await starter.ask(`/pelicula title:${unlinkedMovie()}`);
    expect(outcome).toMatchObject({ status: "ok", result: { series: { type: "movie", seasons: null } } });
    expect(answerText(outcome.answer)).toMatch(/Película · (?:\d+ h )?\d+ min/);
  });
});

/** The id of one. */
function unlinkedMovie(): string | undefined {
  const { platformTitles: titles } = starter.catalog;
  for (const row of eachRow(titles))
    if (titles.series[row] === 0 && titles.film.get(row) === undefined) return titles.id.get(row);
  return undefined;
}

describe("commands that ask something of a film", () => {
  it.each(["votos", "score", "duracion", "retorno", "recomendar"])(
    "/%s says that a series is one, and leads to its card",
    async (command) => {
      const { status, result, answer } = await starter.ask(`/${command} stranger things`);
      expect([status, result, answer.kind]).toEqual(["empty", null, "empty"]);
      expect(answerText(answer)).toMatch(/Stranger Things \(2019\)\nSerie · 3 temporadas.*Es una serie/s);
      expect(answer.choices).toEqual([{ label: "Ver la ficha", ...CARD }]);
    },
  );

  it("answer for the film where both have the name", async () => {
    const { result, answer } = await starter.ask("/votos fargo");
    expect(result).toMatchObject({ film: { id: 275 } });
    expect(answer.choices).toEqual([
      { label: "Fargo (2014) · serie", command: "pelicula", options: { titulo: "title:hs1377" } },
    ]);
  });
});
