/** The two films that somebody wants compared: "alien, aliens", "alien vs aliens", "alien o aliens". */
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Context } from "../../src/chat/contract.js";
import type { Resolution } from "../../src/find/port.js";
import type { Steps } from "../../src/steps.js";

export interface NamedFilm {
  readonly text: string;
  readonly found: Resolution<FilmRow>;
}

export type Pair = readonly [one: NamedFilm, other: NamedFilm];

/** What may stand between two titles, and in many a title too. */
const BETWEEN = /\s*[,;]\s+|\s+\+\s+|\s+(?:vs?\.?|versus|contra|frente a|o|u|or|y|e|and|con|with)\s+/giu;
/** A text with more of these is no two titles. */
const MOST_PLACES = 12;

/**
 * Of all the ways to part a text in two, the one in which both parts are named best; undefined where it cannot be parted.
 * A step for each way.
 * @param texts the values of the option: a title with a comma in it comes as two
 */
export function* pairOf({ find }: Pick<Context, "find">, texts: readonly string[]): Steps<Pair | undefined> {
  const named = (text: string): NamedFilm => ({ text, found: find.film(text) });
  const [one, other, ...others] = texts;
  if (one === undefined) return undefined;
  // Exact values are never parted.
  if (other !== undefined && others.length === 0 && texts.every((text) => find.linkIn(text) !== undefined))
    return [named(one), named(other)];
  const whole = texts.join(", ");
  let best: { readonly pair: Pair; readonly worth: number } | undefined;
  for (const { 0: join, index } of [...whole.matchAll(BETWEEN)].slice(0, MOST_PLACES)) {
    const parts = [whole.slice(0, index).trim(), whole.slice(index + join.length).trim()] as const;
    if (parts.includes("")) continue;
    const pair: Pair = [named(parts[0]), named(parts[1])];
    // Of equals, the way in which it was written: what comes as a list is one.
    const asListed = texts.length === 2 && parts[0] === one ? 0.5 : 0;
    const worth = worthOf(pair[0]) + worthOf(pair[1]) + asListed;
    if (best === undefined || worth > best.worth) best = { pair, worth };
    yield;
  }
  return best?.pair;
}

/** How surely a text is a title. */
function worthOf({ found }: NamedFilm): number {
  if (found.kind === "found") return found.fit === "exact" ? 3 : 2;
  if (found.kind === "none") return 0;
  return found.reason === undefined ? 3 : 1;
}
