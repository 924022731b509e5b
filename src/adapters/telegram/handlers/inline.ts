/** "@bot jurasic" in any chat: films, people, series of films, questions, each with an answer to send. */
import type { InlineQuery, InlineQueryResultArticle } from "grammy/types";
import type { Answer } from "../../../chat/answer/schema.js";
import { readLine } from "../../../chat/ask.js";
import type { Asked, Asking } from "../../../chat/asking.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import { commandNamed } from "../../../chat/command/names.js";
import { dispatch } from "../../../chat/dispatch.js";
import { question } from "../../../chat/line/parse.js";
import { say } from "../../../chat/locale.js";
import { foldName } from "../../../chat/text.js";
import { articleOf, withoutPicture } from "../render/article.js";
import { INLINE_OTHERS, INLINE_RESULTS, MOST_RESULTS } from "../render/limits.js";
import { missingOptions } from "../render/prompt.js";
import { isRefusal } from "../transport/failures.js";
import { ASK_IN_PRIVATE } from "../words.js";
import { askingOf, type Handling } from "./exchange.js";
import { CARD } from "./respond.js";

/** Nobody scrolls further, and every page costs as much as those before it. */
const FURTHEST = 200;
/** As many are seen without scrolling. */
const SEEN = 4;
/** Results hold as long as the index does; they are in one person's language. */
const CACHED_SECONDS = 300;

export async function onInlineQuery(handling: Handling, query: InlineQuery): Promise<void> {
  // What is found belongs to no chat: there is nothing to go on with, and nothing is changed.
  const asking: Asking = {
    ...askingOf(handling, { person: query.from, moderates: false }),
    effect: "read",
  };
  const offset = /^\d{1,4}$/u.test(query.offset) ? Number(query.offset) : 0;
  const next = offset + INLINE_RESULTS;
  const search = new Search(handling, asking, pasted(query.query));
  const films = search.films(next + 1);
  const cards = await search.cards(films.slice(offset, next));
  const { before, after } = offset === 0 ? await search.others(films) : NO_OTHERS;
  const results = [...before, ...cards.slice(0, SEEN), ...after, ...cards.slice(SEEN)].slice(0, MOST_RESULTS);
  // Telegram refuses all of them where two share an id.
  const different = new Map(results.map((result) => [result.id, result]));
  await answer(handling, query, [...different.values()], {
    cache_time: CACHED_SECONDS,
    is_personal: true,
    next_offset: films.length > next && next < FURTHEST ? String(next) : "",
    button: { text: say(asking.locale, ASK_IN_PRIVATE), start_parameter: "inline" },
  });
}

/** What is found beside films, and where it stands. */
interface Others {
  readonly before: readonly InlineQueryResultArticle[];
  readonly after: readonly InlineQueryResultArticle[];
}

const NO_OTHERS: Others = { before: [], after: [] };

type Other = NonNullable<Parameters<Handling["api"]["answerInlineQuery"]>[2]>;

/** One picture that Telegram does not take is no reason to show nothing: then none has one. */
async function answer(
  { api }: Handling,
  { id }: InlineQuery,
  results: readonly InlineQueryResultArticle[],
  other: Other,
): Promise<void> {
  try {
    await api.answerInlineQuery(id, results, other);
  } catch (error) {
    if (!isRefusal(error) || results.length === 0) throw error;
    await api.answerInlineQuery(id, results.map(withoutPicture), other);
  }
}

/** A line of one of our lists, as it is copied, without its mark. */
function pasted(text: string): string {
  return question(text.replace(/^\s*(?:•|\d{1,3}\.)\s+/u, ""));
}

/** A thing that a name may become, and the command that tells of it. */
interface Named {
  readonly command: string;
  readonly option: string;
  readonly value: string;
  readonly name: string;
}

/** What the words of one person may mean. A film is what the card's command takes for one: "tmdb:329". */
class Search {
  readonly #handling: Handling;
  readonly #asking: Asking;
  readonly #words: string;

  constructor(handling: Handling, asking: Asking, words: string) {
    this.#handling = handling;
    this.#asking = asking;
    this.#words = words;
  }

  /** Films that the words may become; the best known for none. */
  films(limit: number): readonly string[] {
    const { find } = this.#handling.bot.edition;
    const found = find.complete("film", this.#words, limit, this.#asking.locale.tag);
    return found.map(({ value }) => value);
  }

  /**
   * What else they may mean: a question, people, series of films; and where no film begins like that, what the card's
   * command makes of them. A question comes before the films, and so does a name that is typed whole.
   */
  async others(films: readonly string[]): Promise<Others> {
    if (this.#words === "") return NO_OTHERS;
    const asked = await this.#question(films);
    const named = this.#named();
    const isWhole = ({ name }: Named) => foldName(name) === foldName(this.#words);
    const whole = await this.#results(named.filter(isWhole));
    const begun = await this.#results(named.filter((one) => !isWhole(one)));
    return { before: [...asked, ...whole], after: begun };
  }

  async cards(films: readonly string[]): Promise<readonly InlineQueryResultArticle[]> {
    return this.#results(films.map((value) => ({ command: CARD, option: "titulo", value, name: "" })));
  }

  /** The words as a question; none where they are only a title that is found anyway. */
  async #question(films: readonly string[]): Promise<readonly InlineQueryResultArticle[]> {
    const { bot } = this.#handling;
    const read = await readLine(bot, this.#words, this.#asking);
    if ("unread" in read || missingOptions(read.command, read.options).length > 0) return [];
    const isTitle = read.command.name === CARD && !read.understood;
    if (films.length > 0 && (isTitle || read.tentative)) return [];
    // How it was read is of no interest to those whom it is sent to.
    const asking = read.tentative ? { ...this.#asking, tentative: true } : this.#asking;
    const { status, answer: told, asked } = await dispatch(bot, read.command, read.options, asking);
    // Which of several is meant is asked by showing them.
    const offered = (told.choices ?? []).map(({ command, options }) => ({ command, options }));
    if (status === "choices") return this.#answers(offered.slice(0, INLINE_RESULTS));
    if (status !== "ok" || asked === null) return [];
    const others = read.command.name === CARD ? offered.slice(0, INLINE_OTHERS) : [];
    return [this.#article(asked, told), ...(await this.#answers(others))];
  }

  /** People and series of films of such names; of two letters they would be anybody. */
  #named(): readonly Named[] {
    if (this.#words.length < 3) return [];
    const { edition } = this.#handling.bot;
    const complete = (command: string, kind: "director" | "actor" | "collection"): readonly Named[] =>
      edition.find
        .complete(kind, this.#words, INLINE_OTHERS, this.#asking.locale.tag)
        .map(({ value, label }) => ({
          command,
          option: "nombre",
          value,
          name: label.split(" · ")[0] ?? label,
        }));
    const people = [...complete("director", "director"), ...complete("actor", "actor")];
    const all = [...people, ...complete("franquicia", "collection")];
    // Who both directs and acts is one person, known for what comes first.
    return [...new Map(all.toReversed().map((one) => [one.value, one])).values()]
      .toReversed()
      .filter(({ name }) => foldName(name).includes(foldName(this.#words)));
  }

  #results(named: readonly Named[]): Promise<readonly InlineQueryResultArticle[]> {
    return this.#answers(
      named.map(({ command, option, value }) => ({ command, options: { [option]: value } })),
    );
  }

  /** Of questions that are answered. */
  async #answers(questions: readonly Asked[]): Promise<readonly InlineQueryResultArticle[]> {
    const { bot } = this.#handling;
    const results = questions.map(async ({ command: name, options }) => {
      const command = commandNamed(bot.program.commands, name);
      if (!command) return [];
      const { status, answer: told } = await dispatch(bot, command, options, this.#asking);
      return status === "ok" ? [this.#article({ command: name, options }, told)] : [];
    });
    return (await Promise.all(results)).flat();
  }

  #article({ command: name, options }: Asked, told: Answer): InlineQueryResultArticle {
    const { bot, me } = this.#handling;
    const command = commandNamed(bot.program.commands, name);
    // What was typed as its name is the same thing as what has its number.
    const exact = command ? exactOptions(bot.edition, command, options) : options;
    const values = Object.values(exact).map(String);
    const [film = ""] = name === CARD ? values : [];
    const id = [name, ...values].join(" ");
    return articleOf(told, { bot, locale: this.#asking.locale, username: me.username, id, film });
  }
}
