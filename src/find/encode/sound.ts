/**
 * How a name sounds to a Spanish speaker who writes an English one by ear. Shared by the build and the query.
 * Candidates are found by sound, because a slip of the ear is no slip there at all, and a slip of the finger
 * is one in either.
 */

/**
 * Letters that sound alike become one, doubled letters single, silent h disappears: "filips" and "phillips"
 * meet.
 */
export function phonetic(folded: string): string {
  return folded
    .replace(/ph/g, "f")
    .replace(/^sch(?=i)|sch(?=[lmnw])/g, "sh")
    .replace(/chr/g, "kr")
    .replace(/th/g, "t")
    .replace(/sh|ch/g, "x")
    .replace(/que$|qu(?=[eiy])/g, "k")
    .replace(/ck|q|c(?![eiy])/g, "k")
    .replace(/c/g, "s")
    .replace(/v/g, "b")
    .replace(/z/g, "s")
    .replace(/y|ee|ea/g, "i")
    .replace(/oo|ou|w/g, "u")
    .replace(/j/g, "g")
    .replace(/h/g, "")
    .replace(/(\p{L})\1+/gu, "$1");
}

/** The sound of a folded text without its spaces: what keys are sorted and looked up by. */
export function soundOf(folded: string): string {
  return phonetic(folded.replaceAll(" ", ""));
}

/** Which letters occur: bit (code & 31) of each byte. Two edits change at most four bits. */
export function letterMask(bytes: Uint8Array): number {
  let mask = 0;
  for (const byte of bytes) mask |= 1 << (byte & 31);
  return mask;
}
