/**
 * From a typed name to the things it may mean, best first: places are looked in by turns, the cheapest first.
 */
import { fold, foldForms, foldNumbers } from "../encode/fold.js";
import { type CandidateOptions, Candidates, type Match } from "./candidates.js";
import { editsCost, letterEditsWithin, MOST_EDITS, SAME_WORDS, SPACING } from "./distance/cost.js";
import { Query } from "./distance/query.js";
import type { Domain } from "./domain.js";
import type { Thresholds } from "./thresholds.js";

/** Folding can lengthen a text ("&" → "and"); nobody types a name longer than this. */
const LONGEST_NAME = 200;

/** What was asked for last: a title is looked for among films, and then among series. */
let last = { text: "", normalised: "" };

/** A typed name as keys are written. */
export function normalise(text: string): string {
  if (text !== last.text) {
    last = { text, normalised: foldForms(fold(text).slice(0, LONGEST_NAME).trim()) };
  }
  return last.normalised;
}

/** Enough votes (some fifty) that an exact title is not a rare film that shadows a famous near-twin. */
const KNOWN_ENOUGH = 1.7;
/**
 * What is called so but for its article, or before its colon, and has over a thousand votes: what is only like it would
 * have to be known ten times better.
 */
const PART_ALONE = 0.5;
const FAMOUS = 3;
/** A hundred votes: then one edit is a slip, not another film. */
const WELL_KNOWN = 2;
/** In a text of so few letters a second edit may still mean something better known. */
const SHORT_TEXT = 5;

export interface MatchOptions<Row extends number> extends CandidateOptions<Row> {
  /** Looks for no more slips than these, where an answer is wanted sooner than a far-fetched one. */
  readonly mostEdits?: number;
}

/**
 * Number words are compared as typed and as digits ("rocky dos", "rocky 2"), like the keys. Looks in tiers,
 * and leaves as soon as what is found cannot be beaten: the same letters; one slip of the finger or of the
 * ear; the same consonants; the same words; more slips, one more at a time.
 * @param text as `normalise` gives it
 * @param thresholds how near an answer has to be
 */
export function matches<Row extends number>(
  domain: Domain<Row>,
  text: string,
  thresholds: Thresholds,
  options: MatchOptions<Row> = {},
): Match<Row>[] {
  // A year is yet to tell which of those that are called so is meant, and whoever wants to see what was looked at wants all.
  const besideExact = Number.isFinite(thresholds.margin) && options.trace === undefined;
  const found = collected(domain, text, thresholds, { ...options, besideExact });
  // Where something else is likelier after all, its equals are of interest too, which may be less likely.
  if (!found.hasExact || found.isExactBest) return found.sorted();
  return collected(domain, text, thresholds, options).sorted();
}

function collected<Row extends number>(
  domain: Domain<Row>,
  text: string,
  thresholds: Thresholds,
  { mostEdits = MOST_EDITS, ...options }: MatchOptions<Row>,
): Candidates<Row> {
  const own = new Query(text);
  const queries = [own, ...otherFormsOf(domain, text)];
  // What is another name and not only another form of it is looked for where that is cheap.
  const close = queries.filter(({ otherForm }) => otherForm === 0);
  const found = new Candidates(domain, thresholds, options);
  for (const query of queries) found.addSameLetters(query);
  if (found.has(SPACING, KNOWN_ENOUGH) || found.has(PART_ALONE, FAMOUS)) return found;
  // While somebody types, another form is looked for as it is.
  const withSlips = mostEdits < MOST_EDITS ? close : queries;
  for (const query of withSlips) found.addSlipsOfEar(query, 0);
  for (const query of withSlips) found.addSlipsOfFinger(query, 1);
  const oneSlip = () => own.letters.length > SHORT_TEXT && found.has(editsCost(1), WELL_KNOWN);
  if (oneSlip()) return found;
  for (const query of withSlips) found.addSlipsOfEar(query, 1);
  if (oneSlip()) return found;
  for (const query of close) found.addSameConsonants(query);
  const severalWords = text.includes(" ");
  if (severalWords) for (const query of close) found.addSameWords(query);
  if (found.has(SAME_WORDS, KNOWN_ENOUGH)) return found;
  const edits = Math.min(mostEdits, letterEditsWithin(found.limit));
  for (let edit = 2; edit <= edits && !found.has(editsCost(edit - 1), WELL_KNOWN); edit++) {
    for (const query of close) found.addSlipsOfFinger(query, edit);
    if (found.has(editsCost(edit), WELL_KNOWN)) break;
    for (const query of close) found.addSlipsOfEar(query, edit);
  }
  if (!severalWords) found.addSameWords(own);
  return found;
}

/** The ways in which a text may stand among the keys, beside itself. */
function otherFormsOf<Row extends number>({ otherForms, otherFormCost }: Domain<Row>, text: string): Query[] {
  const numbers = foldNumbers(text);
  const apart = splitRoman(text);
  const others = otherForms(text);
  if (numbers === text && apart === text && others.length === 0) return [];
  const same = new Set([numbers, apart]);
  same.delete(text);
  const further = new Set(others.filter((form) => form !== text && !same.has(form)));
  return [
    ...[...same].map((form) => new Query(form)),
    ...[...further].map((form) => new Query(form, otherFormCost)),
  ];
}

/** "ghostbustersii" → "ghostbusters 2": typed together, a roman numeral is not seen as one. */
function splitRoman(text: string): string {
  const split = /^(.*[a-z]{3})(ii|iii|iv|vi|vii|viii)$/.exec(text);
  return split === null ? text : foldForms(`${split[1]} ${split[2]}`);
}
