/** "@bot jurasic" in any chat: films, each with a card to send. */
import type { InlineKeyboardMarkup, InlineQuery, InlineQueryResult } from "grammy/types";
import { plainText } from "../../../chat/answer/rich-text.js";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Asking } from "../../../chat/asking.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Command } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import { question } from "../../../chat/line/parse.js";
import { say } from "../../../chat/locale.js";
import { cut, harmlessLine } from "../../../chat/text.js";
import { compose } from "../render/compose.js";
import { INLINE_RESULTS, LIMITS } from "../render/limits.js";
import { htmlOf } from "../render/markup.js";
import { split } from "../render/split.js";
import { ASK_IN_PRIVATE, OPEN_CARD } from "../words.js";
import { ANYBODY, askingOf, type Handling } from "./exchange.js";
import { CARD } from "./respond.js";

/** Nobody scrolls further, and every page costs as much as those before it. */
const FURTHEST = 200;
/** Results hold as long as the index does; they are in one person's language. */
const CACHED_SECONDS = 300;

export async function onInlineQuery(handling: Handling, query: InlineQuery): Promise<void> {
  // What is found belongs to no chat: there is nothing to go on with.
  const asking = askingOf(handling, { person: query.from, moderates: false });
  const offset = /^\d{1,4}$/u.test(query.offset) ? Number(query.offset) : 0;
  const next = offset + INLINE_RESULTS;
  const cards = new Cards(handling, asking);
  const all = await cards.search(question(query.query), next + 1);
  const results = await Promise.all(all.slice(offset, next).map((film) => cards.result(film)));
  // Telegram refuses all of them where two share an id.
  const different = new Map(results.flatMap((result) => (result ? [[result.id, result]] : [])));
  await handling.api.answerInlineQuery(query.id, [...different.values()], {
    cache_time: CACHED_SECONDS,
    is_personal: true,
    next_offset: all.length > next && next < FURTHEST ? String(next) : "",
    button: { text: say(asking.locale, ASK_IN_PRIVATE), start_parameter: "inline" },
  });
}

/** Films as one person is shown them. A film is what the card's command takes for one: "tmdb:329". */
class Cards {
  readonly #handling: Handling;
  readonly #asking: Asking;
  readonly #command: Command | undefined;

  constructor(handling: Handling, asking: Asking) {
    this.#handling = handling;
    this.#asking = asking;
    this.#command = commandNamed(handling.bot.program.commands, CARD);
  }

  /**
   * Films that the words may become; where there are none, what `/pelicula` makes of them. Most voted first
   * for none.
   */
  async search(words: string, limit: number): Promise<readonly string[]> {
    const { find } = this.#handling.bot.edition;
    const completed = find.complete("film", words, limit, this.#asking.locale.tag);
    if (completed.length > 0 || words === "") return completed.map(({ value }) => value);
    const { kind, choices = [] } = (await this.#answer(words)) ?? {};
    const offered = choices.flatMap(({ options: { titulo } }) =>
      typeof titulo === "string" ? [titulo] : [],
    );
    return kind === "film" ? [words, ...offered] : offered;
  }

  /** Undefined for what is no film. */
  async result(film: string): Promise<InlineQueryResult | undefined> {
    const answer = await this.#answer(film);
    return answer?.kind === "film" ? this.#article(film, answer) : undefined;
  }

  async #answer(titulo: string): Promise<Answer | undefined> {
    const { bot } = this.#handling;
    return this.#command && (await dispatch(bot, this.#command, { titulo }, this.#asking)).answer;
  }

  #article(film: string, answer: Answer): InlineQueryResult {
    const { bot } = this.#handling;
    const { locale } = this.#asking;
    // Buttons and namesakes belong to a conversation with the bot.
    const { choices: _, actions: __, prompt: ___, ...shown } = answer;
    const { lines, picture } = compose(shown, { bot, locale, owner: ANYBODY });
    const [part = []] = split(lines, LIMITS.text, 1);
    const image = picture?.kind === "link" ? picture.url : undefined;
    return {
      type: "article",
      id: film.slice(0, LIMITS.inlineId).replace(/[^\w:]/gu, "_"),
      title: inlineText(plainText(answer.title ?? film)) || "—",
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
      ...this.#link(film),
    };
  }

  /** A button that opens the card with the bot, where a link can carry the film. */
  #link(film: string): { reply_markup?: InlineKeyboardMarkup } {
    const start = film.replace(":", "_");
    if (!/^tmdb_\d{1,10}$/u.test(start)) return {};
    const url = `https://t.me/${this.#handling.me.username}?start=${start}`;
    return {
      reply_markup: { inline_keyboard: [[{ text: say(this.#asking.locale, OPEN_CARD), url }]] },
    };
  }
}

/** What tells a film from others of its title: its facts, else what it is about. */
function descriptionOf({ fields = [], text = "" }: Answer): string {
  if (fields.length === 0) return plainText(text);
  return fields.map(({ name, value }) => `${name}: ${value}`).join(" · ");
}

function inlineText(text: string): string {
  return cut(harmlessLine(text), LIMITS.inlineText);
}
