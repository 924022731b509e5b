/** The initials of titles, by which people call the well-known ones: EEAAO, NCFOM, ESDLA. */
import { fold, withoutArticle } from "../fold.js";

/** Two letters may be anything. */
const SHORTEST = 3;
const LONGEST = 10;
/** Left out by some: "El bueno, el feo y el malo" is EBEFYEM and EBEFEM. */
const JOINS = /(?<= )(?:and|y|e|et) /g;

/**
 * Initials of a title, as written: of all its words, without its article, without "and"; a number in it whole
 * ("10 Things I Hate About You" is 10tihay). Folded.
 */
export function initialsOf(title: string): string[] {
  const folded = fold(title);
  const bare = withoutArticle(folded);
  const texts = [folded, bare, folded.replace(JOINS, ""), bare.replace(JOINS, "")];
  return [...new Set(texts.map(initials))].filter(
    (text) => text.length >= SHORTEST && text.length <= LONGEST && !/^\d+$/.test(text),
  );
}

function initials(folded: string): string {
  if (!/^[a-z0-9 ]+$/.test(folded)) return "";
  const words = folded.split(" ");
  return words.length < SHORTEST
    ? ""
    : words.map((word) => (/^\d/.test(word) ? word : word.slice(0, 1))).join("");
}
