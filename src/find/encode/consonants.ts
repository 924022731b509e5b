/**
 * What a Spanish speaker keeps of an English name heard and never read: its consonants. "Fait clab", "bleid
 * runer" and "tuailait" share no vowel with what they mean. Shared by the build and the query.
 */

/** Fewer consonants than this are shared by too many names. */
const SHORTEST = 3;

/** What English writes with a "t" and nobody hears as one. */
const HUSHED: Readonly<Record<string, string>> = { tch: "ch", tion: "shon", ture: "cher" };

/**
 * Consonants in order, those that Spanish does not tell apart as one, doubled ones once. Left out: vowels,
 * what is heard as one or not at all (h, j, y, w, gu before a vowel, gh).
 * @param folded a folded text
 * @returns empty where too little is left
 */
export function consonantsOf(folded: string): string {
  const heard = folded
    .replaceAll(" ", "")
    .replace(/gh|gu(?=[aeiou])/g, "")
    .replace(/^the/, "de")
    .replace(/ther/g, "der")
    .replace(/tch|tion|ture/g, (end) => HUSHED[end] ?? end)
    .replace(/ph/g, "f")
    .replace(/chr/g, "kr")
    .replace(/ge$/, "s")
    .replace(/e$/, "")
    .replace(/[sc]h|c(?=[ei])|z/g, "s")
    .replace(/ck|q|c/g, "k")
    .replace(/x/g, "ks")
    .replace(/v/g, "b")
    .replace(/m(?=[bp]|$)/g, "n")
    .replace(/[dt]+(?=[bgkp])|(?<=[lnrs])[bdgkpt]+$/g, "");
  const consonants = heard.replace(/[aeiouhjyw]/g, "").replace(/(.)\1+/gu, "$1");
  return consonants.length < SHORTEST ? "" : consonants;
}
