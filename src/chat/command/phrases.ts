/**
 * The little language of `Phrases`, taken apart, and an example of what somebody would say. How phrases are
 * matched against what people type is the matter of `src/understand`.
 */
import type { Command, Phrases } from "../contract.js";
import { type Locale, say } from "../locale.js";
import { describe } from "./describe.js";

/** A part of a phrase. `attached`: no blank stands before it, so that it goes on with the word before. */
export type PhrasePart =
  | { readonly kind: "word"; readonly attached: boolean; readonly text: string }
  | {
      readonly kind: "value";
      readonly attached: boolean;
      readonly option: string;
      /** Whether it is a single word of letters. */
      readonly oneWord: boolean;
    }
  /** One of some phrases, or none of them where it is optional. What begins them is attached or not. */
  | { readonly kind: "either"; readonly phrases: readonly Phrase[]; readonly optional: boolean };

export type Phrase = readonly PhrasePart[];

const CLOSING = { "(": ")", "[": "]" } as const;
const ENDS: ReadonlySet<string> = new Set([")", "]", "|"]);
const VALUE = /^\{([a-z_]+)(:word)?\}$/u;
/** A value, a mark, a blank, or a stretch of a word. */
const TOKEN = /\{[^{}]*\}|[()[\]|]|\s+|[^()[\]|{}\s]+/gu;

/** @throws Error where the phrase is none: a bug of its command */
export function parsePhrase(text: string): Phrase {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join("") !== text) throw wrong(text, "a brace too many");
  return new PhraseReader(text, tokens).whole();
}

class PhraseReader {
  readonly #text: string;
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string, tokens: readonly string[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  whole(): Phrase {
    const phrase = this.#phrase(false);
    const token = this.#tokens[this.#at];
    if (token !== undefined) throw wrong(this.#text, `“${token}” outside brackets`);
    return phrase;
  }

  /** Up to what ends it, which is not read. */
  #phrase(attached: boolean): Phrase {
    const parts: PhrasePart[] = [];
    let isAttached = attached;
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || ENDS.has(token)) break;
      this.#at++;
      const isBlank = token.trim() === "";
      if (!isBlank) parts.push(this.#part(token, isAttached));
      isAttached = !isBlank;
    }
    if (!parts.some(isNeeded)) throw wrong(this.#text, "it may be empty");
    return parts;
  }

  #part(token: string, attached: boolean): PhrasePart {
    if (token === "(" || token === "[") {
      return {
        kind: "either",
        phrases: this.#alternatives(CLOSING[token], attached),
        optional: token === "[",
      };
    }
    if (!token.startsWith("{")) return { kind: "word", attached, text: token };
    const [, option, oneWord] = VALUE.exec(token) ?? [];
    if (option === undefined) throw wrong(this.#text, `“${token}” names no option`);
    return { kind: "value", attached, option, oneWord: oneWord !== undefined };
  }

  /** From behind an opening bracket to behind the one that closes it. */
  #alternatives(close: string, attached: boolean): readonly Phrase[] {
    const phrases = [this.#phrase(attached)];
    for (;;) {
      const token = this.#tokens[this.#at++];
      if (token === close) return phrases;
      if (token !== "|") throw wrong(this.#text, `“${close}” is missing`);
      phrases.push(this.#phrase(attached));
    }
  }
}

function isNeeded(part: PhrasePart): boolean {
  return part.kind !== "either" || !part.optional;
}

function wrong(text: string, what: string): Error {
  return new Error(`phrase “${text}”: ${what}`);
}

/**
 * The shortest way to say the first phrase by which a command is asked for in the reader's language:
 * "cuánto dura <título>". Undefined where it has none.
 */
export function spokenExample(command: Command, locale: Locale): string | undefined {
  const [first] = say<Phrases["es"]>(locale, command.phrases);
  if (first === undefined) return undefined;
  const names = new Map(describe(command).map(({ name, words }) => [name, say(locale, words).toLowerCase()]));
  return shortest(parsePhrase(first), (option) => `<${names.get(option) ?? option}>`).trim();
}

function shortest(phrase: Phrase, nameOf: (option: string) => string): string {
  return phrase
    .filter(isNeeded)
    .map((part) => {
      if (part.kind === "either") return shortest(part.phrases[0] ?? [], nameOf);
      return (part.attached ? "" : " ") + (part.kind === "word" ? part.text : nameOf(part.option));
    })
    .join("");
}
