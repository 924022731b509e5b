/** What holds for the answers of every command, on the starter catalogue. */
import { beforeAll, describe, expect, it } from "vitest";
import { commands as all } from "../../../commands/index.js";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import { type Answer, answerSchema } from "../../../src/chat/answer/schema.js";
import { parseLocale } from "../../../src/chat/locale.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { keptBot } from "../../support/kept-bot.js";

/** What is for groups alone, and changes them, has tests of its own. */
const commands = all.filter(({ where }) => where === "anywhere");

/** Somebody whose films are known, in a group: some commands answer of these. */
const kept = keptBot();
const question = (line: string, tag = "es") => kept.ask("fake:1", line, { locale: parseLocale(tag) });
beforeAll(async () => {
  for (const line of ["/valorar el laberinto del fauno 9", "/valorar volver 7", "/pendientes titanic"]) {
    await question(line);
  }
});

const words = ({ answer }: Outcome) => answerText(answer);

describe("every command", () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    "/%s answers its own examples",
    async (name, command) => {
      for (const example of command.examples) {
        const outcome = await question(`/${example}`);
        // A sentence is answered by what it means.
        if (command.sentence === undefined) expect(outcome.command).toBe(name);
        else expect(outcome.command).not.toBeNull();
        expect(["ok", "choices"]).toContain(outcome.status);
        if (outcome.status === "ok") expect(command.result.safeParse(outcome.result).error).toBeUndefined();
        expect(answerSchema.strict().safeParse(outcome.answer).error).toBeUndefined();
        expect(words(outcome).length).toBeGreaterThan(10);
      }
    },
  );

  it("answers in the reader's language", async () => {
    const lines = commands.flatMap(({ examples }) => examples.map((example) => `/${example}`));
    for (const line of [...lines, "/votos asdfghjkl", "/mes tomate", "/nada"]) {
      const [spanish, english] = await Promise.all([question(line, "es"), question(line, "en")]);
      expect(english.result, line).toEqual(spanish.result);
      expect(words(english), line).not.toBe(words(spanish));
    }
  });

  /** Questions that are answered, asked back, refused, and not understood. */
  const lines = [
    ...commands.flatMap(({ examples }) => examples.map((example) => `/${example}`)),
    ...commands.map(({ name }) => `/ayuda ${name}`),
    ...["/votos asdfghjkl", "/actor asdfghjkl", "/director anderson", "/franquicia asdfghjkl"],
    ...[
      "/productora asdfghjkl",
      "/buscar xyzzy",
      "/mes tomate",
      "/genero",
      "/votso titanic",
      "/votos",
      "hola",
    ],
    ...[
      "/recomendar matrix desde=2000 hasta=1990",
      "/recomendar matrix hasta=1895",
      "/recomendar gusta=zzzzqq",
    ],
    ...["/recomendar", "/recomendar menos_populares=quizás", "/votos titulo=x titulo2=y", "/ayuda vots"],
  ];

  it.each(lines)("%s is answered in the quotation marks of the reader's language", async (line) => {
    const [spanish, english] = await Promise.all([question(line), question(line, "en")]);
    expect(ownWords(spanish.answer)).not.toMatch(/[“”]/u);
    expect(ownWords(english.answer)).not.toMatch(/[«»]/u);
  });

  it.each(lines)("%s names commands so that each platform can show them in its own way", async (line) => {
    const { answer } = await question(line);
    for (const text of textsOf(answer)) {
      const [hidden] = commands.filter(({ name }) => new RegExp(`/${name}\\b`, "u").test(text));
      expect(hidden?.name, text).toBeUndefined();
    }
  });

  it("shows a reader of another region that region's titles", async () => {
    expect(words(await question("/votos home alone", "es-ES"))).toContain("Solo en casa");
    expect(words(await question("/votos home alone", "es-MX"))).toContain("Mi pobre angelito");
    expect(words(await question("/votos solo en casa", "en"))).toContain("Home Alone");
  });
});

/** All that is said, but for synopses, which are quoted as they are. */
function ownWords({ kind, text, ...answer }: Answer): string {
  return answerText(kind === "film" ? { kind, ...answer } : { kind, text, ...answer });
}

/** The strings of an answer between which commands may be mentioned. */
function textsOf({ title, text, list, prompt, footer, fields = [] }: Answer): string[] {
  const lines = list?.lines ?? [];
  const rich = [title, text, prompt, footer, list?.heading, ...lines.map(({ head }) => head)];
  const details = lines.flatMap((line) => [...(line.details ?? []), line.why ?? ""]);
  const plain = rich.map((one) => plainText(one ?? "", () => ""));
  return [...plain, ...details, ...fields.map(({ value }) => value)];
}
