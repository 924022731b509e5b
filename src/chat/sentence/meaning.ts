/** What a sentence comes to, in the conversation it is said in: a question to be answered, or what is told instead of one. */
import type { OptionValues } from "../answer/schema.js";
import type { Asked, Asking, Aspect } from "../asking.js";
import { commandNamed } from "../command/names.js";
import type { Bot, Command, Understanding, Understood } from "../contract.js";
import { remember } from "../last-answer.js";
import { SAID_FOR_MORE } from "../line/said.js";
import type { Outcome } from "../outcome.js";
import type { LastAnswer } from "../ports.js";
import { isTitleAlone } from "./as-read.js";
import { continued, ofTheSameFilm } from "./continued.js";
import { noAnswerBefore, talk, unanswered, whichOf } from "./told.js";

/** A typed line as the question it asks. */
export interface LineRead {
  readonly command: Command;
  readonly options: OptionValues;
  /** Whether it asks in other words than a command's: then its answer says how it was read. */
  readonly understood: boolean;
  readonly tentative?: boolean;
  readonly aspect?: Aspect;
  /** Whether it means this only after the answer before it. */
  readonly refersBack?: true;
}

/** What is told of a line that asks no question. */
export interface Unread {
  readonly unread: Outcome;
}

/** A sentence, and what it may refer to. */
export interface Said {
  readonly text: string;
  /** The last answer of the conversation, where there is one. */
  readonly last: LastAnswer | undefined;
}

/** The question that an understanding stands for. */
export function meaningOf(
  bot: Bot,
  understanding: Understanding,
  { text, last }: Said,
  asking: Asking,
): LineRead | Unread {
  switch (understanding.kind) {
    case "question":
      return questionIn(bot, understanding, { text, last });
    case "several": {
      const unread = whichOf(bot, understanding.readings, asking);
      remember(bot, asking, unread);
      return { unread };
    }
    case "more": {
      const picked = last?.choices.find(({ said }) => said?.some((one) => SAID_FOR_MORE.includes(one)));
      const meant = { command: "mas", options: {} };
      return pickedQuestion(bot, picked) ?? { unread: noAnswerBefore(bot, NO_MORE, meant, text, asking) };
    }
    case "pick": {
      const { number: numero } = understanding;
      const picked = last?.lines[numero - 1] ?? last?.choices[numero - 1];
      const meant = { command: "elegir", options: { numero } };
      const words = last === undefined ? NOTHING_TO_PICK : NOT_SO_MANY;
      return pickedQuestion(bot, picked) ?? { unread: noAnswerBefore(bot, words, meant, text, asking) };
    }
    case "talk":
      return { unread: talk(bot, understanding.about, text, asking) };
    case "unanswered":
      return { unread: unanswered(bot, understanding.about, text, asking) };
  }
}

function questionIn(
  bot: Bot,
  asked: Understood & { readonly continues?: boolean },
  { text, last }: Said,
): LineRead {
  const { commands } = bot.program;
  const more =
    last &&
    ((asked.continues ? continued(commands, asked, last) : undefined) ??
      ofTheSameFilm(commands, asked, last));
  const { command, options, tentative } = more ?? asked;
  const understood = !isTitleAlone(bot, text, { command, options });
  const read = { command, options, understood, ...(more ? { refersBack: true as const } : {}) };
  const { aspect } = asked;
  return { ...read, ...(tentative ? { tentative } : {}), ...(aspect ? { aspect } : {}) };
}

/** A question that was offered, or stands behind a line of a list. */
export function pickedQuestion({ program }: Bot, picked: Asked | null | undefined): LineRead | undefined {
  const command = picked ? commandNamed(program.commands, picked.command) : undefined;
  if (!picked || !command) return undefined;
  return { command, options: picked.options, understood: false, refersBack: true };
}

const NO_MORE = {
  es: "¿Más de qué? Pregúntame primero por unas películas.",
  en: "More of what? Ask me for some films first.",
};

const NOTHING_TO_PICK = {
  es: "¿Cuál de qué lista? Pregúntame primero por unas películas.",
  en: "Which one of what list? Ask me for some films first.",
};

const NOT_SO_MANY = {
  es: "En lo último que te dije no hay tantas.",
  en: "There are not that many in what I told you last.",
};
