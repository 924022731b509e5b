/** Real answers to each command's own examples, for the documentation. */
import { setImmediate } from "node:timers/promises";
import type { OptionValues } from "../../../chat/answer/schema.js";
import { coerce, plainValues } from "../../../chat/command/coerce.js";
import type { Command } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import { parseLine } from "../../../chat/line/parse.js";
import { recognisedBy } from "../../../chat/line/positionals.js";
import { foldName } from "../../../chat/text.js";
import { commandContent } from "../api/content.js";
import { publicCommands, takesToken } from "../api/endpoints.js";
import { presentingFor } from "../api/presenting.js";
import type { ApiRequest } from "../api/questions.js";

export interface Example {
  /** Unique among all: "votos_titanic". */
  readonly key: string;
  /** As typed: "/votos titanic". */
  readonly line: string;
  readonly options: OptionValues;
  readonly body: object;
}

/** A document is read by people too: beside the first example of a command, none is as long as a picture. */
const MOST_CHARACTERS = 50_000;

/** Those of the command's examples that are answered on this index; none of a command that takes the token. */
export async function examplesOf(
  command: Command,
  { bot, locale, now }: Omit<ApiRequest, "url">,
): Promise<readonly Example[]> {
  if (takesToken(command)) return [];
  const commands = publicCommands(bot.program.commands);
  const answered: Example[] = [];
  for (const line of command.examples) {
    // Each is a question of its own: others are answered in between.
    await setImmediate();
    const { options } = parseLine(commands, line, recognisedBy(bot.edition.find));
    const outcome = await dispatch(bot, command, options, { locale, now, effect: "read" });
    if (outcome.status !== "ok" && outcome.status !== "choices") continue;
    const { body } = commandContent(bot, command, outcome, presentingFor(bot, locale));
    if (answered.length > 0 && JSON.stringify(body).length > MOST_CHARACTERS) continue;
    answered.push({
      key: slug(line),
      line: `/${line}`,
      options: plainValues(coerce(command, options)),
      body,
    });
  }
  return answered;
}

function slug(line: string): string {
  return foldName(line)
    .replace(/[^a-z0-9]+/gu, "_")
    .replace(/^_|_$/gu, "");
}
