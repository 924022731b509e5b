/** Whatever is wrong with a parameter of any command, over HTTP its name is told. */
import { describe, expect, it } from "vitest";
import { commands } from "../../../../commands/index.js";
import { describe as describeOptions } from "../../../../src/chat/command/describe.js";
import { MOST_LISTED, type OptionKind } from "../../../../src/chat/command/options.js";
import { isVocabulary } from "../../../../src/chat/command/vocabularies.js";
import { parseLine } from "../../../../src/chat/line/parse.js";
import { recognisedBy } from "../../../../src/chat/line/positionals.js";
import { hostOf } from "../../../support/http-host.js";
import { starter } from "../../../support/starter-index.js";

const { bot } = starter;
const host = await hostOf(bot);

/** The first example's question with one parameter changed, or left out. */
function address(command: (typeof commands)[number], changed: string, value: string | undefined): string {
  const { options } = parseLine(commands, `/${command.examples[0]}`, recognisedBy(bot.edition.find));
  const given = Object.entries({ ...options, [changed]: value }).flatMap(([name, text]) =>
    text === undefined ? [] : [`${name}=${encodeURIComponent(text)}`],
  );
  return `/api/${command.name.replaceAll(" ", "/")}?${given.join("&")}`;
}

/** A value that is none of its kind; undefined where everything is one. */
function wrongValue(kind: OptionKind, many: boolean): string | undefined {
  if (kind === "integer" || kind === "number") return "99999";
  if (kind === "flag") return "quizás";
  if (many) return Array.from({ length: MOST_LISTED + 1 }, (_, at) => at).join(",");
  return isVocabulary(kind) || kind === "command" ? "zzzzqqq" : undefined;
}

/** What changes something is no GET. */
const read = commands.filter(({ effect, where }) => effect === "read" && where === "anywhere");

describe.each(read.map((command) => [command.name, command] as const))("/%s", (_, command) => {
  const cases = describeOptions(command).flatMap(({ name, kind, many, required }) => {
    const wrong = wrongValue(kind, many);
    return [
      ...(wrong === undefined ? [] : ([[name, wrong, "invalid_parameter"]] as const)),
      ...(required ? ([[name, undefined, "missing_parameter"]] as const) : []),
    ];
  });

  it.each([...cases, ["nadaquever", "1", "unknown_parameter"] as const])(
    "%s=%s",
    async (name, value, code) => {
      const { status, body } = await host.get(address(command, name, value));
      expect(status).toBe(400);
      expect(body).toMatchObject({ status, code, parameter: name });
      expect(body.detail).toBeTruthy();
    },
  );
});

describe("/recomendar", () => {
  it.each([
    ["desde=2000&hasta=1990&genero=ci", "desde"],
    ["desde=ayer", "desde"],
    ["hasta=1492", "hasta"],
    ["pagina=99", "pagina"],
    ["gusta=matrix,asdfghjkl", "gusta"],
    ["titulo=matrix&excluir=asdfghjkl", "excluir"],
    ["menos_populares=quiza", "menos_populares"],
  ])("%s is the fault of %s", async (query, parameter) => {
    const { status, body } = await host.get(`/api/recomendar?${query}`);
    expect(status).toBe(400);
    expect(body.parameter).toBe(parameter);
  });
});
