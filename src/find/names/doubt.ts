/**
 * Whether what lies nearest to a text is likely another thing than the one that is meant: "Monkey Man" lies two letters
 * from "Rocketman", and is no slip. A film we lack should not be answered with its neighbour; what is doubtful is
 * offered instead.
 */
import { consonantsOf } from "../encode/consonants.js";
import { KEY_KINDS } from "../encode/keys/keys.js";
import { phonetic } from "../encode/sound.js";
import { isFiller } from "../reading/filler.js";
import { INEXACT } from "./distance/cost.js";
import { editDistance } from "./distance/edit-distance.js";
import type { Domain } from "./domain.js";

/** A word in so many keys is spelt as it was meant. */
const KNOWN_WORD = 3;
/** A word in more keys than this tells too little to stand for a title alone. */
const COMMON_WORD = 12;
/** log10 of the votes from which on a film may be meant by a part of its title, and by a slip that is a word. */
const KNOWN_BY_A_PART = 3;
const KNOWN_BY_A_SLIP = 2.7;
/** The same of a film that may be meant by what stands behind its colon. */
const KNOWN_BY_A_TAIL = 2;
/** The same of a film that may be meant by a word that is none. */
const KNOWN_A_LITTLE = 2;
/** A slip in so few letters leaves nothing of the word: "Godzilla x Kong". */
const TINY_WORD = 2;
/** In a lone word of no more letters one slip may make another word. */
const SHORT_WORD = 5;
/** In a lone word of fewer letters two slips do. */
const LONG_WORD = 9;
/** Of so many letters one may be a slip. */
const LETTERS_A_SLIP = 3;
/** Further than this two texts are not told apart. */
const FURTHEST = 12;

/** What is known of the nearest key. */
export interface Nearest<Row extends number> {
  readonly row: Row;
  readonly key: number;
  /** In edits. */
  readonly cost: number;
}

/**
 * @param text as `normalise` gives it
 * @param wholeTitle whether a part of a title is too little: where its year was typed too
 */
export function isDoubtful<Row extends number>(
  domain: Domain<Row>,
  text: string,
  { row, key, cost }: Nearest<Row>,
  wholeTitle = false,
): boolean {
  if (cost < INEXACT || key < 0) return false;
  const typed = text.split(" ");
  if (typed.every(isFiller)) return true;
  // "Heretic" stands behind the colon of a film that few would call so.
  if (domain.index.kind(key) === KEY_KINDS.tail && domain.fame.logVotes(row) < KNOWN_BY_A_TAIL) return true;
  const meant = domain.index.text(key).split(" ");
  const { pairs, extra, missing } = paired(without(typed, meant), without(meant, typed));
  const content = typed.filter((word) => !isFiller(word));
  const shared = content.length - pairs.length - extra.length;
  if (extra.some((word) => /^\d+$/.test(word))) return true;
  if (extra.length > 0 && !isSpacedOtherwise(extra, missing)) return true;
  const known = domain.fame.logVotes(row);
  if (pairs.some((pair) => isOtherWord(domain, pair, { shared, alone: content.length === 1, known })))
    return true;
  if (pairs.length > 0 || extra.length > 0 || missing.length === 0) return false;
  const [only, ...others] = content;
  const common = only !== undefined && others.length === 0 && domain.words.keyCount(only) > COMMON_WORD;
  return wholeTitle || known < KNOWN_BY_A_PART || common;
}

/** A typed word and the word of the key that it may be a slip of. */
interface Pair {
  readonly typed: string;
  readonly meant: string;
  /** Edits of the letters or of the sound, whichever are fewer. */
  readonly apart: number;
  /** Whether it may have been heard and not read. */
  readonly heard: boolean;
}

interface Paired {
  readonly pairs: readonly Pair[];
  /** What is left of either side, without fillers. */
  readonly extra: readonly string[];
  readonly missing: readonly string[];
}

/** Each typed word with the nearest word of the key, the nearest pairs first. */
function paired(typed: readonly string[], meant: readonly string[]): Paired {
  const all = typed.flatMap((word, i) => meant.map((other, j) => ({ i, j, pair: pairOf(word, other) })));
  const pairs: Pair[] = [];
  const [taken, given] = [new Set<number>(), new Set<number>()];
  for (const { i, j, pair } of all.sort((a, b) => a.pair.apart - b.pair.apart)) {
    if (taken.has(i) || given.has(j) || !mayBeSame(pair)) continue;
    taken.add(i);
    given.add(j);
    if (!isFiller(pair.typed) && !isFiller(pair.meant)) pairs.push(pair);
  }
  return {
    pairs,
    extra: typed.filter((word, i) => !taken.has(i) && !isFiller(word)),
    missing: meant.filter((word, j) => !given.has(j) && !isFiller(word)),
  };
}

function mayBeSame({ typed, meant, apart, heard }: Pair): boolean {
  return heard || apart <= Math.max(typed.length, meant.length) / 2;
}

function pairOf(typed: string, meant: string): Pair {
  const letters = editDistance(typed, meant, FURTHEST);
  if (letters <= 1) return { typed, meant, apart: letters, heard: false };
  const sound = editDistance(phonetic(typed), phonetic(meant), FURTHEST);
  return {
    typed,
    meant,
    apart: sound === 0 ? 1 : Math.min(letters, Math.max(sound, letters - 1)),
    heard: areHeardAlike(typed, meant),
  };
}

/** Two words of the same consonants and as many syllables: what a Spanish ear makes of an English word. */
function areHeardAlike(typed: string, meant: string): boolean {
  const consonants = consonantsOf(typed);
  const beginAlike = /^[aeiou]/.test(typed) === /^[aeiou]/.test(meant);
  if (consonants === "" || consonants !== consonantsOf(meant) || !beginAlike) return false;
  return syllables(typed) === syllables(meant);
}

/** Runs of vowels; an "e" that ends an English word is not heard. */
function syllables(word: string): number {
  return word.replace(/(?<=[^aeiouy])e$/, "").match(/[aeiouy]+/g)?.length ?? 0;
}

/** "spider head" is no "spiderman", but "spiderman" is "spider man". */
function isSpacedOtherwise(extra: readonly string[], missing: readonly string[]): boolean {
  return editDistance(extra.join(""), missing.join(""), 1) <= 1;
}

interface Beside {
  /** Typed words that the key has just so. */
  readonly shared: number;
  /** Whether nothing else was typed. */
  readonly alone: boolean;
  /** log10 of the votes of what would be meant. */
  readonly known: number;
}

/** Whether a typed word is another one than the word it would have to be. */
function isOtherWord<Row extends number>(
  { words }: Domain<Row>,
  { typed, meant, apart, heard }: Pair,
  { shared, alone, known }: Beside,
): boolean {
  if (words.keyCount(typed) >= KNOWN_WORD) {
    // Who types a word as it is spelt means it, unless all else is right, or what is near is known far better.
    if (apart > 1 || typed.length <= TINY_WORD) return true;
    if (shared > 1) return false;
    const [own, other] = [phonetic(typed), phonetic(meant)];
    if (known < KNOWN_BY_A_SLIP || (shared === 0 && own !== other)) return true;
    return alone ? editDistance(typed, meant, 1) > 1 : own.charAt(0) !== other.charAt(0);
  }
  if (heard) return alone && known < KNOWN_A_LITTLE;
  if (!alone) return apart > 1 && apart > typed.length / LETTERS_A_SLIP;
  // "Twisters" is a film of its own beside "Twister", and "Blockers" beside "Clockers".
  if (apart <= 1) {
    const plural = typed === `${meant}s` || (meant === `${typed}s` && !meant.endsWith("ss"));
    if (plural || (typed.slice(1) === meant.slice(1) && phonetic(typed) !== phonetic(meant))) return true;
    return typed.length <= SHORT_WORD && known < KNOWN_A_LITTLE;
  }
  return apart > 2 || typed.length < LONG_WORD || known < KNOWN_BY_A_SLIP;
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
