/**
 * What a text comes to where nothing needs the catalogue's tables: whether it is read at all, links, talk, titles by
 * their fit, synonyms of commands. Sentences that name things are in tests/program/understand.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { filmRow } from "../../../src/catalog/rows.js";
import type { Command, Edition, Understanding } from "../../../src/chat/contract.js";
import type { Find, LinkTarget, Resolution } from "../../../src/find/port.js";
import { understand } from "../../../src/understand/understand.js";
import { edition as fake } from "../../support/fakes.js";
import { HOSTILE } from "../../support/surface.case.js";

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

const find: Find = {
  ...fake.find,
  linkIn: (text) => LINKS[text],
  collection: (text) => named(text, "star wars"),
  company: (text) => named(text, "ghibli"),
  person: (text) => named(text, "penelope cruz"),
  // One film, of one word.
  namesIn: (kind, words) =>
    kind === "film" && words.includes("titanic")
      ? [
          {
            from: words.indexOf("titanic"),
            to: words.indexOf("titanic") + 1,
            row: filmRow(0) as never,
            known: 3.9,
            part: 0,
            rivals: 1,
          },
        ]
      : [],
};

const title = { get: () => "Titanic" };

/** The tables that reading looks into: what films are called, their ids, and how well known people are. */
const edition: Edition = {
  ...fake,
  find,
  catalog: {
    manifest: fake.catalog.manifest,
    films: { id: [597], title, titleEs: title, titleEs419: title },
    people: { id: [31], actedVotes: [10], directedVotes: [0] },
  } as unknown as Catalog,
};

function read(text: string, known: readonly Command[] = commands): Understanding | undefined {
  return understand(text, edition, known);
}

/** The command and options of a question; undefined for anything else. */
function brief(text: string, known?: readonly Command[]): readonly unknown[] | undefined {
  const understood = read(text, known);
  return understood?.kind === "question" ? [understood.command.name, understood.options] : undefined;
}

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
    ["saga star wars", "franquicia", { nombre: "star wars" }],
    ["actriz penelope cruz", "actor", { nombre: "penelope cruz" }],
    ["estudio ghibli", "productora", { nombre: "ghibli" }],
    // Several films of that name are asked back by the command.
    ["cinderella", "pelicula", { titulo: "cinderella" }],
  ])("%s → /%s %o", (text, command, options) => {
    expect(brief(text)).toEqual([command, options]);
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
    ["asdfghjkl", "other"],
  ])("“%s” is talk: %s", (text, about) => {
    expect(read(text)).toEqual({ kind: "talk", about });
  });

  it("asks only for what there is", () => {
    const without = (...names: readonly string[]) => commands.filter(({ name }) => !names.includes(name));
    for (const text of ["titanic", "https://example.org/film"]) {
      expect(brief(text)?.[0]).toBe("pelicula");
      expect(brief(text, without("pelicula"))?.[0]).not.toBe("pelicula");
    }
    expect(brief("¿cuánto dura titanic?", without("duracion"))?.[0]).not.toBe("duracion");
    expect(read("asdfghjkl", [])?.kind).not.toBe("question");
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
