/**
 * How a name sounds to a Spanish speaker who writes an English one by ear. Shared by the build and the query.
 * Candidates are found by sound, because a slip of the ear is no slip there at all, and a slip of the finger
 * is one in either.
 */

type Rules = readonly (readonly [pattern: RegExp, sound: string])[];

/**
 * What English spells otherwise than it is heard, word by word: "knight" is written "nait", "blade" "bleid",
 * "future" "fiucher". Spanish words go the same way on both sides, and meet all the same.
 */
const ENGLISH: Rules = [
  [/\bthe\b/g, "de"],
  [/\bto\b/g, "tu"],
  [/ther\b/g, "der"],
  [/igh/g, "ai"],
  [/\bkn/g, "n"],
  [/\bwr/g, "r"],
  [/\bpsych/g, "saik"],
  [/\bdj|\by(?=[aou])/g, "j"],
  [/(ou|[ae])ille\b/g, "$1i"],
  [/\bes(?=[bcdfgklmnpqtv])/g, "s"],
  [/tch/g, "ch"],
  [/ture\b/g, "cher"],
  [/tion\b/g, "shon"],
  [/ange\b/g, "einch"],
  [/a([bdkmnptv])e(s?)\b/g, "ei$1$2"],
  [/i([dkmnptv])e(s?)\b/g, "ai$1$2"],
  [/i([ln])d\b/g, "ai$1"],
  [/nd\b/g, "n"],
  [/(?<=[^ ]{2}[^aeiou ])e\b/g, ""],
  [/(?<=[^aeiou ])ey\b/g, "i"],
  [/ies\b/g, "is"],
];

/** Letters that a Spanish ear does not tell apart. */
const LETTERS: Rules = [
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/^sch(?=i)|sch(?=[lmnw])/g, "sh"],
  [/chr/g, "kr"],
  [/th/g, "t"],
  [/sh|ch/g, "x"],
  [/que$|qu(?=[eiy])/g, "k"],
  [/gu(?=[ao])/g, "w"],
  [/gu(?=[ei])/g, "g"],
  [/ck|q|c(?![eiy])/g, "k"],
  [/c/g, "s"],
  [/v/g, "b"],
  [/z/g, "s"],
  [/y|ee|ea/g, "i"],
  [/oo|ou|w/g, "u"],
  [/j/g, "g"],
  [/h/g, ""],
  [/(\p{L})\1+/gu, "$1"],
];

function follow(rules: Rules, text: string): string {
  let sound = text;
  for (const [pattern, replacement] of rules) sound = sound.replace(pattern, replacement);
  return sound;
}

/**
 * Letters that sound alike become one, doubled letters single, silent h disappears: "filips" and "phillips"
 * meet.
 */
export function phonetic(folded: string): string {
  return follow(LETTERS, follow(ENGLISH, folded));
}

/** The sound of a folded text without its spaces: what keys are sorted and looked up by. */
export function soundOf(folded: string): string {
  return follow(LETTERS, follow(ENGLISH, folded).replaceAll(" ", ""));
}

/** Which letters occur: bit (code & 31) of each byte. Two edits change at most four bits. */
export function letterMask(bytes: Uint8Array): number {
  let mask = 0;
  for (const byte of bytes) mask |= 1 << (byte & 31);
  return mask;
}
