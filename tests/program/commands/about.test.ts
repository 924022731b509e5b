/** Golden answers about the bot and its data, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import { plainLine } from "../../../src/chat/answer/rich-text.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Outcome) => answerText(answer);

describe("/datos and /ayuda", () => {
  it("tells how many films from where", async () => {
    const { result } = await question("/datos");
    expect(result).toMatchObject({
      filmCount: starter.catalog.films.rowCount,
      version: starter.version,
      builtAt: null,
    });
    expect((result as { sources: unknown[] }).sources.length).toBeGreaterThan(0);
  });

  it("tells sources by kind, however many files there are", async () => {
    const lines = (await question("/datos")).answer.list?.lines ?? [];
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
    const overview = await question("/ayuda");
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

  it("shows TMDB's notice in its own words", async () => {
    const notice = "This product uses the TMDB API but is not endorsed or certified by TMDB.";
    expect(words(await question("/ayuda"))).toContain(notice);
    expect(words(await question("/datos"))).toContain(notice);
  });
});
