/** Outcomes of sentences that no command answers: one line, and two examples of what can be asked. */

import type { Words } from "../../words.js";
import type { Asked, Asking } from "../asking.js";
import type { Bot, TalkKind, UnansweredKind, Understood } from "../contract.js";
import { SAID_FOR_YES } from "../line/said.js";
import { say } from "../locale.js";
import type { Outcome } from "../outcome.js";
import { varied, withExamples } from "./examples.js";
import { labelOf } from "./label.js";
import { TALK, UNANSWERED } from "./talk.js";

/** A friendly word for what is no question about films. */
export function talk(bot: Bot, about: TalkKind, text: string, asking: Asking): Outcome {
  const said = varied(say(asking.locale, TALK[about]), text) ?? "";
  return nothing(bot, said, text, asking);
}

/** What nobody here can answer, said so. */
export function unanswered(bot: Bot, about: UnansweredKind, text: string, asking: Asking): Outcome {
  return nothing(bot, say(asking.locale, UNANSWERED[about]), text, asking);
}

/** A word about an answer that is not there: what was understood is told all the same. */
export function noAnswerBefore(
  bot: Bot,
  words: Words,
  understood: Asked,
  text: string,
  asking: Asking,
): Outcome {
  return { ...nothing(bot, say(asking.locale, words), text, asking), understood };
}

/** Which of several readings was meant; of one, whether it was. */
export function whichOf(bot: Bot, readings: readonly Understood[], { locale }: Asking): Outcome {
  const only = readings.length === 1;
  const choices = readings.map(({ command, options }) => ({
    label: labelOf(bot.edition.find, command, options, locale),
    command: command.name,
    options,
    ...(only ? { said: SAID_FOR_YES } : {}),
  }));
  const title = say(
    locale,
    only
      ? { es: "¿Es esto lo que buscas?", en: "Is this what you are looking for?" }
      : { es: "¿Qué quisiste decir?", en: "What did you mean?" },
  );
  return { ...UNASKED, status: "choices", answer: { kind: "choices", title, choices } };
}

/** What no command answers has neither a question that can be asked again nor a result. */
const UNASKED = { command: null, asked: null, result: null, cacheable: true } as const;

function nothing({ program }: Bot, said: string, text: string, { locale }: Asking): Outcome {
  const answer = withExamples(program, { kind: "empty", text: said }, text, locale);
  return { ...UNASKED, status: "empty", answer };
}
