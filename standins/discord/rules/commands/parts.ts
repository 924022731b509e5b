/** What the rules about commands, their options and their translations share. */
import { list, object } from "../../json.js";
import type { Path } from "../../refused.js";
import type { Json } from "../../types.js";
import type { Report, Rule } from "../rule.js";

/** A command as it was sent, and where it stands in the request: [] or [index] in a list. */
export interface CommandSubject {
  readonly command: Json;
  readonly base: Path;
}

export const CHAT = 1;

// Devanagari and Thai need their combining marks, which are no letters.
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Commands of chat and all options: letters, digits, - _ ' and no capitals where there are small ones. */
export function isName(name: unknown): boolean {
  return typeof name === "string" && NAME.test(name) && name === name.toLowerCase();
}

export const Option = { subcommand: 1, group: 2, text: 3, integer: 4, channel: 7, number: 10 } as const;

export interface OptionNode {
  readonly path: Path;
  readonly option: Json;
  /** What holds it: the command (0), or an option of this type. */
  readonly within: number;
}

/** Every option, those of subcommands too. */
export function* optionsOf({ command, base }: CommandSubject): Generator<OptionNode> {
  yield* below(command, base, 0);
}

function* below(holder: Json, path: Path, within: number): Generator<OptionNode> {
  for (const [index, each] of list(holder.options).entries()) {
    const option = object(each);
    const place = [...path, "options", index];
    yield { path: place, option, within };
    yield* below(option, place, Number(option.type));
  }
}

/** A check of every option, by itself. */
export function each(check: (node: OptionNode, report: Report) => void): Rule<CommandSubject>["check"] {
  return (subject, report) => {
    for (const node of optionsOf(subject)) check(node, report);
  };
}
