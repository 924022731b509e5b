/**
 * What a text comes to where nothing needs the catalogue's tables: whether it is read at all, links, talk, titles by
 * their fit, synonyms of commands. Sentences that name things are in tests/program/understand.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import type { Find, LinkTarget, Resolution } from "../../../src/find/port.js";
import { HOSTILE } from "../../support/surface.case.js";
import { find, question, read } from "./two-films.js";

/** Where links lead in these tests. */
const LINKS: Readonly<Record<string, LinkTarget>> = {
  "https://example.org/person": "person",
  "https://example.org/saga": "collection",
  "https://example.org/studio": "company",
  "https://example.org/page": "page",
  "https://example.org/film": "film",
  "https://example.org/series": "series",
};

function named<Row extends number>(text: string, name: string): Resolution<Row> {
  if (text !== name) return { kind: "none", suggestions: [] };
  return { kind: "found", value: 0 as Row, fit: "close", namesakes: [] };
}

/** Beside the two films a franchise, a company and links. */
const films: Find = {
  ...find,
  linkIn: (text) => LINKS[text],
  collection: (text) => named(text, "matrix"),
  company: (text) => named(text, "ghibli"),
};

describe("a text without a slash", () => {
  it.each<[string, string, Record<string, unknown>]>([
    ["titanic", "pelicula", { titulo: "tmdb:597" }],
    ["¿Cuánto dura Titanic?", "duracion", { titulo: "tmdb:597" }],
    // A link asks for what it leads to.
    ["https://example.org/person", "actor", { nombre: "https://example.org/person" }],
    ["https://example.org/saga", "franquicia", { nombre: "https://example.org/saga" }],
    ["https://example.org/studio", "productora", { nombre: "https://example.org/studio" }],
    ["https://example.org/page", "pelicula", { titulo: "https://example.org/page" }],
    ["https://example.org/film", "pelicula", { titulo: "https://example.org/film" }],
    ["https://example.org/series", "pelicula", { titulo: "https://example.org/series" }],
    // Another name of a command, where what follows is what that asks for.
    ["saga matrix", "franquicia", { nombre: "matrix" }],
    ["estudio ghibli", "productora", { nombre: "ghibli" }],
    // Several films of that name are asked back by the command.
    ["cinderella", "pelicula", { titulo: "cinderella" }],
  ])("%s → /%s %o", (text, command, options) => {
    expect(question(text, { films })).toEqual([command, options]);
  });

  it("is offered, not opened, where it is only near a title", () => {
    expect(read("titanik")).toMatchObject({ command: { name: "pelicula" }, tentative: true });
    expect(read("titanic")).not.toHaveProperty("tentative");
  });

  it.each([
    // A command's line without its slash.
    "votos titanic",
    // A command that needs nothing more is one, whatever films are called.
    "datos",
    "ayuda",
    // Nothing to look for.
    "",
    " ",
    "¿?",
    "...",
  ])("leaves “%s” alone", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    ["hola", "greeting"],
    ["muchas gracias", "thanks"],
    ["hasta luego", "farewell"],
    ["eres un inútil", "insult"],
    ["jajaja", "feeling"],
    ["👍", "feeling"],
    ["asdf ghjk qwer tyui zxcv", "other"],
  ])("“%s” is talk: %s", (text, about) => {
    expect(read(text)).toEqual({ kind: "talk", about });
  });

  it("asks only for what there is", () => {
    const without = (...names: readonly string[]) => commands.filter(({ name }) => !names.includes(name));
    for (const text of ["titanic", "https://example.org/film"]) {
      expect(question(text, { films })?.[0]).toBe("pelicula");
      expect(question(text, { films, known: without("pelicula") })?.[0]).not.toBe("pelicula");
    }
    expect(question("¿cuánto dura titanic?", { known: without("duracion") })?.[0]).not.toBe("duracion");
    expect(read("asdfghjkl", { known: [] })?.kind).not.toBe("question");
  });

  it("never throws, whatever it holds", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(HOSTILE, "¿".repeat(2000), "titanic ".repeat(300)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => read(text)).not.toThrow();
      }),
    );
  });
});
