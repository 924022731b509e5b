/** What a half-typed line may become: command names, values of options, names of options. */
import type { Completion } from "../../find/port.js";
import { describe, type OptionDescriptor } from "../command/describe.js";
import { readHead } from "../command/names.js";
import type { Command } from "../contract.js";
import type { Locale } from "../locale.js";
import { firstCharacters, foldName, harmless, MAX_QUESTION } from "../text.js";
import { completeText, completeValue, type Known, meansTheSame } from "./complete-value.js";
import { isOneWord, openPositionals, optionNamed } from "./parse.js";
import { recognisedBy, shareOut } from "./positionals.js";
import { quoteValue, type Word, wordsOfLine } from "./words.js";

/** `value` is exact ("tmdb:862"); `insert` is the whole line as a person would have typed it. */
export interface LineCompletion extends Pick<Completion, "label" | "value"> {
  readonly insert: string;
}

/** A year's months, and no more than a screen shows. */
const LIMIT = 12;

/** At most `limit` continuations of `line`, best first. Never throws for what is typed. */
export function complete(bot: Known, line: string, locale: Locale, limit = LIMIT): readonly LineCompletion[] {
  const typed = harmless(firstCharacters(line, MAX_QUESTION)).replace(/\s+/gu, " ").trimStart();
  const { command, head, rest } = readHead(bot.program.commands, typed);
  const names = completeName(bot.program.commands, typed);
  if (!command || rest === "") return names.slice(0, limit);
  return [...names, ...new Rest(bot, command, head, rest, locale).complete(limit)].slice(0, limit);
}

function completeName(commands: readonly Command[], typed: string): readonly LineCompletion[] {
  const begun = foldName(typed.replace(/^\/\s*/u, ""));
  return commands
    .filter(({ name }) => foldName(name).startsWith(begun))
    .map((command) => {
      const label = `/${command.name}`;
      return { label, value: label, insert: describe(command).length > 0 ? `${label} ` : label };
    });
}

/** What follows the command of a half-typed line. */
class Rest {
  readonly #bot: Known;
  readonly #command: Command;
  readonly #head: string;
  readonly #rest: string;
  readonly #locale: Locale;
  readonly #words: readonly Word[];
  readonly #spaceAtEnd: boolean;

  constructor(bot: Known, command: Command, head: string, rest: string, locale: Locale) {
    this.#bot = bot;
    this.#command = command;
    this.#head = head;
    this.#rest = rest;
    this.#locale = locale;
    this.#words = wordsOfLine(rest, (name) => optionNamed(command, name)?.name);
    this.#spaceAtEnd = rest.endsWith(" ");
  }

  complete(limit: number): readonly LineCompletion[] {
    const named = this.#namedAtEnd();
    if (named) return this.#values(named.option, named.text, limit, named.insert);
    const place = this.#place();
    const names = this.#optionNames(place?.option);
    if (!place) return names;
    // Half a platform is not recognised as one yet: what it was passed over for may still have it.
    for (const option of [place.option, ...place.passedOver]) {
      const values = this.#values(option, place.text, limit - names.length, place.insert);
      if (values.length > 0) return [...values, ...names];
    }
    return names;
  }

  /** "titulo=toy st": the value goes on to the end of the line. */
  #namedAtEnd() {
    const at = this.#words.findLastIndex(({ option }) => option !== undefined);
    const word = this.#words[at];
    const option = describe(this.#command).find(({ name }) => name === word?.option);
    if (!word || !option) return undefined;
    const more = this.#words.slice(at + 1);
    const isGoingOn = option.many && !word.quoted;
    const ended = !isGoingOn && (this.#spaceAtEnd || more.length > 0);
    if (ended && (word.quoted || this.#open().length > 0 || isOneWord(option) || option.kind === "command"))
      return undefined;
    const before = this.#rest.slice(0, this.#rest.indexOf("=", word.start) + 1);
    const text = [word, ...more].map((part) => part.text).join(" ");
    return { option, text, insert: (value: string) => `${this.#head}${before}${quoteValue(value)}` };
  }

  #open(): readonly OptionDescriptor[] {
    return openPositionals(this.#command, new Set(this.#words.flatMap(({ option }) => option ?? [])));
  }

  /** The positional option that is being typed, or comes next. */
  #place() {
    const open = this.#open();
    const nameless = this.#words.filter(({ option }) => option === undefined);
    const { filled } = shareOut(
      nameless.map(({ text }) => text),
      open,
      recognisedBy(this.#bot.edition.find),
    );
    const typing = (option: OptionDescriptor) =>
      filled.get(option.name)?.endsWith(nameless.at(-1)?.text ?? "");
    const next = open.find(({ name }) => !filled.has(name));
    const option = (this.#spaceAtEnd && next) || open.findLast(typing) || next;
    if (!option) return undefined;
    // An opening quotation mark is not part of the title yet.
    const text = (filled.get(option.name) ?? "").replace(/^["'«“]/u, "");
    const kept = [
      this.#head,
      ...this.#words.filter((word) => word.option !== undefined).map((word) => this.#raw(word)),
      ...[...filled].filter(([name]) => name !== option.name).map(([, value]) => quoteValue(value)),
    ];
    const write = open.length === 1 ? (value: string) => this.#greedy(value) : quoteValue;
    const passedOver =
      text === "" ? [] : open.filter(({ name }) => name !== option.name && !filled.has(name));
    return { option, text, passedOver, insert: (value: string) => [...kept, write(value)].join(" ") };
  }

  /** A last value needs no quotes unless it would be read as something else. */
  #greedy(value: string): string {
    const words = wordsOfLine(value, (name) => optionNamed(this.#command, name)?.name);
    const same = words.every(({ option, quoted }) => option === undefined && !quoted);
    return same ? value : quoteValue(value);
  }

  #raw(word: Word): string {
    const next = this.#words.find(({ start }) => start > word.start);
    return this.#rest.slice(word.start, next?.start).trim();
  }

  #values(
    option: OptionDescriptor,
    text: string,
    limit: number,
    insert: (value: string) => string,
  ): readonly LineCompletion[] {
    const most = Math.max(1, limit);
    const found =
      this.#ownValues(option.name, text, most) ?? completeValue(this.#bot, option, text, most, this.#locale);
    const texts = found.map((completion) => completion.text);
    return found.map(({ label, value, text: typed }) => {
      // What would be typed alike, or mean a better known namesake, is told apart by the exact value only.
      const unique = texts.indexOf(typed) === texts.lastIndexOf(typed);
      const isMeant = unique && meansTheSame(this.#bot.edition.find, option, typed, value);
      return { label, value, insert: insert(isMeant ? typed : value) };
    });
  }

  #ownValues(option: string, text: string, limit: number): ReturnType<typeof completeText> {
    // What else was typed is only looked at where a command asks for it.
    if (this.#command.completed === undefined) return undefined;
    const typed = { option, text, given: this.#given() };
    return completeText(this.#bot, this.#command, typed, limit, this.#locale);
  }

  /** What stands there for each option so far. */
  #given(): Readonly<Record<string, string>> {
    const named = this.#words.flatMap(({ option, text }) => (option === undefined ? [] : [[option, text]]));
    const nameless = this.#words.filter(({ option }) => option === undefined).map(({ text }) => text);
    const { filled } = shareOut(nameless, this.#open(), recognisedBy(this.#bot.edition.find));
    return Object.fromEntries([...filled, ...named]);
  }

  /** Options that have to be named, once their name is begun or a value is complete. */
  #optionNames(place: OptionDescriptor | undefined): readonly LineCompletion[] {
    const last = this.#words.at(-1);
    const begun = this.#spaceAtEnd ? "" : foldName(last?.text ?? "");
    if (this.#spaceAtEnd ? this.#words.length === 0 : begun.length < 2 || last?.quoted) return [];
    const start = this.#spaceAtEnd ? this.#rest.length : (last?.start ?? 0);
    const given = new Set(this.#words.flatMap(({ option }) => option ?? []));
    return describe(this.#command)
      .filter(({ name }) => !given.has(name) && name !== place?.name && foldName(name).startsWith(begun))
      .map(({ name }) => {
        const label = `${name}=`;
        return { label, value: label, insert: `${this.#head}${this.#rest.slice(0, start)}${label}` };
      });
  }
}
