/** The names of files of films, as they are released and as people keep them: the title and the year in them. */
import { readReference } from "./links.js";
import type { NameRead, Reference } from "./reference.js";
import { EXTENSION, isMark, MARKED, TECHNICAL_WORD, VERSION_WORD } from "./release-words.js";
import { yearOf } from "./year-pattern.js";

export interface FileName extends NameRead {
  /** The id that media libraries put behind the title: "{imdb-tt5034838}". */
  readonly reference?: Reference;
}

/** "www.site.com - ", "[ www.site.com ] ", before the title. */
const SITE =
  /^[\s[({]{0,4}(?:www[. ][a-z0-9-]{1,40}|[a-z0-9-]{1,40}(?=\.(?:com|net|org)))\.[a-z]{2,5}(?![a-z0-9])[\s\])}]{0,4}[\s_–-]{0,4}(?=.)/i;

/**
 * What a file's name says of its film; undefined for what is none, which one look decides. Takes time linear
 * in the text's length.
 */
export function readFileName(text: string): FileName | undefined {
  if (!MARKED.test(text)) return undefined;
  const reference = readReference(text);
  const words = wordsOf(text.replace(EXTENSION, "").replace(SITE, ""));
  const { title, year } = titleOf(words);
  const names = waysToRead(title);
  if (names.length === 0) return undefined;
  return {
    names,
    ...(year === undefined ? {} : { year }),
    ...(reference === undefined ? {} : { reference }),
  };
}

/** A word, and whether it stands in brackets; those in one pair share a group. */
interface Word {
  readonly text: string;
  readonly group: number | undefined;
}

const DASH = /^[-–—]+$/;

/** The words of a name that is joined by blanks, or by dots or underscores where it has none. */
function wordsOf(name: string): Word[] {
  const joined = /\s/.test(name.trim()) ? /[\s_]+/ : /[\s._]+/;
  let group = 0;
  return name.split(/([[({][^\])}]{0,200}[\])}])/).flatMap((part, i) => {
    const inBrackets = i % 2 === 1;
    if (inBrackets) group++;
    const text = inBrackets ? part.slice(1, -1) : part;
    const separator = inBrackets ? /[\s._,/]+/ : joined;
    return text
      .split(separator)
      .filter(Boolean)
      .map((word) => ({ text: word, group: inBrackets ? group : undefined }));
  });
}

/** What stands before the year, or else before what marks a file. */
function titleOf(all: readonly Word[]): { title: readonly Word[]; year: number | undefined } {
  const words = all.slice(firstOfTitle(all));
  const technical = words.findIndex(({ text }, at) => at > 0 && TECHNICAL_WORD.test(withoutGroupName(text)));
  const before = technical === -1 ? words : words.slice(0, technical);
  const years = [...before.keys()].filter((at) => at > 0 && yearOf(before[at]?.text ?? "") !== undefined);
  const yearAt = years.find((at) => before[at]?.group !== undefined) ?? years.at(-1);
  if (yearAt === undefined) return { title: withoutVersion(before), year: undefined };
  return { title: before.slice(0, yearAt), year: yearOf(before[yearAt]?.text ?? "") };
}

/** Behind marks in brackets: "[Xvid - ITA] Deuce Bigalow". */
function firstOfTitle(words: readonly Word[]): number {
  const [first] = words;
  if (first?.group === undefined) return 0;
  const size = words.findIndex(({ group }) => group !== first.group);
  const marked = words.slice(0, size).some(({ text }) => isMark(text));
  return size > 0 && marked ? size : 0;
}

/** "x264-GRP" → "x264". */
function withoutGroupName(word: string): string {
  return /^[xh]\.?26\d-/i.test(word) ? word.slice(0, word.indexOf("-")) : word;
}

/** Without the languages and editions at the end, where something stands before them. */
function withoutVersion(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end > 1 && words[end - 1]?.group !== undefined && isMark(words[end - 1]?.text ?? "")) end--;
  return words.slice(0, end);
}

/** Each is searched for until one is found. */
const MOST_NAMES = 6;

/** All of it; without languages and editions behind it; without brackets; what they hold; the parts at dashes. */
function waysToRead(title: readonly Word[]): string[] {
  const plain = title.filter(({ group }) => group === undefined);
  const bracketed = title.filter(({ group, text }) => group !== undefined && !isMark(text));
  const readings = [plain, withoutVersionWords(plain), title, bracketed, ...parts(plain)];
  const names = readings.map((words) =>
    words
      .map(({ text }) => text)
      .join(" ")
      .replace(/^[\s–—-]+|[\s–—-]{1,9}$/g, ""),
  );
  return [...new Set(names)].filter((name) => /[\p{L}\p{N}]/u.test(name)).slice(0, MOST_NAMES);
}

function withoutVersionWords(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end > 1 && VERSION_WORD.test(words[end - 1]?.text ?? "")) end--;
  return words.slice(0, end);
}

/**
 * "Deuce Bigalow - Puttano in saldo": a series and a film, or a title in two languages; and what follows
 * "Episode V".
 */
function parts(words: readonly Word[]): Word[][] {
  const cut: Word[][] = [[]];
  for (const [at, word] of words.entries()) {
    if (DASH.test(word.text) || EPISODE.test(words[at - 2]?.text ?? "")) cut.push([]);
    if (!DASH.test(word.text)) cut.at(-1)?.push(word);
  }
  return cut.length > 1 ? cut : [];
}

const EPISODE = /^episod[eio]{1,2}$/i;
