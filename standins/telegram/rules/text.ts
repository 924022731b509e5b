/** What a text, a caption and a keyboard under them may be. */

import { type Parsed, parseHtml } from "../html.js";
import { Refused } from "../refused.js";
import type { Button, Markup, Payload, Rule } from "../types.js";

export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
export const MAX_CALLBACK_DATA = 64;

/** A text as the payload says it is to be parsed; a reason where it cannot be. */
export function parsed(text: unknown, mode: unknown): Parsed | string {
  if (typeof text !== "string") return "message text is empty";
  if (mode === undefined) return { text, entities: [] };
  if (mode !== "HTML") return `unsupported parse_mode ${String(mode)}: the stand-in knows HTML`;
  if (last?.text !== text) last = { text, result: parsedHtml(text) };
  return last.result;
}

/** Every rule looks at the same text. */
let last: { readonly text: string; readonly result: Parsed | string } | undefined;

function parsedHtml(html: string): Parsed | string {
  try {
    return parseHtml(html);
  } catch (error) {
    if (error instanceof Refused) return error.message.replace(/^Bad Request: /u, "");
    throw error;
  }
}

export const textCanBeParsed: Rule = ({ text, parse_mode }) => reason(parsed(text, parse_mode));

export const textIsNotEmpty: Rule = ({ text, parse_mode }) =>
  shown(text, parse_mode)?.trim() === "" ? "message text is empty" : undefined;

export const textIsNotTooLong: Rule = ({ text, parse_mode }) =>
  (shown(text, parse_mode)?.length ?? 0) > MAX_TEXT ? "message is too long" : undefined;

export const captionCanBeParsed: Rule = ({ caption, parse_mode }) =>
  caption === undefined ? undefined : reason(parsed(caption, parse_mode));

export const captionIsNotTooLong: Rule = ({ caption, parse_mode }) =>
  (shown(caption, parse_mode)?.length ?? 0) > MAX_CAPTION ? "message caption is too long" : undefined;

/** Lone surrogates are no UTF-8. */
export const textIsUtf8: Rule = (payload) =>
  [payload.text, payload.caption].some((text) => typeof text === "string" && /\p{Surrogate}/u.test(text))
    ? "strings must be encoded in UTF-8"
    : undefined;

function reason(result: Parsed | string): string | undefined {
  return typeof result === "string" ? result : undefined;
}

function shown(text: unknown, mode: unknown): string | undefined {
  const result = parsed(text, mode);
  return typeof result === "string" ? undefined : result.text;
}

function buttons({ reply_markup }: Payload): readonly Button[] {
  return ((reply_markup as Markup | undefined)?.inline_keyboard ?? []).flat();
}

export const buttonsHaveText: Rule = (payload) =>
  buttons(payload).some(({ text }) => typeof text !== "string" || text.trim() === "")
    ? "text buttons are unallowed in the inline keyboard"
    : undefined;

/** Besides what it does, a button has a text, and perhaps looks. */
const LOOKS: ReadonlySet<string> = new Set(["text", "icon_custom_emoji_id", "style"]);

/** Exactly one thing happens when a button is pressed. */
export const buttonsDoOneThing: Rule = (payload) =>
  buttons(payload).some((button) => Object.keys(button).filter((key) => !LOOKS.has(key)).length !== 1)
    ? "inline keyboard button must have exactly one of the optional fields"
    : undefined;

export const callbackDataFits: Rule = (payload) =>
  buttons(payload).some(
    ({ callback_data: data }) =>
      data !== undefined && (data === "" || Buffer.byteLength(data) > MAX_CALLBACK_DATA),
  )
    ? "BUTTON_DATA_INVALID"
    : undefined;

/** A page with a domain, or a link into Telegram. */
export const buttonLinksAreLinks: Rule = (payload) => {
  const wrong = buttons(payload).find(
    ({ url }) =>
      url !== undefined && !/^(?:https?:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?|tg:\/\/\S+)$/u.test(url),
  );
  return wrong && `inline keyboard button URL '${wrong.url}' is invalid: Wrong HTTP URL`;
};

export const notTooManyButtons: Rule = (payload) => {
  const { inline_keyboard: rows = [] } = (payload.reply_markup ?? {}) as Markup;
  return rows.length > 100 || rows.some((row) => row.length > 8) || buttons(payload).length > 100
    ? "reply markup is too long"
    : undefined;
};

/** An edited message can carry buttons, but neither ask for a reply nor change the keyboard. */
export const editsHaveInlineKeyboards: Rule = ({ reply_markup }) =>
  reply_markup !== undefined && (reply_markup as Markup).inline_keyboard === undefined
    ? "inline keyboard expected"
    : undefined;

/** A link that Telegram fetches, or an uploaded picture of a kind that it reads. */
export const photoIsShown: Rule = ({ photo }) => unshown(photo);

export const mediaIsShown: Rule = ({ media }) => unshown((media as Payload | undefined)?.media);

function unshown(photo: unknown): string | undefined {
  if (typeof photo !== "string") return "wrong file identifier/HTTP URL specified";
  if (/^upload:(?:png|jpeg):/u.test(photo) || /^https?:\/\/[^\s/]+\.[^\s/]+\/\S+$/u.test(photo))
    return undefined;
  return photo.startsWith("upload:") ? "IMAGE_PROCESS_FAILED" : "wrong file identifier/HTTP URL specified";
}

export const keyboardRules: readonly Rule[] = [
  buttonsHaveText,
  buttonsDoOneThing,
  callbackDataFits,
  buttonLinksAreLinks,
  notTooManyButtons,
];

export const textRules: readonly Rule[] = [
  textIsUtf8,
  textCanBeParsed,
  textIsNotEmpty,
  textIsNotTooLong,
  ...keyboardRules,
];

export const captionRules: readonly Rule[] = [
  textIsUtf8,
  captionCanBeParsed,
  captionIsNotTooLong,
  ...keyboardRules,
];
