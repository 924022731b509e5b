/**
 * How alike a typed name and a known one are to a Spanish ear and a hasty finger, 0–1. Dearer than what the
 * search compares by, and asked only of the few it found: a near name is no answer where nobody would take one
 * for the other.
 */

/** As a Spanish speaker would write what is said; vowels are kept, roughly. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/\b(?:k(?=n)|w(?=r)|p(?=[fs])|g(?=n)|d(?=j))/g, ""],
  [/igh|aigh|eigh/g, "ai"],
  [/gh|h(?=[lmnr])/g, ""],
  [/\bmich(?=ael)/g, "mik"],
  [/ph/g, "f"],
  [/chr/g, "kr"],
  [/dge?\b|dge(?=s)|(?<=[a-z]{2})ge\b/g, "x"],
  [/t?sch|tch|[sc]h/g, "x"],
  [/th/g, "t"],
  [/cqu|ck|qu?|c(?![eiy])/g, "k"],
  [/c|tz|ts|z/g, "s"],
  [/x(?=[^aeiou]|\b)/g, "s"],
  [/gu(?=[aeio])/g, "u"],
  [/g(?=[eiy])|j/g, "y"],
  [/h/g, ""],
  [/v/g, "b"],
  [/ee|ea|ey\b|ie\b/g, "i"],
  [/oo|ou|w/g, "u"],
  [/y/g, "i"],
  [/(?<=[^aeiou ]{1,2})e\b/g, ""],
  [/\bes(?=[^aeiou ])/g, "s"],
  [/(.)\1+/g, "$1"],
];

function heard(text: string): string {
  return HEARD.reduce((left, [pattern, other]) => left.replace(pattern, other), text);
}

const VOWELS = new Set("aeiou");
/** Sounds that are easily taken for each other. */
const ALIKE = new Set("bu bf bp td ts sx kg gi xi mn rl gu kx ds ia".split(" "));

/** What one sound for another costs. */
function substitution(a: string, b: string): number {
  if (a === b) return 0;
  if (ALIKE.has(a + b) || ALIKE.has(b + a)) return 0.5;
  return VOWELS.has(a) && VOWELS.has(b) ? 0.4 : 1;
}

const SWAP = 0.8;
/** Who knows a name knows how it begins. */
const AT_BEGIN = 1.5;

function omission(sound: string): number {
  return VOWELS.has(sound) ? 0.4 : 0.8;
}

/** Sounds that differ, weighed. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = [0];
  for (let j = 1; j <= b.length; j++) above.push((above[j - 1] ?? 0) + omission(b.charAt(j - 1)));
  for (let i = 1; i <= a.length; i++) {
    const own = a.charAt(i - 1);
    const row = [(above[0] ?? 0) + omission(own)];
    for (let j = 1; j <= b.length; j++) {
      const other = b.charAt(j - 1);
      const weight = i === 1 && j === 1 ? AT_BEGIN : 1;
      let least = Math.min(
        (above[j - 1] ?? 0) + weight * substitution(own, other),
        (above[j] ?? 0) + omission(own),
        (row[j - 1] ?? 0) + omission(other),
      );
      if (i > 1 && j > 1 && own === b.charAt(j - 2) && a.charAt(i - 2) === other)
        least = Math.min(least, (before[j - 2] ?? 0) + SWAP);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

function alike(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}

/** A typed name, prepared once for all those it is compared with. */
interface Heard {
  readonly text: string;
  readonly letters: string;
  readonly glued: string;
  readonly words: readonly string[];
}

function prepare(text: string): Heard {
  const sounds = heard(text);
  return {
    text,
    letters: text.replaceAll(" ", ""),
    glued: sounds.replaceAll(" ", ""),
    words: sounds.split(" "),
  };
}

let lastTyped = "";
let last: Heard = prepare("");

/** What was typed is compared with several names, one after the other. */
function prepareTyped(text: string): Heard {
  if (text !== lastTyped) {
    last = prepare(text);
    lastTyped = text;
  }
  return last;
}

export interface Likeness {
  readonly whole: number;
  /** Of the typed word that is least like any of the name. */
  readonly least: number;
}

/** What is alike as a whole may have a word that is less so: words that were cut elsewhere are no other words. */
const CUT_ELSEWHERE = 0.2;
/** Letters that are so much the same are a slip of the finger, whatever it sounds like. */
const SLIP = 0.86;
/** A word alone has to be as much more alike: no other word speaks for it. */
const ONE_WORD = 0.18;
/** Of shorter words nothing is told. */
const SHORTEST_WORD = 3;

/**
 * @param typed folded
 * @param name a folded name, or part of one, that was found for it
 * @returns 1 for the same sounds
 */
export function likeness(typed: string, name: string): Likeness {
  const own = prepareTyped(typed);
  const other = prepare(name);
  const letters = alike(own.letters, other.letters);
  if (letters >= SLIP) return { whole: letters, least: letters };
  const glued = alike(own.glued, other.glued);
  const nearest = nearestWords(own, other);
  if (own.words.length === 1) {
    const whole = Math.max(glued, nearest[0] ?? 0);
    return { whole, least: whole === 1 ? 1 : whole - ONE_WORD };
  }
  let least = 1;
  let sum = 0;
  own.words.forEach((word, i) => {
    const best = nearest[i] ?? 0;
    if (word.length >= SHORTEST_WORD) least = Math.min(least, best);
    sum += best * word.length;
  });
  return { whole: Math.max(glued, sum / own.glued.length), least: Math.max(least, glued - CUT_ELSEWHERE) };
}

/** For each typed word how like it the likest word of the name is, in its sounds or its letters. */
function nearestWords(own: Heard, other: Heard): number[] {
  const typed = own.text.split(" ");
  const known = other.text.split(" ");
  return own.words.map((word, i) => {
    const bySound = other.words.map((sounds) => alike(word, sounds));
    const byLetters = known.map((letters) => alike(typed[i] ?? "", letters));
    return Math.max(...bySound, ...byLetters);
  });
}

/** A near name is an answer from here on; of somebody hardly known only nearly the same one. */
const ENOUGH = { whole: 0.74, least: 0.66, hardlyKnown: 0.86 } as const;
/** Some thirty votes (log10). */
const HARDLY_KNOWN = 1.5;

/** Whether each letter that stands alone is the first of a word of the name: "J Balvin" is no Bob Balaban. */
function hasInitials(typed: string, name: string): boolean {
  const words = name.split(" ");
  const letters = typed.split(" ").filter((word) => /^[a-z]$/.test(word));
  return letters.every((letter) => words.some((word) => word.startsWith(letter)));
}

/** Whether somebody would take the one for the other. @param logVotes how well known the bearer is */
export function isAlike(typed: string, name: string, logVotes: number): boolean {
  const { whole, least } = likeness(typed, name);
  if (whole < SLIP && !hasInitials(typed, name)) return false;
  if (logVotes < HARDLY_KNOWN) return least >= ENOUGH.hardlyKnown;
  return whole >= ENOUGH.whole && least >= ENOUGH.least;
}
