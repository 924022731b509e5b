/** Golden answers about the bot and its data, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import { plainLine, plainText } from "../../../src/chat/answer/rich-text.js";
import { ask } from "../../../src/chat/ask.js";
import { saidChoice } from "../../../src/chat/line/said.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { asking } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Outcome) => answerText(answer);

describe("/datos and /ayuda", () => {
  it("tells how many films from where", async () => {
    const { result } = await question("/datos");
    expect(result).toMatchObject({
      filmCount: starter.catalog.films.rowCount,
      version: starter.version,
      builtAt: starter.catalog.builtAt,
    });
    expect(Date.parse(starter.catalog.builtAt ?? "")).toBeLessThan(Date.now());
    expect((result as { sources: unknown[] }).sources.length).toBeGreaterThan(0);
  });

  it.each([
    ["es", "Al leer las fuentes", "1 arreglo · 1.200 rechazos · 2 dudas"],
    ["en", "While reading the sources", "1 repair · 1,200 refusals · 2 doubts"],
  ])("tells in one line what was wrong in the sources (%s)", async (tag, name, value) => {
    const told = { repaired: 1, merged: 0, refused: 1200, doubtful: 2 };
    const edition = { ...starter.edition, catalog: { ...starter.catalog, told } };
    const { answer } = await ask({ ...starter.bot, edition }, "/datos", asking(tag));
    expect(answer.fields).toContainEqual({ name, value });
  });

  it("tells sources by kind, however many files there are", async () => {
    const { answer } = await question("/datos");
    expect(answer.text).toMatch(
      /^Votos y popularidad: \d{4}(?: a \d{4})? · Plataformas: 2021 · Estrenos hasta \p{Ll}+ de \d{4}$/u,
    );
    const lines = answer.folds?.find(({ label }) => label === "Archivos")?.list?.lines ?? [];
    expect(lines.length).toBeLessThan(12);
    expect(lines.find(({ head }) => head === "films-*.json")?.details).toEqual([
      expect.stringMatching(/^\d+ archivos$/),
      expect.stringMatching(/^\d\.\d{3} filas$/),
    ]);
    expect(lines).toContainEqual({ head: "streaming-*.json", details: ["4 archivos", "1.611 filas"] });
    expect(lines.map((line) => plainLine(line))).toContain("streaming-*.json · 4 archivos · 1.611 filas");
    expect(lines.find(({ head }) => head === "ids.json")?.details).toEqual([
      expect.stringMatching(/ filas$/),
    ]);
  });

  it("lists every command, and explains each", async () => {
    const overview = await question("/ayuda todo");
    const text = words(overview);
    for (const { name, summary } of commands) {
      expect(text).toContain(`/${name}`);
      expect(text).toContain(` — ${summary.es}`);
      expect(words(await question(`/ayuda ${name}`))).toContain(`/${name}`);
    }
    // What can be typed or pressed is no part of a sentence.
    expect(overview.answer.list?.lines.map(({ head }) => head)).toEqual(
      commands.map(({ name }) => [expect.objectContaining({ command: name })]),
    );
    const { answer } = await question("/ayuda votos");
    expect(answer.title).toEqual([{ command: "votos", typed: "<título>" }]);
    expect(answer.list).toEqual({
      heading: "Por ejemplo:",
      lines: [
        { head: [{ command: "votos", typed: "titanic" }] },
        { head: [{ command: "votos", typed: "cinderella" }] },
      ],
    });
    expect(await question("/ayuda vots")).toMatchObject({
      status: "error",
      error: { code: "invalid_parameter", option: "comando" },
      answer: { choices: [{ command: "ayuda", options: { comando: "votos" } }] },
    });
  });

  it("helps with five examples first, and with the rest when asked for more", async () => {
    const { answer, result } = await question("/ayuda");
    expect(answer.list?.lines).toHaveLength(5);
    for (const { head } of answer.list?.lines ?? [])
      expect(head).toEqual([{ command: expect.any(String), typed: expect.any(String) }]);
    expect((result as { commands: unknown[] }).commands).toHaveLength(commands.length);
    const more = saidChoice(answer, "más");
    expect(more).toMatchObject({ label: "Más", command: "ayuda", inPlace: true });
    expect((await question("/ayuda", "en")).answer.choices).toMatchObject([{ label: "More" }]);
    expect((await question(`/ayuda ${more?.options.comando}`)).answer.list?.lines).toHaveLength(
      commands.length,
    );
  });

  it("lists the commands of two words by the first", async () => {
    const { answer } = await question("/ayuda plataforma");
    expect(answer.list?.lines.map(({ head }) => plainText(head))).toEqual([
      expect.stringMatching(/^\/plataforma cantidad /u),
      expect.stringMatching(/^\/plataforma maxima /u),
      expect.stringMatching(/^\/plataforma puntaje /u),
      expect.stringMatching(/^\/plataforma actor /u),
    ]);
    const alone = await question("/plataforma");
    expect(alone).toMatchObject({ status: "error", error: { code: "unknown_command" } });
    expect(alone.answer.choices?.map(({ command }) => command)).toContain("plataforma maxima");
  });

  it("tells options by the names that are typed, and none that only buttons give", async () => {
    const { answer } = await question("/ayuda recomendar");
    const names = answer.folds?.flatMap(({ fields = [] }) => fields.map(({ name }) => name)) ?? [];
    expect(names).toContain("menos_populares=");
    expect(names.join(" ")).not.toMatch(/pagina|semilla/u);
    expect(plainText(answer.title ?? "")).toBe("/recomendar [título] […]");
  });

  it("have TMDB's notice below them", async () => {
    for (const line of ["/ayuda", "/ayuda todo", "/datos"])
      expect((await question(line)).answer.notice, line).toBe(true);
    expect((await question("/votos asdfghjkl")).answer.notice).toBeUndefined();
  });
});
