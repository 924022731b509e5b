/** The words of a typed line: quotes keep several together, `name=value` names an option. */

export interface Word {
  /** Without its quotes and without the name. */
  readonly text: string;
  readonly quoted: boolean;
  /** The option, where the word is `name=value`. */
  readonly option: string | undefined;
  /** Where it begins in the line. */
  readonly start: number;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", "«": "»", "“": "”" };
const NAME = /([\p{L}\p{M}\p{N}_-]{1,40})=/uy;

/**
 * Cuts `line` into words. `optionOf` tells which option a typed name means; where it knows none, "=" is a
 * character like any other, since titles have it too. A quotation mark opens only at the beginning of a word
 * and closes only at the end of one, so that "Ocean's 11" and "rock 'n' roll" stay what they are.
 */
export function wordsOfLine(line: string, optionOf: (name: string) => string | undefined): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < line.length) {
    if (isSpace(line, at)) {
      at++;
      continue;
    }
    const start = at;
    NAME.lastIndex = start;
    const name = NAME.exec(line);
    const option = name?.[1] === undefined ? undefined : optionOf(name[1]);
    if (option !== undefined) at = NAME.lastIndex;
    const quote = closingQuote(line, at);
    const end = quote ?? endOfWord(line, at);
    const text = quote === undefined ? line.slice(at, end) : line.slice(at + 1, end);
    at = quote === undefined ? end : end + 1;
    if (text !== "" || option !== undefined) words.push({ text, quoted: quote !== undefined, option, start });
  }
  return words;
}

/** What a value must not begin with, nor any of its words, to be read as it stands. */
const BEGINNING = new RegExp(`^(?:["'«“]|${NAME.source})`, "u");

/** Whether each word of a text is read as just that, whatever the options are called and whatever follows. */
export function isPlainText(text: string): boolean {
  return text.split(/\s+/u).every((word) => !BEGINNING.test(word));
}

/** `text` so that `wordsOfLine` reads it as one value; as it is where it holds every kind of quotation mark. */
export function quoteValue(text: string): string {
  if (!/\s/u.test(text) && isPlainText(text)) return text;
  const marks = Object.entries(CLOSING).find(
    ([open, close]) => !text.includes(open) && !text.includes(close),
  );
  return marks === undefined ? text : `${marks[0]}${text}${marks[1]}`;
}

function isSpace(line: string, at: number): boolean {
  return /\s/u.test(line.charAt(at));
}

function endOfWord(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isSpace(line, at)) at++;
  return at;
}

/** Where the quotation that opens at `from` closes; undefined where none opens, or it never closes. */
function closingQuote(line: string, from: number): number | undefined {
  const close = CLOSING[line.charAt(from)];
  if (close === undefined) return undefined;
  let at = line.indexOf(close, from + 1);
  while (at !== -1 && at + 1 < line.length && !isSpace(line, at + 1)) at = line.indexOf(close, at + 1);
  return at === -1 ? undefined : at;
}
