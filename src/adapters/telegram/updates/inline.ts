/** "@bot jurasic" in any chat: films, each with a card to send. */
import type { InlineQuery, InlineQueryResult } from "grammy/types";
import type { Choice } from "../../../chat/answer/answer.js";
import { commandNamed } from "../../../chat/command/names.js";
import { type Locale, say } from "../../../chat/locale.js";
import { question } from "../../../chat/line/parse.js";
import { cut, harmlessLine } from "../../../chat/text.js";
import { compose } from "../render/compose.js";
import { CARD } from "./responder.js";
import { INLINE_RESULTS, LIMITS } from "../render/limits.js";
import { htmlOf } from "../render/markup.js";
import type { Handling } from "./messages.js";
import { split } from "../render/split.js";
import { ASK_IN_PRIVATE, OPEN_CARD } from "../words.js";

/** Nobody scrolls further, and every page costs as much as those before it. */
const FURTHEST = 200;
/** Results hold as long as the index does; they are in one person's language. */
const CACHED_SECONDS = 300;

interface Found {
  readonly label: string;
  /** "tmdb:329" */
  readonly value: string;
}

export async function onInlineQuery(handling: Handling, query: InlineQuery): Promise<void> {
  const locale = handling.languages.of(query.from);
  const offset = /^\d{1,4}$/u.test(query.offset) ? Number(query.offset) : 0;
  const all = await search(handling, question(query.query), offset + INLINE_RESULTS + 1, locale);
  const page = all.slice(offset, offset + INLINE_RESULTS);
  const cards = await Promise.all(page.map((found) => card(handling, found, locale)));
  // Telegram refuses all of them where two share an id.
  const results = [...new Map(cards.flat().map((result) => [result.id, result])).values()];
  const next = offset + INLINE_RESULTS;
  await handling.api.answerInlineQuery(query.id, results, {
    cache_time: CACHED_SECONDS,
    is_personal: true,
    next_offset: all.length > next && next < FURTHEST ? String(next) : "",
    button: { text: say(locale, ASK_IN_PRIVATE), start_parameter: "inline" },
  });
}

/** Films that the words may become; where there are none, what `/pelicula` makes of them. Most voted first for none. */
async function search(
  handling: Handling,
  words: string,
  limit: number,
  locale: Locale,
): Promise<readonly Found[]> {
  const { find, commands } = handling.desk.services;
  const completed = find
    .complete("film", words, limit, locale.tag)
    .map(({ label, value }) => ({ label, value }));
  const command = commandNamed(commands, CARD);
  if (completed.length > 0 || words === "" || !command) return completed;
  const saying = await handling.desk.answer({ command, options: { titulo: words } }, locale);
  if (saying.kind !== "answer") return [];
  const { kind, title, choices = [] } = saying.answer;
  const own = kind === "film" && title !== undefined ? [{ label: title, value: words }] : [];
  return [...own, ...choices.flatMap(exactFilm)];
}

function exactFilm({ label, options }: Choice): readonly Found[] {
  const { titulo } = options;
  return typeof titulo === "string" ? [{ label, value: titulo }] : [];
}

async function card(
  handling: Handling,
  { label, value }: Found,
  locale: Locale,
): Promise<InlineQueryResult[]> {
  const { desk, me } = handling;
  const command = commandNamed(desk.services.commands, CARD);
  if (!command) return [];
  const saying = await desk.answer({ command, options: { titulo: value } }, locale);
  if (saying.kind !== "answer" || saying.answer.kind !== "film") return [];
  // Buttons and namesakes belong to a conversation with the bot.
  const { choices: _, prompt: __, ...answer } = saying.answer;
  const { lines, image } = compose(answer, { services: desk.services, locale, asker: 0 });
  const [title = "", ...details] = label.split(" · ");
  const [part = []] = split(lines, LIMITS.text, 1);
  const start = startParameter(value);
  return [
    {
      type: "article",
      id: value.slice(0, 60).replace(/[^\w:]/gu, "_"),
      title: cut(harmlessLine(answer.title ?? title), 200) || "—",
      description: cut(harmlessLine(details.join(" · ") || (answer.text ?? "")), 200),
      ...(image === undefined ? {} : { thumbnail_url: image }),
      input_message_content: {
        message_text: htmlOf(part) || "—",
        parse_mode: "HTML",
        link_preview_options:
          image === undefined
            ? { is_disabled: true }
            : { url: image, prefer_large_media: true, show_above_text: true },
      },
      ...(start === undefined
        ? {}
        : {
            reply_markup: {
              inline_keyboard: [
                [{ text: say(locale, OPEN_CARD), url: `https://t.me/${me.username}?start=${start}` }],
              ],
            },
          }),
    },
  ];
}

/** "tmdb:862" as a link can carry it. */
function startParameter(value: string): string | undefined {
  const start = value.replace(":", "_");
  return /^tmdb_\d{1,10}$/u.test(start) ? start : undefined;
}
