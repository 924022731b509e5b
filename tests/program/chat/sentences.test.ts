/** What is understood of lines and sentences, on the starter catalogue: programs and people can ask the same again. */
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import { partsOf, typedMention } from "../../../src/chat/answer/rich-text.js";
import { commandNamed } from "../../../src/chat/command/names.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { EXAMPLES } from "../../../src/chat/sentence/examples.js";
import { labelOf } from "../../../src/chat/sentence/label.js";
import { understoodOf } from "../../../src/chat/sentence/understood.js";
import type { Language } from "../../../src/words.js";
import { asking } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

const now = new Date("2026-01-01");

const said = [
  "¿cuánto dura Titanic?",
  "quién dirigió parque jurásico",
  "películas como matrix",
  "películas con tom hanks",
  "qué películas dirigió almodóvar",
  "películas sobre tiburones",
  "how long is back to the future",
  "cuánto recaudó titanic",
  "el padrino",
];

const typed = [
  ...commands.flatMap(({ examples }) => examples.map((example) => `/${example}`)),
  "/recomendar romeo + juliet",
  "/recomendar matrix genero=ciencia ficcion desde=1990 plataforma=netflix",
  "/votos asdfghjkl",
  "/actor asdfghjkl",
  "/recomendar gusta=matrix,alien",
];

/** The line above an answer that says how it was read; undefined where there is none. */
function readAs({ answer }: Outcome): string | undefined {
  const [, line] = partsOf(answer.text ?? "");
  return typeof line === "object" ? typedMention(line) : undefined;
}

describe("what is understood", () => {
  it.each([...said, ...typed])("of “%s” is answered the same when a program asks it", async (line) => {
    const outcome = await starter.ask(line);
    const understood = understoodOf(starter.bot, outcome);
    const command = commandNamed(commands, understood?.command ?? "");
    if (!understood || !command) throw new Error(`nothing is understood of ${line}`);
    const again = await dispatch(starter.bot, command, understood.options, asking("es", { now }));
    expect([again.status, again.result]).toEqual([outcome.status, outcome.result]);
    // Exact is exact: understood again it is the same.
    expect(understoodOf(starter.bot, again)).toEqual(understood);
  });

  it("has exact values, and nothing that was not said", async () => {
    const understood = async (line: string) => understoodOf(starter.bot, await starter.ask(line));
    expect(await understood("/recomendar matrix genero=ciencia-ficción")).toEqual({
      command: "recomendar",
      options: { titulo: "tmdb:603", genero: ["Science Fiction"] },
    });
    expect(await understood("/recomendar toy story + shrek")).toEqual({
      command: "recomendar",
      options: { titulo: ["tmdb:862", "tmdb:808"] },
    });
    expect(await understood("/mes enero")).toEqual({ command: "mes", options: { mes: 1 } });
    expect(await understood("/pais argentina")).toEqual({ command: "pais", options: { pais: "AR" } });
    expect(await understood("/pregunta cuánto dura titanic")).toEqual({
      command: "duracion",
      options: { titulo: "tmdb:597" },
    });
    expect(await understood("/nada")).toBeNull();
  });
});

describe("how a sentence was read", () => {
  it.each(said)("is a line that asks the same: “%s”", async (line) => {
    for (const tag of ["es-ES", "es-MX", "en"]) {
      const outcome = await starter.ask(line, tag);
      const again = readAs(outcome);
      // A title alone needs no word about it.
      if (again === undefined) expect(line).toBe("el padrino");
      else expect((await starter.ask(again, tag)).result).toEqual(outcome.result);
    }
  });

  it("calls things by the names that the reader knows, where those mean just them", () => {
    const label = (name: string, options: Record<string, string | string[]>, tag = "es-ES") => {
      const command = commandNamed(commands, name);
      if (!command) throw new Error(name);
      return labelOf(starter.edition.find, command, options, asking(tag).locale);
    };
    expect(label("pelicula", { titulo: "tmdb:329" })).toBe("Ficha de Parque Jurásico (1993)");
    expect(label("pelicula", { titulo: "tmdb:329" }, "en")).toBe("Card of Jurassic Park (1993)");
    expect(label("actor", { nombre: "person:31" })).toBe("Películas con Tom Hanks");
    expect(label("recomendar", { titulo: "tmdb:603", genero: "Horror", plataforma: "netflix" })).toBe(
      "Películas parecidas a Matrix (1999) de terror en Netflix",
    );
    expect(label("pais", { pais: "AR" })).toBe("Cuántas películas son de Argentina");
    expect(label("pelicula", { titulo: "tmdb:999999999" })).toBe("Ficha de tmdb:999999999");
  });
});

describe("the examples that are offered", () => {
  const all = (["es", "en"] as const).flatMap((language: Language) =>
    EXAMPLES[language].map((example) => [example, language] as const),
  );

  it.each(all)("are answered: %s", async (example, language) => {
    expect((await starter.ask(example, language)).status).toBe("ok");
  });
});
