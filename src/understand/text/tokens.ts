/** A sentence as the words that it is read by. */
import { fold } from "../../find/encode/fold.js";
import { ABBREVIATIONS } from "../lexicon/talk/plain-words.js";

export interface Token {
  /** Folded; what chats write short is written out ("q" → "que"). */
  readonly word: string;
  /** Folded, as typed. */
  readonly typed: string;
  /** Where the stretch of text it is of begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Whether a mark that parts clauses stands before it: a comma, a full stop, brackets, an emoji. */
  readonly opensClause: boolean;
}

/** A sentence of more words than this is read no further. */
const MOST_TOKENS = 80;

/** Marks that part clauses at the ends of a stretch between blanks. */
const CLOSES = /[,;.!?…)\]»”]$/u;
const OPENS = /^[¿¡([«“]/u;
/** Mentions of people and bots. */
const MENTION = /^@[\p{L}\p{N}_.]+[,:]?$/u;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let opensClause = false;
  for (const { 0: stretch, index } of text.matchAll(/\S+/gu)) {
    if (tokens.length >= MOST_TOKENS) break;
    if (MENTION.test(stretch)) {
      opensClause = true;
      continue;
    }
    const words = wordsOf(stretch);
    // An emoji or a dash that stands alone.
    if (words.length === 0) {
      opensClause = true;
      continue;
    }
    if (OPENS.test(stretch)) opensClause = true;
    const start = index;
    const end = index + stretch.length;
    for (const typed of words) {
      const word = Object.hasOwn(ABBREVIATIONS, typed) ? (ABBREVIATIONS[typed] ?? typed) : typed;
      tokens.push({ word, typed, start, end, opensClause });
      opensClause = false;
    }
    opensClause = CLOSES.test(stretch);
  }
  return tokens;
}

/** "Disney+" is spoken "Disney Plus"; within a word a plus joins two. "N.º" is no "no". */
function wordsOf(stretch: string): string[] {
  if (/^[¿¡(]?n\.?[º°]\.?$/iu.test(stretch)) return ["numero"];
  const spoken = stretch.replace(/(?<=\p{L})\+(?=[\p{P}]*$)/u, " plus");
  return fold(spoken).split(" ").filter(Boolean);
}

/** The text from one token to before another, as typed, without marks around it. */
export function textBetween(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined) return "";
  return text
    .slice(first.start, last.end)
    .replace(/^[\s¿¡"'«“([,;:]+/u, "")
    .replace(/[\s?!.,;:"'»”)\]…]{1,20}$/u, "");
}
