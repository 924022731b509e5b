import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STATUS_CODES } from "../../../src/adapters/http/api/errors/problem.js";
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import { ERROR_CODES } from "../../../src/chat/errors/codes.js";
import { DependencyError, toldError, UserError } from "../../../src/chat/errors/errors.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { memoryPorts, SECRET } from "../../support/fakes.js";

describe("docs/errors.md", () => {
  const rows = readFileSync(join(PACKAGE_ROOT, "docs/errors.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it("tells every code there is, in the same order, with its meaning and its HTTP status", () => {
    const told = rows.map(([code, meaning, , status]) => [code, meaning, Number(status)]);
    const known = Object.entries(ERROR_CODES).map(([code, { en }]) => [
      `\`${code}\``,
      en,
      STATUS_CODES[code as keyof typeof ERROR_CODES],
    ]);
    expect(told).toEqual(known);
    for (const [code, , when] of rows) expect(when, code).not.toBe("");
  });
});

describe("an error", () => {
  it("of the person has words in which commands are mentioned, and what they may have meant", () => {
    const suggestions = [{ label: "/votos", command: "votos", options: {} }];
    const words = { es: rich`Prueba con ${mention("votos")}.`, en: rich`Try ${mention("votos")}.` };
    const error = new UserError("invalid_parameter", words, { option: "titulo", suggestions });
    const { log, logged } = memoryPorts();
    expect(error.message).toBe("Try /votos.");
    expect(toldError(error, "votos", SPANISH, log)).toEqual({
      answer: { kind: "error", text: ["Prueba con ", { command: "votos" }, "."], choices: suggestions },
      error: { code: "invalid_parameter", option: "titulo" },
    });
    expect(toldError(new UserError("expired", words), null, SPANISH, log)).toEqual({
      answer: { kind: "error", text: words.es },
      error: { code: "expired" },
    });
    expect(logged).toEqual([]);
  });

  it("of a dependency is told without its cause, which is logged", () => {
    const { log, logged } = memoryPorts();
    const words = { es: "Ahora no.", en: "Not now." };
    const error = new DependencyError("store", words, { cause: new Error(SECRET) });
    const told = toldError(error, "votos", parseLocale("en"), log);
    expect(told).toEqual({ answer: { kind: "error", text: "Not now." }, error: { code: "unavailable" } });
    expect(logged).toMatchObject([{ details: { err: error, dependency: "store", command: "votos" } }]);
  });
});
