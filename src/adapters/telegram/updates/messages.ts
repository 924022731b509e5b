/** Messages: heard, answered, and sent where they came from. */
import type { Api } from "grammy";
import type { Message, UserFromGetMe } from "grammy/types";
import type { Locale } from "../../../chat/locale.js";
import { compose, type Sheet } from "../render/compose.js";
import type { Desk, Saying } from "./responder.js";
import { hear } from "./heard.js";
import type { Languages } from "./languages.js";
import type { LastAnswers } from "./last-answers.js";
import { type Place, placeOf } from "./place.js";
import { send, sendPrompt } from "../render/respond.js";
import { greetingKeyboard, settingsSheet } from "../render/screens.js";

/** What every kind of update is handled with. */
export interface Handling {
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly desk: Desk;
  readonly languages: Languages;
  readonly lastAnswers: LastAnswers;
}

export async function onMessage(handling: Handling, message: Message): Promise<void> {
  const { me, desk, languages, lastAnswers } = handling;
  const heard = hear(message, me, desk.services.commands);
  if (!heard) return;
  const reader = message.from ?? { id: 0 };
  const locale = languages.of(reader);
  const place = placeOf(message);
  const more = heard.kind === "plain" ? lastAnswers.choiceSaid(place, heard.text) : undefined;
  const saying = more ? await desk.pick(more, locale) : await desk.say(heard, locale, reader.id);
  await tell(handling, place, saying, locale, reader.id);
}

/** Sends what there is to say as something new. */
export async function tell(
  handling: Handling,
  place: Place,
  saying: Saying,
  locale: Locale,
  reader: number,
): Promise<void> {
  handling.lastAnswers.note(place, saying);
  if (saying.kind === "prompt") await sendPrompt(handling.api, place, saying.prompt);
  else await send(handling.api, place, sheetOf(handling, saying, locale, place.asker, reader));
}

export function sheetOf(
  { desk, languages }: Pick<Handling, "desk" | "languages">,
  saying: Exclude<Saying, { kind: "prompt" }>,
  locale: Locale,
  asker: number,
  reader: number,
  page = 0,
): Sheet {
  switch (saying.kind) {
    case "settings":
      return settingsSheet(locale, languages.choiceOf({ id: reader }), asker);
    case "greeting":
      return {
        ...compose(saying.answer, { services: desk.services, locale, asker }),
        keyboard: greetingKeyboard(locale),
      };
    case "answer":
      return compose(saying.answer, {
        services: desk.services,
        locale,
        asker,
        question: saying.question,
        page,
      });
  }
}
