/** A film's card, on the starter catalogue: at a glance, what opens, and where it leads. */
import { describe, expect, it } from "vitest";
import { eachRow } from "../../../src/catalog/rows.js";
import type { Answer } from "../../../src/chat/answer/schema.js";
import { ask } from "../../../src/chat/ask.js";
import { answerText, foldText } from "../../support/answer-text.js";
import { asking, PLACE, SOMEBODY } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

const card = async (title: string, tag?: string) => (await starter.ask(`/pelicula ${title}`, tag)).answer;

const fold = ({ folds = [] }: Answer, label: string) => {
  const found = folds.find((one) => one.label === label);
  return found === undefined ? undefined : foldText(found).join("\n");
};

describe("a film's card", () => {
  it("keeps its synopsis for those who open it, where synopses are folded", async () => {
    const { program } = starter.bot;
    const folded = { ...program, settings: { ...program.settings, synopses: "folded" as const } };
    const { answer } = await ask({ ...starter.bot, program: folded }, "/pelicula el padrino", asking());
    const open = (await card("el padrino")).text;
    expect(open).toBeTypeOf("string");
    expect(answer.text).toBeUndefined();
    expect(answer.folds?.[0]).toEqual({ label: "Sinopsis", text: open, spoiler: true });
  });

  it("says at a glance how it was liked, how long it is, what it is, who made it and who plays", async () => {
    const { title, glance, text } = await card("el padrino");
    expect(title).toBe("El padrino (The Godfather, 1972)");
    expect(glance).toEqual([
      "⭐ 8,5 (6.024) · 2 h 55 min · Drama, Crimen",
      "Dirección: Francis Ford Coppola",
      "Con Marlon Brando, Al Pacino, James Caan, Robert Duvall y Richard S. Castellano",
    ]);
    expect(text).toMatch(/^En el Nueva York/);
    expect((await card("el padrino", "en")).glance?.slice(0, 2)).toEqual([
      "⭐ 8.5 (6,024) · 2 h 55 min · Drama, Crime",
      "Directed by Francis Ford Coppola",
    ]);
    expect((await card("el padrino", "es-MX")).glance?.[0]).toMatch(/^⭐ 8\.5 \(6,024\)/);
  });

  it("keeps the rest, and money, in parts that open", async () => {
    const answer = await card("el padrino");
    expect(answer.fields).toBeUndefined();
    expect(answer.folds?.map(({ label }) => label)).toEqual(["Más datos", "Dinero"]);
    expect(fold(answer, "Más datos")).toMatch(
      /Estreno\n14 de marzo de 1972\nReparto\n.*John Marley\nPaís\nEstados Unidos\nIdioma original\ninglés\n/,
    );
    expect(fold(answer, "Más datos")).toContain("Votos\n6.024 (votos de 2017) · nota media 8,5");
    expect(fold(answer, "Dinero")).toBe(
      "Dinero\nCostó 6 millones de dólares y recaudó 245 millones: unas 41 veces lo que costó.",
    );
    expect(fold(await card("el padrino", "en"), "Money")).toBe(
      "Money\nIt cost $6 million and made $245 million: about 41 times its cost.",
    );
  });

  it("leads on to films like it, its franchise, who made it and who plays, and to pages elsewhere", async () => {
    const answer = await card("el padrino");
    expect(answer.follow).toEqual([
      { label: "Parecidas", command: "recomendar", options: { titulo: "tmdb:238" } },
      { label: "Saga", command: "franquicia", options: { nombre: "collection:230" } },
      { label: "Dirección", command: "director", options: { nombre: "person:1776" } },
      { label: "Reparto", command: "pelicula", options: { titulo: "tmdb:238", reparto: true } },
    ]);
    expect(answer.links).toEqual([
      { label: "TMDB", url: "https://www.themoviedb.org/movie/238?language=es" },
      { label: "IMDb", url: "https://www.imdb.com/title/tt0068646/" },
      {
        label: "Tráiler",
        url: "https://www.youtube.com/results?search_query=El+padrino+1972+tr%C3%A1iler",
      },
    ]);
    expect(answer.notice).toBe(true);
    for (const { command, options } of answer.follow ?? []) {
      const typed = Object.entries(options).map(([name, value]) => `${name}=${value}`);
      expect((await starter.ask(`/${command} ${typed.join(" ")}`)).status).toBe("ok");
    }
  });

  it("names two directors, since either may be meant", async () => {
    const { glance, follow } = await card("no country for old men");
    expect(glance?.[1]).toBe("Dirección: Joel Coen y Ethan Coen");
    expect(follow?.filter(({ command }) => command === "director").map(({ label }) => label)).toEqual([
      "Joel Coen",
      "Ethan Coen",
    ]);
  });

  it("lists who plays, each with the way to their films, for whoever asks for the cast", async () => {
    const { answer, result } = await starter.ask("/pelicula el padrino reparto=sí");
    expect(result).toMatchObject({ film: { id: 238 } });
    expect(answer.list?.lines.slice(0, 2)).toEqual([
      { head: "Marlon Brando", asks: { command: "actor", options: { nombre: "person:3084" } } },
      { head: "Al Pacino", asks: { command: "actor", options: { nombre: "person:1158" } } },
    ]);
    expect(answer.follow).toEqual([{ label: "Ficha", command: "pelicula", options: { titulo: "tmdb:238" } }]);
  });

  it("shows the synopsis in the reader's language; one in the other opens, and says what it is", async () => {
    const { result } = await starter.ask("/pelicula volver");
    const { synopsisEs, overview } = result as { synopsisEs: string; overview: null };
    const [spanish, english] = await Promise.all([card("volver"), card("volver", "en")]);
    expect(overview).toBeNull();
    expect(spanish.text).toBe(synopsisEs);
    expect(fold(spanish, "Sinopsis (en inglés)")).toBeUndefined();
    expect(english.text).toBeUndefined();
    expect(fold(english, "Synopsis (in Spanish)")).toBe(`Synopsis (in Spanish)\n${synopsisEs}`);
    expect(english.media).toMatchObject({
      url: expect.stringMatching(/^https:\/\/image\.tmdb\.org\/t\/p\/w342\/.+\.jpg$/),
      alt: "Poster of Volver",
    });
  });

  it("says of an old catalogue of when and where it is, and that today is unknown", async () => {
    expect((await card("parasitos")).fields).toEqual([
      { name: "Dónde verla", value: "En 2021 estaba en Hulu (EE. UU.). No sé dónde está hoy." },
    ]);
    expect((await card("parasite 2019", "en")).fields).toEqual([
      { name: "Where to watch", value: "In 2021 it was on Hulu (US). I don't know where it is today." },
    ]);
  });

  it("says that it does not know where to watch a film, but only to whom asks that", async () => {
    const where = { name: "Dónde verla", value: "No sé dónde se puede ver." };
    expect((await card("relatos salvajes")).fields).toBeUndefined();
    const { answer } = await starter.ask("¿dónde puedo ver Relatos salvajes?");
    expect(answer.fields).toEqual([where]);
    expect(answer.folds?.[0]?.label).toBe("Sinopsis");
    const { answer: english } = await starter.ask("where can I watch Wild Tales?", "en");
    expect(english.fields).toEqual([
      { name: "Where to watch", value: "I don't know where it can be watched." },
    ]);
    const { answer: plot } = await starter.ask("¿de qué trata Relatos salvajes?");
    expect(plot.fields).toBeUndefined();
    // Of the film before.
    const conversation = { place: PLACE, asker: SOMEBODY };
    await starter.ask("/pelicula relatos salvajes", "es", conversation);
    const { answer: next } = await starter.ask("¿y dónde la puedo ver?", "es", conversation);
    expect(next).toMatchObject({ title: expect.stringMatching(/^Relatos salvajes/), fields: [where] });
  });

  it("has at most six lines above what opens, and no empty part, for whichever film", async () => {
    const { films } = starter.catalog;
    for (const row of eachRow(films)) {
      if (row % 13 !== 0) continue;
      for (const tag of ["es", "en"]) {
        const answer = await card(`tmdb:${films.id[row]}`, tag);
        const { title, glance = [], text, fields = [] } = answer;
        const lines = [title, ...glance, text, ...fields.map(({ value }) => value)].filter(
          (line) => line !== undefined,
        );
        expect(lines.length, String(title)).toBeLessThanOrEqual(6);
        const parts = [...lines, ...(answer.folds ?? []).flatMap((one) => foldText(one).slice(1))];
        for (const part of parts) expect(part, String(title)).toMatch(/[\p{L}\p{N}]/u);
        for (const one of answer.folds ?? []) expect(foldText(one).length, String(title)).toBeGreaterThan(1);
        expect(answerText(answer)).not.toMatch(/undefined|null|NaN|Infinity/);
      }
    }
  });
});
