/** What people ask in their own words: which comes first, a title, a phrase or a command. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import type { FilmRow } from "../../../src/catalog/rows.js";
import type { Command } from "../../../src/chat/contract.js";
import type { Find, LinkTarget, Resolution } from "../../../src/find/port.js";
import { understand } from "../../../src/understand/understand.js";
import { edition } from "../../support/fakes.js";
import { HOSTILE } from "../../support/surface.case.js";

/** How the catalogue of these tests knows a text. */
const FILMS: Readonly<Record<string, Resolution<FilmRow>>> = {
  titanic: exact(),
  "como agua para chocolate": exact(),
  "dia de los muertos": exact(),
  datos: exact(),
  score: exact(),
  "el padrno": { kind: "found", value: 0 as FilmRow, fit: "close", namesakes: [] },
  "nota titanic": exact(),
  "nota roja": { kind: "found", value: 1 as FilmRow, fit: "exact", namesakes: [] },
  "find nemo": { kind: "found", value: 2 as FilmRow, fit: "close", namesakes: [] },
  hamlet: { kind: "choices", values: [0 as FilmRow, 1 as FilmRow] },
};

function exact(): Resolution<FilmRow> {
  return { kind: "found", value: 0 as FilmRow, fit: "exact", namesakes: [] };
}

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
  ...edition.find,
  linkIn: (text) => LINKS[text],
  film: (text) => FILMS[text.toLowerCase()] ?? { kind: "none", suggestions: [] },
  collection: (text) => named(text, "star wars"),
  company: (text) => named(text, "ghibli"),
  person: (text) => named(text, "penelope cruz"),
};

function read(text: string, known: readonly Command[] = commands, films: Find = find) {
  const understood = understand(text, { ...edition, find: films }, known);
  return understood?.kind === "question" ? [understood.command.name, understood.options] : undefined;
}

describe("a text without a slash", () => {
  it.each<[string, string, Record<string, string>]>([
    // A title, exactly: before any phrase, and before a command's line.
    ["titanic", "pelicula", { titulo: "titanic" }],
    ["Como agua para chocolate", "pelicula", { titulo: "Como agua para chocolate" }],
    ["dia de los muertos", "pelicula", { titulo: "dia de los muertos" }],
    ["score", "pelicula", { titulo: "score" }],
    // A phrase.
    ["¿Cuánto dura Titanic?", "duracion", { titulo: "Titanic" }],
    ["películas como El padrino", "recomendar", { titulo: "El padrino" }],
    // A title, more or less.
    ["el padrno", "pelicula", { titulo: "el padrno" }],
    ["hamlet", "pelicula", { titulo: "hamlet" }],
    ["«hamlet»", "pelicula", { titulo: "hamlet" }],
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
    ["peli titanic", "pelicula", { titulo: "titanic" }],
    ["busca tiburones", "buscar", { texto: "tiburones" }],
    // It names the very film that "titanic" does, so that the word before it asks for something …
    ["nota titanic", "votos", { titulo: "titanic" }],
    // … and here is part of the title, or likelier so.
    ["nota roja", "pelicula", { titulo: "nota roja" }],
    ["find nemo", "pelicula", { titulo: "find nemo" }],
    ["saga de mi familia", "pelicula", { titulo: "saga de mi familia" }],
    // Nothing: its card says so.
    ["asdfghjkl", "pelicula", { titulo: "asdfghjkl" }],
    ["2001", "pelicula", { titulo: "2001" }],
    ["gracias", "pelicula", { titulo: "gracias" }],
  ])("%s → /%s %o", (text, command, options) => {
    expect(read(text)).toEqual([command, options]);
  });

  it.each([
    // A command's line without its slash.
    "votos titanic",
    "votos",
    "plataforma puntaje netflix 70 2018",
    "mes enero",
    // A command that needs nothing more is one, whatever films are called.
    "datos",
    "ayuda",
    // A misspelt one.
    "votoss titanic",
    "recomendra matrix",
    // Nothing to look for.
    "",
    " ",
    "¿?",
    "👍",
    "...",
  ])("leaves “%s” alone", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("is a guess where it is only near a title, and none where it is one or names none", () => {
    const isGuess = (text: string) => understand(text, { ...edition, find }, commands)?.tentative ?? false;
    expect(["el padrno", "nota el padrno", "find nemo"].map(isGuess)).toEqual([true, true, true]);
    expect(["titanic", "hamlet", "nota titanic", "asdfghjkl"].map(isGuess)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(isGuess("¿cuánto dura el padrno?")).toBe(false);
  });

  it("asks only for what there is", () => {
    const without = (...names: readonly string[]) => commands.filter(({ name }) => !names.includes(name));
    expect(read("titanic", without("pelicula"))).toBeUndefined();
    expect(read("¿cuánto dura titanic?", without("duracion"))?.[0]).toBe("pelicula");
    expect(read("asdfghjkl", [])).toBeUndefined();
  });

  it("is asked all the same where finding fails: the command meets the bug and tells it", () => {
    const broken: Find = {
      ...find,
      film: () => {
        throw new Error("a bug");
      },
    };
    expect(read("titanic", commands, broken)).toEqual(["pelicula", { titulo: "titanic" }]);
    expect(read("¿cuánto dura titanic?", commands, broken)).toEqual(["duracion", { titulo: "titanic" }]);
    expect(read("votos titanic", commands, broken)).toBeUndefined();
  });

  it("never throws, and asks with one text that stands in it", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constant(HOSTILE),
      fc.constant("¿".repeat(2000)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const [value] = Object.values(understand(text, { ...edition, find }, commands)?.options ?? {});
        if (value !== undefined) expect(text.normalize("NFC")).toContain(String(value).normalize("NFC"));
      }),
    );
  });
});

/** Questions in the phrases of both languages, as people write them. */
describe("a question in words", () => {
  it.each<[string, string, string]>([
    ["¿Cuánto dura Titanic?", "duracion", "Titanic"],
    ["cuanto dura la película El Padrino", "duracion", "El Padrino"],
    ["¿Cuántos votos tiene Amélie?", "votos", "Amélie"],
    ["¿Qué tan popular es Interestelar?", "score", "Interestelar"],
    ["¿Cuánto recaudó Avatar?", "retorno", "Avatar"],
    ["cuanto costo waterworld", "retorno", "waterworld"],
    ["¿Quién dirigió «El laberinto del fauno»?", "pelicula", "El laberinto del fauno"],
    ["¿Dónde puedo ver Roma?", "pelicula", "Roma"],
    ["¿De qué trata Origen?", "pelicula", "Origen"],
    ["películas dirigidas por Almodóvar", "director", "Almodóvar"],
    ["¿Qué películas dirigió Pedro Almodóvar?", "director", "Pedro Almodóvar"],
    ["películas con Penélope Cruz", "actor", "Penélope Cruz"],
    ["¿En qué películas sale Tom Hanks?", "actor", "Tom Hanks"],
    ["Recomiéndame algo parecido a Matrix", "recomendar", "Matrix"],
    ["una película como Up", "recomendar", "Up"],
    ["películas sobre tiburones", "buscar", "tiburones"],
    ["¿Cuántas películas se estrenaron en enero?", "mes", "enero"],
    ["¿Cuántas películas se estrenaron un viernes?", "dia", "viernes"],
    ["¿Cuántas películas se hicieron en España?", "pais", "España"],
    ["¿Cuántas películas hay en francés?", "idioma", "francés"],
    ["How long is The Godfather?", "duracion", "The Godfather"],
    ["how many votes does Titanic have?", "votos", "Titanic"],
    ["how popular is Jaws", "score", "Jaws"],
    ["Who directed Jaws?", "pelicula", "Jaws"],
    ["How much did Titanic make?", "retorno", "Titanic"],
    ["movies like Up", "recomendar", "Up"],
    ["Recommend something like Heat", "recomendar", "Heat"],
    ["movies with Tom Hanks", "actor", "Tom Hanks"],
    ["what movies has Spielberg directed?", "director", "Spielberg"],
    ["films by Hitchcock", "director", "Hitchcock"],
    ["movies about sharks", "buscar", "sharks"],
    ["What is Inception about?", "pelicula", "Inception"],
    ["how many movies came out on Fridays?", "dia", "Friday"],
    ["how many films were made in Japan", "pais", "Japan"],
  ])("%s → /%s %s", (text, command, value) => {
    const asked = commands.find(({ name }) => name === command);
    expect(read(text)).toEqual([command, { [asked?.positional[0] ?? ""]: value }]);
  });
});
