/** Which option a word without a name belongs to. */
import type { Find, Vocabulary } from "../../find/port.js";
import type { OptionDescriptor } from "../command/describe.js";
import { isVocabulary } from "../command/vocabularies.js";

/** Whether a text is a value of that kind; asked only for closed vocabularies. */
export type Recognises = (kind: Vocabulary, text: string) => boolean;

/** What `find` knows, as the question asked here. */
export function recognisedBy(find: Pick<Find, "term">): Recognises {
  return (kind, text) => {
    const term = find.term(kind, text);
    if (term.kind !== "found" || term.fit === "exact") return term.kind === "found";
    // A slip adds no word: in "franquicia toy story" the first word is all that is meant.
    const { es, en } = term.value.label;
    return wordCount(text) <= Math.max(wordCount(es), wordCount(en));
  };
}

/** A value of several words, or none yet. */
type Filled = Map<string, string[]>;

function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}

/**
 * Shares `words` out among the options still `open`, in their order. Integers take figures wherever they stand,
 * but never the only word a required option could have; a closed vocabulary takes the words it recognises and
 * an optional one is passed over where it recognises none; other options take one word each and the last all
 * that remain. What belongs to nothing is `left`, as indexes into `words`.
 */
export function shareOut(
  words: readonly string[],
  open: readonly OptionDescriptor[],
  recognises?: Recognises,
): { readonly filled: ReadonlyMap<string, string>; readonly left: readonly number[] } {
  const filled: Filled = new Map();
  const free = open.filter(({ kind }) => kind !== "integer");
  const afterFigures = takeFigures(words, open, free, filled);
  const left = takeWords(words, afterFigures, free, filled, recognises);
  return { filled: new Map([...filled].map(([name, parts]) => [name, parts.join(" ")])), left };
}

function takeFigures(
  words: readonly string[],
  open: readonly OptionDescriptor[],
  free: readonly OptionDescriptor[],
  filled: Filled,
): readonly number[] {
  const integers = open.filter(({ kind }) => kind === "integer").map(({ name }) => name);
  const isFigure = (word: string) => /^\d{1,15}$/u.test(word);
  // "2012" is a film before it is a year.
  const spared = free.some(({ required }) => required) && words.every(isFigure) ? 0 : -1;
  return [...words.keys()].filter((at) => {
    const word = words[at] ?? "";
    const name = at !== spared && isFigure(word) ? integers.shift() : undefined;
    if (name !== undefined) filled.set(name, [word]);
    return name === undefined;
  });
}

function takeWords(
  words: readonly string[],
  places: readonly number[],
  free: readonly OptionDescriptor[],
  filled: Filled,
  recognises: Recognises | undefined,
): readonly number[] {
  let rest = places;
  for (const [turn, option] of free.entries()) {
    if (rest.length === 0) break;
    const last = turn === free.length - 1;
    const size = last
      ? rest.length
      : share(
          option,
          rest.map((at) => words[at] ?? ""),
          recognises,
        );
    if (size > 0)
      filled.set(
        option.name,
        rest.slice(0, size).map((at) => words[at] ?? ""),
      );
    rest = rest.slice(size);
  }
  return rest;
}

/** How many of the next words an option takes that is not the last. */
function share(
  option: OptionDescriptor,
  words: readonly string[],
  recognises: Recognises | undefined,
): number {
  if (recognises === undefined || !isVocabulary(option.kind)) return 1;
  for (let size = words.length; size > 0; size--) {
    if (recognises(option.kind, words.slice(0, size).join(" "))) return size;
  }
  return option.required ? 1 : 0;
}
