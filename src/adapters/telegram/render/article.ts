/** An answer as a result that Telegram sends in our name: found inline, or told as a guest. */
import type { InlineKeyboardButton, InlineQueryResultArticle } from "grammy/types";
import { plainText } from "../../../chat/answer/rich-text.js";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Bot } from "../../../chat/contract.js";
import { type Locale, say } from "../../../chat/locale.js";
import { cut, harmlessLine } from "../../../chat/text.js";
import { ANYBODY } from "../../../surface/buttons.js";
import { OPEN_CARD } from "../words.js";
import { compose } from "./compose.js";
import type { Keyboard } from "./content.js";
import { linkButtons } from "./keyboard.js";
import { LIMITS } from "./limits.js";
import { htmlOf } from "./markup.js";
import { split } from "./split.js";

export interface ArticleOptions {
  readonly bot: Bot;
  readonly locale: Locale;
  /** Our user name. */
  readonly username: string;
  /** What the result is about, with exact values: "pelicula tmdb:329". */
  readonly id: string;
  /** The film whose card it is: "tmdb:329". */
  readonly film?: string;
}

/**
 * Buttons that ask belong to a conversation with us: only links stand below, and one that leads to us where a link can
 * carry the film.
 */
export function articleOf(answer: Answer, options: ArticleOptions): InlineQueryResultArticle {
  const { bot, locale, id } = options;
  const { choices: _, actions: __, follow: ___, prompt: ____, ...shown } = answer;
  const { lines, picture } = compose(shown, { bot, locale, owner: ANYBODY });
  const [part = []] = split(lines, LIMITS.text, 1);
  const image = picture?.kind === "link" ? picture.url : undefined;
  const keyboard = keyboardOf(answer, options);
  return {
    type: "article",
    id: id.replace(/[^\w:]/gu, "_").slice(0, LIMITS.inlineId) || "_",
    title: inlineText(plainText(answer.title ?? answer.text ?? id)) || "—",
    description: inlineText(descriptionOf(answer)),
    ...(image === undefined ? {} : { thumbnail_url: image }),
    input_message_content: {
      message_text: htmlOf(part) || "—",
      parse_mode: "HTML",
      link_preview_options:
        image === undefined
          ? { is_disabled: true }
          : { url: image, prefer_large_media: true, show_above_text: true },
    },
    ...(keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } }),
  };
}

/** The same without any picture that Telegram might not fetch. */
export function withoutPicture(result: InlineQueryResultArticle): InlineQueryResultArticle {
  const { thumbnail_url: _, input_message_content: content, ...rest } = result;
  return { ...rest, input_message_content: { ...content, link_preview_options: { is_disabled: true } } };
}

function keyboardOf({ links = [] }: Answer, { film = "", locale, username }: ArticleOptions): Keyboard {
  const start = film.replace(":", "_");
  const open: InlineKeyboardButton = {
    text: say(locale, OPEN_CARD),
    url: `https://t.me/${username}?start=${start}`,
  };
  return [...(/^tmdb_\d{1,10}$/u.test(start) ? [[open]] : []), ...linkButtons(links)];
}

/** What tells an answer from others of its title: what one sees at a glance, else its facts, else what it is about. */
function descriptionOf({ glance = [], fields = [], text = "", list }: Answer): string {
  // Who directed it says more of a film than its figures, and only two lines are shown.
  const [figures, ...others] = glance.map((line) => plainText(line));
  if (figures !== undefined) return [...others.slice(0, 1), figures, ...others.slice(1)].join(" · ");
  if (fields.length > 0) return fields.map(({ name, value }) => `${name}: ${value}`).join(" · ");
  return text === "" && list ? list.lines.map(({ head }) => plainText(head)).join(" · ") : plainText(text);
}

function inlineText(text: string): string {
  return cut(harmlessLine(text), LIMITS.inlineText);
}
