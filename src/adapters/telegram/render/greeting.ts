/** What somebody is told who begins. */
import type { UserFromGetMe } from "grammy/types";
import { mention, rich } from "../../../chat/answer/rich-text.js";
import type { Answer } from "../../../chat/answer/schema.js";
import { exampleOf } from "../../../chat/command/describe.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot } from "../../../chat/contract.js";
import { type Locale, say } from "../../../chat/locale.js";
import { GREETING, GROUP_GREETING } from "../words.js";
import type { Keyboard, MessageContent } from "./content.js";
import { type Line, lines, span } from "./markup.js";

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

/** Below the greeting: a way to try what can be done in any chat, where that is on. */
export function greetingKeyboard(
  { supports_inline_queries: inline }: Pick<UserFromGetMe, "supports_inline_queries">,
  locale: Locale,
): Keyboard {
  return inline ? [[{ text: `🔎 ${say(locale, GREETING.inline)}`, switch_inline_query: "" }]] : [];
}

/** What a group is told when we come to it. */
export function groupGreeting(
  { bot, me }: { readonly bot: Pick<Bot, "program">; readonly me: UserFromGetMe },
  locale: Locale,
): MessageContent {
  const name = `@${me.username}`;
  const similar = commandNamed(bot.program.commands, "recomendar");
  const examples = [
    `${name} ${say(locale, GROUP_GREETING.mood)}`,
    `${name} ${say(locale, GROUP_GREETING.fact)}`,
    ...(similar ? [`/${similar.name}${name} ${say(locale, GROUP_GREETING.likeness)}`] : []),
  ];
  return {
    lines: [
      [span(say(locale, GREETING.title), "b")],
      ...lines(say(locale, GROUP_GREETING.text)),
      // A tap copies them: our name is not kept from being one.
      ...examples.map((text): Line => [{ text: "• " }, { text, tag: "code" }]),
    ],
    keyboard: [],
  };
}
