/** What somebody is told who begins. */
import { mention, rich } from "../../../chat/answer/rich-text.js";
import type { Answer } from "../../../chat/answer/schema.js";
import { exampleOf } from "../../../chat/command/describe.js";
import type { Bot } from "../../../chat/contract.js";
import { type Locale, say } from "../../../chat/locale.js";
import { GREETING } from "../words.js";
import type { Keyboard } from "./content.js";

export function greeting({ program }: Pick<Bot, "program">, locale: Locale): Answer {
  const [first] = program.commands;
  const [text, help] = [say(locale, GREETING.text), say(locale, GREETING.help)];
  const helpCommand = mention(say(locale, GREETING.command));
  return {
    kind: "help",
    title: say(locale, GREETING.title),
    text: rich`${text}\n\n${help}${helpCommand}`,
    ...(first === undefined ? {} : { list: { lines: [{ head: [exampleOf(first)] }] } }),
    notice: true,
  };
}

/** Below the greeting: a way to try what can be done in any chat. */
export function greetingKeyboard(locale: Locale): Keyboard {
  return [[{ text: `🔎 ${say(locale, GREETING.inline)}`, switch_inline_query: "" }]];
}
