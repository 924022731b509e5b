/**
 * The things that may be meant, collected tier by tier, each with the cheapest cost at which it was found.
 */
import { KEY_KINDS, type KeyKind } from "../encode/keys/keys.js";
import {
  consonantsCost,
  editsCost,
  HEARD,
  letterCost,
  letterEditsWithin,
  SAME_WORDS,
  SPACING,
  soundCost,
  soundEditsCost,
  soundEditsWithin,
  spacingCost,
  wordsCost,
} from "./distance/cost.js";
import type { Query } from "./distance/query.js";
import type { Domain } from "./domain.js";
import { FAME_WEIGHT } from "./fame.js";
import type { Thresholds } from "./thresholds.js";
import type { Trace } from "./trace.js";

/** A thing that fits a question. */
export interface Match<Row extends number> {
  readonly row: Row;
  /** The key that lay nearest. */
  readonly key: number;
  /** How far the question lies from its nearest key, in edits; 0 is the same name. */
  readonly cost: number;
  /** What decides: being well known weighs against cost. */
  readonly score: number;
}

/** Best first; of equals the better known, which has the smaller row. */
export function byScore<Row extends number>(a: Match<Row>, b: Match<Row>): number {
  return b.score - a.score || a.row - b.row;
}

/** Costs closer than this are the same fit. */
export const SAME_FIT = 0.2;
/** A part of a name (a last name, a subtitle) that is misspelt too says less than its cost. */
const PART_WITH_SLIPS = 2.5;
/** A suggestion may lie this much further away than an answer, in edits. */
const SUGGESTION_SLACK = 0.5;

/** Whether a thing is called just what was typed, and not a part of it. */
function isWhole(kind: KeyKind, cost: number): boolean {
  return cost <= SPACING && (kind === KEY_KINDS.name || kind === KEY_KINDS.alias);
}

/** With five times the votes the better known of two namesakes is meant (`answers.md`); below it, we ask. */
export const CLEAR_MARGIN = FAME_WEIGHT * Math.log10(5);

export interface CandidateOptions<Row extends number> {
  /** Rows that end the search where they fit well enough (the typed year is theirs); all do unless said. */
  readonly settles?: (row: Row) => boolean;
  /** Notes what was looked at. */
  readonly trace?: Trace<Row>;
  /** Whether what is so much less likely than a thing that is called just that is left out that it changes no answer. */
  readonly besideExact?: boolean;
}

export class Candidates<Row extends number> {
  readonly #domain: Domain<Row>;
  readonly #thresholds: Thresholds;
  readonly #settles: (row: Row) => boolean;
  readonly #trace: Trace<Row> | undefined;
  readonly #besideExact: boolean;
  readonly #costs = new Map<Row, number>();
  readonly #keys = new Map<Row, number>();
  /** The highest cost that is of interest: suggestions may lie a little further away than answers. */
  readonly limit: number;
  /** The best score so far, and the best of what is called just that. */
  #best = Number.NEGATIVE_INFINITY;
  #bestExact = Number.NEGATIVE_INFINITY;

  constructor(
    domain: Domain<Row>,
    thresholds: Thresholds,
    { settles = () => true, trace, besideExact = false }: CandidateOptions<Row>,
  ) {
    this.#domain = domain;
    this.#thresholds = thresholds;
    this.#settles = settles;
    this.#trace = trace;
    this.#besideExact = besideExact;
    this.limit = thresholds.limit + SUGGESTION_SLACK;
  }

  addSameLetters(query: Query): void {
    const { byLetters, texts } = this.#domain.index;
    this.#trace?.begin("letters", query.text, 0);
    const count = byLetters.near(query.letters, 0, Number.POSITIVE_INFINITY);
    for (let i = 0; i < count; i++) {
      const key = byLetters.found(i);
      this.#add(key, spacingCost(query, texts, key), query.otherForm);
    }
  }

  /**
   * So many slips of the finger. Keys of things too little known to be meant with so many, or beside what was
   * found, are not read; likewise below.
   */
  addSlipsOfFinger(query: Query, edits: number): void {
    if (edits > letterEditsWithin(this.limit)) return;
    const { byLetters, texts } = this.#domain.index;
    this.#trace?.begin("slips", query.text, edits);
    const count = byLetters.near(query.letters, edits, this.#endOfKeys(editsCost(edits)));
    for (let i = 0; i < count; i++) {
      const key = byLetters.found(i);
      this.#add(key, letterCost(query, texts, key, edits), query.otherForm);
    }
  }

  /** So many slips of the ear: one may be none of the finger, and the other way round. */
  addSlipsOfEar(query: Query, edits: number): void {
    if (edits > soundEditsWithin(this.limit) || query.sound.length === 0) return;
    const { bySound, texts, sounds } = this.#domain.index;
    this.#trace?.begin("sound", query.text, edits);
    const count = bySound.near(query.sound, edits, this.#endOfKeys(soundEditsCost(edits)));
    for (let i = 0; i < count; i++) {
      const key = bySound.found(i);
      this.#add(key, soundCost(query, texts, sounds, key, edits), query.otherForm);
    }
  }

  /** An English name as it is heard in Spanish: of its letters only the consonants are right. */
  addSameConsonants(query: Query): void {
    if (this.limit < HEARD) return;
    const { index, soundsByEar } = this.#domain;
    const { byConsonants, texts } = index;
    const sounds = soundsByEar ? index.sounds : undefined;
    this.#trace?.begin("ear", query.text, 0);
    for (const consonants of this.#domain.heardAs(query.text)) {
      const count = byConsonants.same(Buffer.from(consonants), this.#endOfKeys(HEARD));
      for (let i = 0; i < count; i++) {
        const key = byConsonants.found(i);
        this.#add(key, consonantsCost(query, texts, key, sounds), query.otherForm);
      }
    }
  }

  addSameWords(query: Query): void {
    if (this.limit < SAME_WORDS) return;
    const { index, words } = this.#domain;
    this.#trace?.begin("words", query.text, 0);
    const end = this.#endBesideExact(SAME_WORDS);
    for (const key of words.keysWith(
      query.words.map(({ text }) => text),
      end,
    ))
      this.#add(key, wordsCost(query, index.texts, key, this.limit), query.otherForm);
  }

  /** Whether something so well known (log10 of votes) that may end the search was found within a cost. */
  has(cost: number, logVotes: number): boolean {
    const { fame } = this.#domain;
    for (const [row, found] of this.#costs) {
      if (found <= cost && fame.logVotes(row) >= logVotes && this.#settles(row)) return true;
    }
    return false;
  }

  /** Whether something called just that left out what is less likely. */
  get hasExact(): boolean {
    return this.#besideExact && this.#bestExact > Number.NEGATIVE_INFINITY;
  }

  /** Whether nothing is likelier than what is called just that. */
  get isExactBest(): boolean {
    return this.#bestExact === this.#best;
  }

  sorted(): Match<Row>[] {
    const { fame } = this.#domain;
    return [...this.#costs]
      .map(([row, cost]) => ({
        row,
        cost,
        score: fame.weight(row) - cost,
        key: this.#keys.get(row) ?? -1,
      }))
      .sort(byScore);
  }

  #endOfKeys(cost: number): number {
    const { floor, margin } = this.#thresholds;
    const end = this.#domain.fame.endOfKeys(cost, Math.max(floor, this.#best - margin));
    return Math.min(end, this.#endBesideExact(cost));
  }

  /** The same beside what is called just that. */
  #endBesideExact(cost: number): number {
    if (!this.hasExact) return Number.POSITIVE_INFINITY;
    return this.#domain.fame.endOfKeys(cost, this.#bestExact - CLEAR_MARGIN);
  }

  #add(key: number, cost: number, otherForm: number): void {
    const { index, kindCosts, fame } = this.#domain;
    this.#trace?.compared();
    if (cost > this.limit) return;
    const row = index.target(key);
    const kind = index.kind(key);
    // Initials are nothing but their letters: whatever else they sound like is none of theirs.
    if (kind === KEY_KINDS.initials && cost >= SAME_FIT) return;
    const part = cost < SAME_FIT ? kindCosts[kind] : PART_WITH_SLIPS * kindCosts[kind];
    const total = cost + part + otherForm - (isWhole(kind, cost + otherForm) ? this.#domain.wholeName : 0);
    if (total > this.limit || total >= (this.#costs.get(row) ?? Number.POSITIVE_INFINITY)) return;
    if (!this.#domain.accepts(row)) return;
    this.#costs.set(row, total);
    this.#keys.set(row, key);
    const score = fame.weight(row) - total;
    this.#best = Math.max(this.#best, score);
    if (total < SAME_FIT) this.#bestExact = Math.max(this.#bestExact, score);
    this.#trace?.kept({
      row,
      key: index.text(key),
      kind,
      spelling: cost + otherForm,
      part: total - cost - otherForm,
    });
  }
}
