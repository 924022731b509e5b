/**
 * Names of people as a Spanish speaker hears and writes them, coarser than titles (`consonants.ts`): "keira
 * naitli", "clin isbud". People are told apart by how well known they are, titles less so. Shared by the build
 * and the query.
 */

/** Fewer consonants than this are shared by too many names. */
const SHORTEST = 3;

const RULES: readonly (readonly [RegExp, string])[] = [
  // Not heard at the beginning of a word: "knightley", "wright", "pfeiffer", "djimon".
  [/\b(?:k(?=n)|w(?=r)|p(?=f|s)|g(?=n)|d(?=j))/g, ""],
  [/gh/g, ""],
  [/ph/g, "f"],
  [/chr/g, "kr"],
  [/\bmich(?=ael)/g, "mik"],
  // "bridges", "george", "dinklage".
  [/dge?(?=[es])|ge\b/g, "s"],
  // As in "estif" and "claif", and "z" and "t" for a last "d".
  [/ve?\b/g, "f"],
  [/dd?\b/g, "t"],
  [/t?sch|tch|[sc]h|sc(?=[ei])|c(?=[eiy])|t?z|ts/g, "s"],
  [/th/g, "t"],
  [/cqu|ck|cc|qu?|c/g, "k"],
  [/x/g, "ks"],
  // "j" and "g" before "e" and "i" are heard as in "yorch", "gu" as in "guinet".
  [/g(?=[eiy])|gu(?=[aeiou])/g, ""],
  [/v/g, "b"],
  // "bonham", "adam".
  [/mb?\b/g, "n"],
  [/(?<=n)g(?=[bcdfklmnpqrstvwxz]|\b)/g, ""],
  // One of several consonants: "eastwood", "goldblum", and at the end "clint", "grant".
  [/(?<=[bfklmnprs])[td](?=[bdfgklmnpqstvwxz]|\b)/g, ""],
  [/[aeiouhjyw ]/g, ""],
  [/G/g, "g"],
  [/(.)\1+/gu, "$1"],
];

function skeleton(text: string): string {
  let left = text;
  for (const [pattern, heard] of RULES) left = left.replace(pattern, heard);
  return left.length < SHORTEST ? "" : left;
}

/**
 * What is heard of a name as it is written.
 * @param folded a folded name
 * @returns empty where too little is left
 */
export function heardOf(folded: string): string {
  return skeleton(folded);
}

/**
 * What letters of a name written by ear may also stand for: "gu" a hard g ("macgreguer") where it is no w
 * ("guinet"), "b" a w ("isbud", "bolken"), "z" a th ("zeron").
 */
const READINGS: readonly (readonly [RegExp, string])[] = [
  [/gu(?=[ei])/g, "G"],
  [/\bb|b(?=u)/g, ""],
  [/z/g, "t"],
];

/** What a name that was written by ear may be heard of, likeliest first, each once and none empty. */
export function heardAs(folded: string): string[] {
  let texts = [folded];
  for (const [pattern, other] of READINGS) {
    if (texts.some((text) => text.search(pattern) >= 0))
      texts = texts.flatMap((text) => [text, text.replace(pattern, other)]);
  }
  return [...new Set(texts.map(skeleton))].filter((heard) => heard !== "");
}
