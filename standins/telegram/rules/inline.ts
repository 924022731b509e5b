/** What an answer to an inline query, and one to a pressed button, may be. */
import type { Payload, Rule } from "../types.js";
import { keyboardRules, textCanBeParsed, textIsNotEmpty, textIsNotTooLong } from "./text.js";

export const MAX_RESULTS = 50;
export const MAX_BYTES = 64;

/** Those of an inline query, or the one that a guest says. */
function results({ results, result }: Payload): readonly Payload[] {
  if (result !== undefined) return [result as Payload];
  return Array.isArray(results) ? (results as Payload[]) : [];
}

export const notTooManyResults: Rule = (payload) =>
  results(payload).length > MAX_RESULTS ? "RESULTS_TOO_MUCH" : undefined;

export const resultIdsFit: Rule = (payload) =>
  results(payload).some(({ id }) => typeof id !== "string" || id === "" || Buffer.byteLength(id) > MAX_BYTES)
    ? "RESULT_ID_INVALID"
    : undefined;

export const resultIdsDiffer: Rule = (payload) =>
  new Set(results(payload).map(({ id }) => id)).size < results(payload).length
    ? "RESULT_ID_DUPLICATE"
    : undefined;

export const nextOffsetFits: Rule = ({ next_offset }) =>
  typeof next_offset === "string" && Buffer.byteLength(next_offset) > MAX_BYTES
    ? "NEXT_OFFSET_INVALID"
    : undefined;

export const resultsHaveTitles: Rule = (payload) =>
  results(payload).some(
    ({ type, title }) => type === "article" && (typeof title !== "string" || title.trim() === ""),
  )
    ? "article title must be non-empty"
    : undefined;

/** What is sent when a result is picked has to hold as a message. */
export const contentsAreMessages: Rule = (payload) => {
  for (const { input_message_content: content, reply_markup } of results(payload)) {
    if (content === undefined) continue;
    const { message_text: text, parse_mode } = content as Payload;
    for (const rule of [textCanBeParsed, textIsNotEmpty, textIsNotTooLong, ...keyboardRules]) {
      const why = rule({ text, parse_mode, reply_markup });
      if (why !== undefined) return why;
    }
  }
  return undefined;
};

/** Links that Telegram could fetch; one that it could not is a reason to refuse all. */
export const thumbnailsAreLinks: Rule = (payload) =>
  results(payload).some(
    ({ thumbnail_url: url }) =>
      url !== undefined &&
      !(typeof url === "string" && /^https?:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?$/u.test(url)),
  )
    ? "WEBDOCUMENT_URL_INVALID"
    : undefined;

export const startParameterIsPlain: Rule = ({ button }) => {
  const { start_parameter: start } = (button ?? {}) as Payload;
  return start === undefined || (typeof start === "string" && /^[A-Za-z0-9_-]{1,64}$/u.test(start))
    ? undefined
    : "START_PARAM_INVALID";
};

export const alertIsShort: Rule = ({ text }) =>
  typeof text === "string" && text.length > 200 ? "MESSAGE_TOO_LONG" : undefined;

export const inlineRules: readonly Rule[] = [
  notTooManyResults,
  resultIdsFit,
  resultIdsDiffer,
  nextOffsetFits,
  resultsHaveTitles,
  contentsAreMessages,
  thumbnailsAreLinks,
  startParameterIsPlain,
];

/** A guest's answer is one result. */
export const guestRules: readonly Rule[] = [
  resultIdsFit,
  resultsHaveTitles,
  contentsAreMessages,
  thumbnailsAreLinks,
];
