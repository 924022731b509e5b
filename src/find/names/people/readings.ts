/** What people write around a name, as text alone: nothing here knows who exists. */
import { fold } from "../../encode/fold.js";

const ROLES =
  "actor|actriz|actores|actrices|interprete|actress|director|directora|directores|cineasta|realizador|realizadora|filmmaker";
const FILMS = "peliculas?|pelis?|peli|films?|filmes|movies?|cintas?|filmografia|filmography|cine";
const BY = "de|del|con|por|by|of|with|dirigid[ao]s? por|directed by|starring|protagonizad[ao]s? por";
/** "el actor Tom Hanks", "director: Ridley Scott". */
const ROLE = new RegExp(`^(?:(?:el|la|los|las|the|un|una) )?(?:${ROLES}) (?:es )?(?=.)`);
/** "las pelis de Tom Hanks". */
const FILMS_OF = new RegExp(`^(?:(?:las|los|la|the|todas las|todo el) )?(?:${FILMS}) (?:${BY}) (?=.)`);
/** "Tom Hanks movies", "Nolan director". */
const ROLE_AFTER = new RegExp(`(?<=.) (?:\\(?(?:${ROLES})|movies|films|peliculas|pelis)$`);

/** A name without the words for what somebody does: "la actriz Emma Stone" is "emma stone". */
export function withoutRole(text: string): string {
  const folded = fold(text);
  const plain = folded.replace(FILMS_OF, "").replace(ROLE, "").replace(ROLE_AFTER, "");
  return plain === folded ? text : plain;
}

/** "Cruz, Penélope" as it is said; undefined where it is no such name. */
export function inOrder(text: string): string | undefined {
  const parts = text.split(",").map((part) => part.trim());
  const [surname, given] = parts;
  return parts.length === 2 && surname && given ? `${given} ${surname}` : undefined;
}

const BETWEEN = /\s*[,;/&+]\s*|\s+(?:y|e|and|con|with)\s+/i;

/** The two names of "Pajares y Esteso"; undefined where there are not two. */
export function pairIn(text: string): readonly [string, string] | undefined {
  const parts = text.split(BETWEEN).filter((part) => fold(part) !== "");
  const [first, second] = parts;
  return parts.length === 2 && first && second ? [first, second] : undefined;
}

/** "joel" beside "ethan coen" is "joel coen"; undefined where the first has a surname of its own. */
export function givenSurname(first: string, second: string): string | undefined {
  const words = fold(second).split(" ");
  return words.length < 2 || fold(first).includes(" ") ? undefined : `${first} ${words.at(-1)}`;
}

/** What is said of several of one surname, and whether it says outright that they are siblings. */
export interface Siblings {
  readonly surname: string;
  readonly said: boolean;
}

const SIBLINGS = /^(?:(?:los|las|the) )?(?:hermanos|hermanas|hnos|brothers|sisters) (?:de )?(.+)$/;
const SIBLINGS_AFTER = /^(?:(?:los|las|the) )?(.+?) (?:brothers|bros|sisters|siblings|hermanos|hermanas)$/;
const PLURAL = /^(?:los|las|the) (.+)$/;

/** @param folded "hermanos coen", "los coen", "the wachowskis" */
export function siblingsIn(folded: string): Siblings[] {
  const said = SIBLINGS.exec(folded) ?? SIBLINGS_AFTER.exec(folded);
  const surname = said?.[1] ?? PLURAL.exec(folded)?.[1];
  if (surname === undefined) return [];
  const readings = surname.length > 4 && surname.endsWith("s") ? [surname, surname.slice(0, -1)] : [surname];
  return readings.map((reading) => ({ surname: reading, said: said !== null }));
}

/** Fewer words than these are a name that can lose none. */
const FEWEST = 3;

/** A name without one of its words, or two: the second surname first, then what stands in the middle. */
export function fewerWords(folded: string): string[] {
  const words = folded.split(" ");
  const without = (from: number, count: number) =>
    [...words.slice(0, from), ...words.slice(from + count)].join(" ");
  const names: string[] = [];
  for (const count of [1, 2]) {
    if (words.length - count < FEWEST - 1) break;
    for (let from = words.length - count; from > 0; from--) names.push(without(from, count));
  }
  return names;
}
