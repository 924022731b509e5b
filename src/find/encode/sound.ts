/**
 * How a name sounds to a Spanish speaker who writes an English one by ear. Shared by the build and the query.
 * Candidates are found by sound, because a slip of the ear is no slip there at all, and a slip of the finger
 * is one in either.
 */

/** What a rule fits holds all of its letters: most rules are passed over without a look at the pattern. */
type Rules = readonly Rule[];
interface Rule {
  /** As `lettersOf` gives them. */
  readonly letters: number;
  readonly pattern: RegExp;
  readonly sound: string;
}

function rules(...written: readonly (readonly [letters: string, pattern: RegExp, sound: string])[]): Rules {
  return written.map(([letters, pattern, sound]) => ({ letters: lettersOf(letters), pattern, sound }));
}

/**
 * What English spells otherwise than it is heard, word by word: "knight" is written "nait", "blade" "bleid",
 * "future" "fiucher". Spanish words go the same way on both sides, and meet all the same.
 */
const ENGLISH = rules(
  ["the", /\bthe\b/g, "de"],
  ["to", /\bto\b/g, "tu"],
  ["ther", /ther\b/g, "der"],
  ["igh", /igh/g, "ai"],
  ["kn", /\bkn/g, "n"],
  ["wr", /\bwr/g, "r"],
  ["psych", /\bpsych/g, "saik"],
  ["dj", /\bdj/g, "j"],
  ["y", /\by(?=[aou])/g, "j"],
  ["ile", /(ou|[ae])ille\b/g, "$1i"],
  ["es", /\bes(?=[bcdfgklmnpqtv])/g, "s"],
  ["tch", /tch/g, "ch"],
  ["ture", /ture\b/g, "cher"],
  ["tion", /tion\b/g, "shon"],
  ["ange", /ange\b/g, "einch"],
  ["ae", /a([bdkmnptv])e(s?)\b/g, "ei$1$2"],
  ["ie", /i([dkmnptv])e(s?)\b/g, "ai$1$2"],
  ["id", /i([ln])d\b/g, "ai$1"],
  ["nd", /nd\b/g, "n"],
  ["e", /(?<=[^ ]{2}[^aeiou ])e\b/g, ""],
  ["ey", /(?<=[^aeiou ])ey\b/g, "i"],
  ["ies", /ies\b/g, "is"],
);

/** Letters that a Spanish ear does not tell apart. */
const LETTERS = rules(
  ["x", /x/g, "ks"],
  ["ph", /ph/g, "f"],
  ["sch", /^sch(?=i)|sch(?=[lmnw])/g, "sh"],
  ["chr", /chr/g, "kr"],
  ["th", /th/g, "t"],
  ["h", /sh|ch/g, "x"],
  ["qu", /que$|qu(?=[eiy])/g, "k"],
  ["gu", /gu(?=[ao])/g, "w"],
  ["gu", /gu(?=[ei])/g, "g"],
  ["ck", /ck/g, "k"],
  ["q", /q/g, "k"],
  ["c", /c(?![eiy])/g, "k"],
  ["c", /c/g, "s"],
  ["v", /v/g, "b"],
  ["z", /z/g, "s"],
  ["y", /y/g, "i"],
  ["e", /ee|ea/g, "i"],
  ["o", /oo|ou/g, "u"],
  ["w", /w/g, "u"],
  ["j", /j/g, "g"],
  ["h", /h/g, ""],
);

const DOUBLED = /(\p{L})\1+/gu;
/** From here on letters may be of two units each. */
const SURROGATES = 0xd800;

function follow(all: Rules, text: string): string {
  let sound = text;
  let letters = lettersOf(sound);
  for (const rule of all) {
    if ((letters & rule.letters) !== rule.letters) continue;
    const next = sound.replace(rule.pattern, rule.sound);
    if (next === sound) continue;
    sound = next;
    letters = lettersOf(sound);
  }
  return sound;
}

/** Doubled letters as one. Most texts have none, which a look at the units tells sooner than the pattern. */
function withoutDoubled(text: string): string {
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === last || unit >= SURROGATES) return text.replace(DOUBLED, "$1");
    last = unit;
  }
  return text;
}

/** A bit for each letter that occurs. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/**
 * Letters that sound alike become one, doubled letters single, silent h disappears: "filips" and "phillips"
 * meet.
 */
export function phonetic(folded: string): string {
  return withoutDoubled(follow(LETTERS, follow(ENGLISH, folded)));
}

/** The sound of a folded text without its spaces: what keys are sorted and looked up by. */
export function soundOf(folded: string): string {
  return withoutDoubled(follow(LETTERS, follow(ENGLISH, folded).replaceAll(" ", "")));
}

/** Which letters occur: bit (code & 31) of each byte. Two edits change at most four bits. */
export function letterMask(bytes: Uint8Array): number {
  let mask = 0;
  for (const byte of bytes) mask |= 1 << (byte & 31);
  return mask;
}
