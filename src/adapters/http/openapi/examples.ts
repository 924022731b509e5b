/** Real answers to each command's own examples, for the documentation. */
import { setImmediate } from "node:timers/promises";
import type { Command } from "../../../chat/command/command.js";
import { dispatch } from "../../../chat/dispatch.js";
import { parseLine, type TypedOptions } from "../../../chat/line/parse.js";
import { recognisedBy } from "../../../chat/line/positionals.js";
import { foldName } from "../../../chat/text.js";
import { outcomeContent } from "../api/content.js";
import type { Asked } from "../api/questions.js";

export interface Example {
  /** Unique among all: "votos_titanic". */
  readonly key: string;
  /** As typed: "/votos titanic". */
  readonly line: string;
  readonly options: TypedOptions;
  readonly body: object;
}

/** Those of the command's examples that are answered on this index. */
export async function examplesOf(command: Command, asked: Omit<Asked, "url">): Promise<readonly Example[]> {
  const { services, locale, now, log } = asked;
  const answered: Example[] = [];
  for (const line of command.examples) {
    // Each is a question of its own: others are answered in between.
    await setImmediate();
    const { options } = parseLine(services.commands, line, recognisedBy(services.find));
    const outcome = await dispatch(services, command, options, { locale, now, log });
    if (outcome.status !== "ok" && outcome.status !== "choices") continue;
    const { body } = outcomeContent(outcome, locale);
    answered.push({ key: slug(line), line: `/${line}`, options, body });
  }
  return answered;
}

function slug(line: string): string {
  return foldName(line)
    .replace(/[^a-z0-9]+/gu, "_")
    .replace(/^_|_$/gu, "");
}
