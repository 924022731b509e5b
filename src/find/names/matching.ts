/** From a typed name to the things it may mean, best first. */

import { consonantsOf } from "../encode/consonants.js";
import { fold, foldForms, foldNumbers } from "../encode/fold.js";
import type { KeyKind } from "../encode/keys.js";
import type { Resolution, Row } from "../port.js";
import {
  costLimit,
  earCost,
  editsCost,
  HEARD,
  INEXACT,
  letterCost,
  letterEditsWithin,
  MOST_EDITS,
  SAME_WORDS,
  SPACING,
  scoreFloor,
  soundCost,
  soundEditsCost,
  soundEditsWithin,
  spacingCost,
  wordsCost,
} from "./distance/cost.js";
import { Query } from "./distance/query.js";
import { KNOWN_WEIGHT, type Known } from "./fame.js";
import type { KeyIndex } from "./index/key-index.js";
import type { WordIndex } from "./index/word-index.js";
import type { Trace } from "./trace.js";

/** A thing that fits a question. */
export interface Match {
  readonly row: Row;
  /** How far the question lies from its nearest key, in edits; 0 is the same name. */
  readonly cost: number;
  /** What decides: being well known weighs against cost. */
  readonly score: number;
}

/** How one kind of thing is looked up. */
export interface Domain {
  readonly index: KeyIndex;
  readonly words: WordIndex;
  readonly known: Known;
  /** Other forms of a text that may stand among the keys: abbreviations written out, nicknames. */
  readonly otherForms?: (text: string) => readonly string[];
  /** Slips that are looked for in what is half typed; more would take longer than a keystroke may. */
  readonly editsHalfTyped: number;
  /** What a key of each kind costs beside its full name, by `KEY_KINDS`. */
  readonly kindCosts: Readonly<Record<KeyKind, number>>;
}

/** With five times the votes the better known of two namesakes is meant (`answers.md`); below it, we ask. */
const CLEAR_MARGIN = KNOWN_WEIGHT * Math.log10(5);
/** Costs closer than this are the same fit. */
export const SAME_FIT = 0.2;
/** A part of a name (a last name, a subtitle) that is misspelt too says less than its cost. */
const PART_WITH_SLIPS = 2.5;
const MOST_CHOICES = 25;
const MOST_NAMESAKES = 5;
const MOST_SUGGESTIONS = 3;
/** A suggestion may lie this much further away than an answer, in edits. */
const SUGGESTION_SLACK = 0.5;

/** Folding can lengthen a text ("&" → "and"); nobody types a name longer than this. */
const LONGEST_NAME = 200;

/** A typed name as keys are written. */
export function normalise(text: string): string {
  return foldForms(fold(text).slice(0, LONGEST_NAME).trim());
}

/** Enough votes (some fifty) that an exact title is not a rare film that shadows a famous near-twin. */
const KNOWN_ENOUGH = 1.7;
/** A hundred votes: then one edit is a slip, not another film. */
const WELL_KNOWN = 2;
/** In a text of so few letters a second edit may still mean something better known. */
const SHORT_TEXT = 5;

export interface MatchOptions {
  /** Rows that may be meant (a role, no adult film). */
  readonly accepts?: (row: Row) => boolean;
  /** Rows that end the search where they fit well enough (the typed year is theirs). */
  readonly settles?: (row: Row) => boolean;
  /** Looks for no more slips than these, where an answer is wanted sooner than a far-fetched one. */
  readonly mostEdits?: number;
  /** Notes what was looked at. */
  readonly trace?: Trace;
}

const always = () => true;

/**
 * Number words are compared as typed and as digits ("rocky dos", "rocky 2"), like the keys.
 * Looks in tiers, and leaves as soon as what is found cannot be beaten: the same letters; one slip of the finger or of
 * the ear; the same consonants; the same words; more slips, one more at a time.
 * @param text as `normalise` gives it
 * @param bar how near an answer has to be
 */
export function matches(
  domain: Domain,
  text: string,
  bar: Bar,
  { accepts = always, settles = always, mostEdits = MOST_EDITS, trace }: MatchOptions = {},
): Match[] {
  const queries = formsOf(domain, text).map((form) => new Query(form));
  const found = new Found(domain, bar, { accepts, settles, trace });
  for (const query of queries) found.addSameLetters(query);
  if (found.has(SPACING, KNOWN_ENOUGH)) return found.sorted();
  for (const query of queries) found.addSlipsOfEar(query, 0);
  for (const query of queries) found.addSlipsOfFinger(query, 1);
  const oneSlip = () => queries[0].letters.length > SHORT_TEXT && found.has(editsCost(1), WELL_KNOWN);
  if (oneSlip()) return found.sorted();
  for (const query of queries) found.addSlipsOfEar(query, 1);
  if (oneSlip()) return found.sorted();
  for (const query of queries) found.addByEar(query);
  const severalWords = text.includes(" ");
  if (severalWords) for (const query of queries) found.addSameWords(query);
  if (found.has(SAME_WORDS, KNOWN_ENOUGH)) return found.sorted();
  const edits = Math.min(mostEdits, letterEditsWithin(found.limit));
  for (let edit = 2; edit <= edits && !found.has(editsCost(edit - 1), WELL_KNOWN); edit++) {
    for (const query of queries) found.addSlipsOfFinger(query, edit);
    if (found.has(editsCost(edit), WELL_KNOWN)) break;
    for (const query of queries) found.addSlipsOfEar(query, edit);
  }
  if (!severalWords) found.addSameWords(queries[0]);
  return found.sorted();
}

/** The ways in which a text may stand among the keys, itself first. */
function formsOf({ otherForms }: Domain, text: string): string[] {
  return [...new Set([text, foldNumbers(text), splitRoman(text), ...(otherForms?.(text) ?? [])])];
}

/** "ghostbustersii" → "ghostbusters 2": typed together, a roman numeral is not seen as one. */
function splitRoman(text: string): string {
  const split = /^(.*[a-z]{3})(ii|iii|iv|vi|vii|viii)$/.exec(text);
  return split === null ? text : foldForms(`${split[1]} ${split[2]}`);
}

/** The cheapest cost at which each row was found. */
class Found {
  private readonly costs = new Map<Row, number>();
  /** The highest cost that is of interest: suggestions may lie a little further away than answers. */
  readonly limit: number;
  /** The best score so far. */
  private best = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly domain: Domain,
    private readonly bar: Bar,
    private readonly options: Required<Pick<MatchOptions, "accepts" | "settles">> &
      Pick<MatchOptions, "trace">,
  ) {
    this.limit = bar.limit + SUGGESTION_SLACK;
  }

  addSameLetters(query: Query): void {
    const { byLetters, texts } = this.domain.index;
    this.options.trace?.begin("letters", query.text, 0);
    const count = byLetters.near(query.letters, 0, Number.POSITIVE_INFINITY);
    for (let i = 0; i < count; i++) {
      const key = byLetters.found[i];
      this.add(key, spacingCost(query, texts, key));
    }
  }

  /**
   * So many slips of the finger. Keys of things too little known to be meant with so many, or beside what was found,
   * are not read; likewise below.
   */
  addSlipsOfFinger(query: Query, edits: number): void {
    if (edits > letterEditsWithin(this.limit)) return;
    const { byLetters, texts } = this.domain.index;
    this.options.trace?.begin("slips", query.text, edits);
    const count = byLetters.near(query.letters, edits, this.endOfKeys(editsCost(edits)));
    for (let i = 0; i < count; i++) {
      const key = byLetters.found[i];
      this.add(key, letterCost(query, texts, key, edits));
    }
  }

  /** So many slips of the ear: one may be none of the finger, and the other way round. */
  addSlipsOfEar(query: Query, edits: number): void {
    if (edits > soundEditsWithin(this.limit) || query.sound.length === 0) return;
    const { bySound, texts, sounds } = this.domain.index;
    this.options.trace?.begin("sound", query.text, edits);
    const count = bySound.near(query.sound, edits, this.endOfKeys(soundEditsCost(edits)));
    for (let i = 0; i < count; i++) {
      const key = bySound.found[i];
      this.add(key, soundCost(query, texts, sounds, key, edits));
    }
  }

  addByEar(query: Query): void {
    const consonants = Buffer.from(consonantsOf(query.text));
    if (consonants.length === 0) return;
    const { byEar, texts } = this.domain.index;
    this.options.trace?.begin("ear", query.text, 0);
    const count = byEar.same(consonants, this.endOfKeys(HEARD));
    for (let i = 0; i < count; i++) {
      const key = byEar.found[i];
      this.add(key, earCost(query, texts, key));
    }
  }

  addSameWords(query: Query): void {
    const { index, words } = this.domain;
    this.options.trace?.begin("words", query.text, 0);
    for (const key of words.keysWith(query.words.map(({ text }) => text)))
      this.add(key, wordsCost(query, index.texts, key, this.limit));
  }

  private endOfKeys(cost: number): number {
    const { floor, margin } = this.bar;
    return this.domain.known.endOfKeys(cost, Math.max(floor, this.best - margin));
  }

  private add(key: number, cost: number): void {
    const { index, kindCosts } = this.domain;
    this.options.trace?.compared();
    if (cost > this.limit) return;
    const row = index.target(key);
    const kind = index.kind(key) as KeyKind;
    const part = cost < SAME_FIT ? kindCosts[kind] : PART_WITH_SLIPS * kindCosts[kind];
    const total = cost + part;
    if (total > this.limit || total >= (this.costs.get(row) ?? Number.POSITIVE_INFINITY)) return;
    if (!this.options.accepts(row)) return;
    this.costs.set(row, total);
    this.best = Math.max(this.best, this.domain.known.weight(row) - total);
    this.options.trace?.kept({ row, key: index.text(key), kind, spelling: cost, part });
  }

  /** Whether something so well known (log10 of votes) that may end the search was found within a cost. */
  has(cost: number, known: number): boolean {
    for (const [row, found] of this.costs) {
      if (found <= cost && this.domain.known.byRow[row] >= known && this.options.settles(row)) return true;
    }
    return false;
  }

  sorted(): Match[] {
    return [...this.costs]
      .map(([row, cost]) => ({ row, cost, score: this.domain.known.weight(row) - cost }))
      .sort(byScore);
  }
}

export function byScore(a: Match, b: Match): number {
  return b.score - a.score || a.row - b.row;
}

/** How near an answer has to be. */
export interface Bar {
  /** Highest cost, in edits. */
  readonly limit: number;
  /** Least score of what is not just what was typed. */
  readonly floor: number;
  /** What scores this much less than the best is of no interest. */
  readonly margin: number;
}

/** Enough to see who else was near, and far less than all that is. */
const NEAR_MARGIN = 1.5;

/** @param text as `normalise` gives it */
export function barOf(text: string): Bar {
  return { limit: costLimit(text), floor: scoreFloor(text), margin: NEAR_MARGIN };
}

/** What a list of matches means: an answer, a question back, or nothing. */
export function decide(sorted: readonly Match[], { limit, floor }: Bar): Resolution<Row> {
  const fitting = sorted.filter(({ cost, score }) => cost <= limit && (cost < INEXACT || score >= floor));
  const [best, second] = fitting;
  if (best === undefined) {
    return { kind: "none", suggestions: sorted.slice(0, MOST_SUGGESTIONS).map(({ row }) => row) };
  }
  const sameFit = fitting.filter((match) => match !== best && Math.abs(match.cost - best.cost) < SAME_FIT);
  if (second === undefined || best.score - second.score >= CLEAR_MARGIN) {
    return {
      kind: "found",
      value: best.row,
      fit: best.cost < SAME_FIT ? "exact" : "close",
      namesakes: best.cost < SAME_FIT ? sameFit.slice(0, MOST_NAMESAKES).map(({ row }) => row) : [],
    };
  }
  const close = fitting.filter((match) => best.score - match.score < CLEAR_MARGIN || sameFit.includes(match));
  return { kind: "choices", values: close.slice(0, MOST_CHOICES).map(({ row }) => row) };
}

/** Resolves a name in a domain. */
export function resolveName(domain: Domain, text: string, accepts?: (row: Row) => boolean): Resolution<Row> {
  const folded = normalise(text);
  if (folded === "") return { kind: "none", suggestions: [] };
  const bar = barOf(folded);
  return decide(matches(domain, folded, bar, { accepts }), bar);
}
