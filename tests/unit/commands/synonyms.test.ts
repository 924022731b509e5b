/** Other names that people call commands by. */
import { describe, expect, it } from "vitest";
import { commands, operatorCommands } from "../../../commands/index.js";
import { shownWords } from "../../../src/adapters/discord/registration/command-names.js";
import { listFor } from "../../../src/adapters/telegram/registration.js";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import { furtherNames } from "../../../src/chat/command/names.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { parseLine } from "../../../src/chat/line/parse.js";
import { parseLocale } from "../../../src/chat/locale.js";

const all = [...commands, ...operatorCommands];
const SYNONYMS = all.flatMap((command) => [...command.synonyms.es, ...command.synonyms.en]);

describe("a synonym", () => {
  it("is plain, and means one command and is no other's name", () => {
    const meant = new Map<string, string>();
    for (const command of all) {
      for (const name of furtherNames(command)) {
        expect(name).toMatch(/^[a-z]+( [a-z]+)?$/u);
        expect([name, meant.get(name) ?? command.name]).toEqual([name, command.name]);
        expect(all.filter((other) => other.name === name)).toEqual([]);
        meant.set(name, command.name);
      }
    }
    expect(meant.size).toBeGreaterThan(80);
  });

  it("stands in no menu", () => {
    const listed = ["es", "en"].flatMap((tag) => {
      const program = { commands, operatorCommands, actions: [] };
      const telegram = listFor(program, { type: "all_group_chats" }, parseLocale(tag));
      return telegram.map(({ command }) => command);
    });
    const discord = all.flatMap((command) =>
      (["es", "en"] as const).map((language) => shownWords(command, language).join(" ")),
    );
    // The first word of several commands may be called for alone.
    const families = new Set(commands.map(({ name }) => name.split(" ")[0]));
    const inMenu = [...listed, ...discord].filter((name) => !families.has(name));
    expect(inMenu.filter((name) => SYNONYMS.includes(name))).toEqual([]);
  });

  it.each([
    ["/actriz penelope cruz", "actor"],
    ["/Actriz penelope cruz", "actor"],
    ["/directora sofia coppola", "director"],
    ["/saga@claqueta_bot star wars", "franquicia"],
    ["/colección star wars", "franquicia"],
    ["/peli titanic", "pelicula"],
    ["/film titanic", "pelicula"],
    ["/movie titanic", "pelicula"],
    ["/ficha titanic", "pelicula"],
    ["/info titanic", "pelicula"],
    ["/estudio ghibli", "productora"],
    ["/parecidas matrix", "recomendar"],
    ["/similares matrix", "recomendar"],
    ["/recomienda matrix", "recomendar"],
    ["/recomendación matrix", "recomendar"],
    ["/puntaje titanic", "votos"],
    ["/nota titanic", "votos"],
    ["/votación titanic", "votos"],
    ["/popularidad titanic", "score"],
    ["/cuánto dura titanic", "duracion"],
    ["/taquilla titanic", "retorno"],
    ["/recaudación titanic", "retorno"],
    ["/box office titanic", "retorno"],
    ["/busca tiburones", "buscar"],
    ["/month january", "mes"],
    ["/help", "ayuda"],
    ["/start", "ayuda"],
  ])("is a name behind the slash: %s → /%s", (line, name) => {
    expect(parseLine(commands, line).command.name).toBe(name);
  });

  it.each([
    ["/acrtiz penelope cruz", "/actor penelope cruz"],
    ["/realizadro sofia coppola", "/director sofia coppola"],
    ["/taquila avatar", "/retorno avatar"],
    ["/similarse matrix", "/recomendar matrix"],
  ])("misspelt suggests its command: %s → %s", (line, label) => {
    expect(refusal(line).suggestions.map((choice) => choice.label)).toEqual([label]);
  });

  it.each(["/hola", "/gracias", "/xyz titanic"])("is none of what is only said: %s", (line) => {
    expect(plainText(refusal(line).words.es)).not.toContain("¿Quisiste decir");
  });
});

function refusal(line: string): UserError {
  try {
    parseLine(commands, line);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`"${line}" was read`);
}
