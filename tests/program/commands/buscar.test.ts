/** `/buscar`, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { filmById } from "../../../src/catalog/catalog.js";
import { releaseYear } from "../../../src/catalog/film.js";
import type { FilmRow } from "../../../src/catalog/rows.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Outcome) => answerText(answer);

describe("/buscar", () => {
  it.each([
    ["tiburones", 578],
    ["de Spielberg con dinosaurios", 329],
    ["dinosaurs spielberg", 329],
  ])("%s", async (text, id) => {
    const outcome = await question(`/buscar ${text}`);
    expect((outcome.result as { films: { film: { id: number } }[] }).films[0]?.film.id).toBe(id);
    expect(outcome.answer.list?.lines[0]?.asks).toEqual({
      command: "pelicula",
      options: { titulo: `tmdb:${id}` },
    });
  });

  it("says so where nothing is about that", async () => {
    const outcome = await question("/buscar xyzzy");
    expect(outcome).toMatchObject({ status: "empty", result: null });
    expect(words(outcome)).toContain("«xyzzy»");
    expect(words(await question("/buscar xyzzy", "en"))).toContain("“xyzzy”");
  });

  it("says of which words a film has fewer than the best", async () => {
    const { answer, result } = await question("/buscar de spielberg con dinosaurios");
    expect(answer.title).toBe("Películas sobre «de spielberg con dinosaurios»");
    const [first, ...others] = answer.list?.lines ?? [];
    expect(first).toEqual({
      head: "Parque Jurásico (Jurassic Park, 1993)",
      asks: { command: "pelicula", options: { titulo: "tmdb:329" } },
    });
    expect(others).toContainEqual(
      expect.objectContaining({ head: "Jurassic World (2015)", why: "dinosaurios" }),
    );
    expect(answer.list?.lines).toHaveLength((result as { films: unknown[] }).films.length);
    const { answer: english } = await question("/buscar dinosaurs spielberg", "en");
    expect(english.title).toBe("Films about “dinosaurs spielberg”");
  });

  const { catalog } = starter;
  const { films, genres, countries, keywords } = catalog;
  const names = <Row extends number>(rows: Iterable<Row>, name: { get(row: Row): string }) =>
    [...rows].map((row) => name.get(row));
  const genresOf = (row: FilmRow) => names(films.genres.get(row), genres.name);
  const countriesOf = (row: FilmRow) => names(films.countries.get(row), countries.code);
  const keywordsOf = (row: FilmRow) => names(films.keywords.get(row), keywords.name);
  const isOf = (row: FilmRow, decade: number) =>
    Math.floor((releaseYear(catalog, row) ?? 0) / 10) * 10 === decade;

  /** The rows of the films that an answer lists. */
  const found = async (text: string): Promise<FilmRow[]> => {
    const { result } = await question(`/buscar ${text}`);
    const listed = (result as { films: { film: { id: number } }[] }).films;
    return listed.flatMap(({ film }) => filmById(catalog, film.id) ?? []);
  };

  it.each<[string, (row: FilmRow) => boolean]>([
    ["terror", (row) => genresOf(row)[0] === "Horror"],
    ["películas de miedo", (row) => genresOf(row)[0] === "Horror"],
    ["comedias", (row) => genresOf(row)[0] === "Comedy"],
    ["comedia romántica", (row) => genresOf(row).includes("Comedy") && genresOf(row).includes("Romance")],
    ["terror de los 80", (row) => genresOf(row).includes("Horror") && isOf(row, 1980)],
    [
      "ciencia ficción de la década de los noventa",
      (row) => genresOf(row).includes("Science Fiction") && isOf(row, 1990),
    ],
    ["películas de 1994", (row) => releaseYear(catalog, row) === 1994],
    ["cine argentino", (row) => countriesOf(row).includes("AR")],
    ["comedias españolas", (row) => genresOf(row).includes("Comedy") && countriesOf(row).includes("ES")],
    ["horror from the eighties", (row) => genresOf(row).includes("Horror") && isOf(row, 1980)],
  ])("%s: nothing else", async (text, isRight) => {
    const rows = await found(text);
    expect(rows).toHaveLength(10);
    expect(rows.filter((row) => !isRight(row)).map((row) => films.title.get(row))).toEqual([]);
  });

  it("takes football for what is played with the feet, and knows it from the American", async () => {
    const [soccer, american] = [await found("fútbol"), await found("fútbol americano")];
    const isAmerican = (row: FilmRow) => keywordsOf(row).some((name) => name.startsWith("american football"));
    expect(soccer.length).toBeGreaterThan(3);
    expect(soccer.filter(isAmerican)).toEqual([]);
    expect(american.slice(0, 1).filter(isAmerican)).toHaveLength(1);
  });

  it.each([
    ["casas encantadas", "casa embrujada"],
    ["bucle temporal", "time loop"],
    ["viajes en el tiempo", "viajar en el tiempo"],
  ])("%s is the theme that %s is", async (one, other) => {
    const rows = await found(one);
    expect(rows.length).toBeGreaterThan(0);
    expect((await found(other)).slice(0, 1)).toEqual(rows.slice(0, 1));
  });

  it("puts films that bear a theme before those whose plots have its words apart", async () => {
    const rows = await found("casas encantadas");
    const bears = rows.map((row) => keywordsOf(row).some((name) => name.startsWith("haunted")));
    expect(bears[0]).toBe(true);
    expect(bears.lastIndexOf(true)).toBe(bears.filter(Boolean).length - 1);
  });
});
