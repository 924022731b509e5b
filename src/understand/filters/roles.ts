/** As what somebody is named in a sentence: who plays, who directs, or either. */
import type { Catalog } from "../../catalog/catalog.js";
import type { PersonRow } from "../../catalog/rows.js";
import type { Edition } from "../../chat/contract.js";

export type Role = "actor" | "director" | "persona";

/** Before a name: that somebody plays. */
const WITH = new Set([
  "con",
  "with",
  "starring",
  "featuring",
  "salga",
  "sale",
  "salgan",
  "salen",
  "este",
  "esten",
  "estan",
  "esta",
  "actue",
  "actuen",
  "aparezca",
  "aparezcan",
]);
/** Who did one thing this many times as much as the other is meant as that. */
const MOSTLY_ACTOR = 3;
const MOSTLY_DIRECTOR = 1.5;
const WHOLLY = 10;

/**
 * @param between words between what was said before and the name
 * @param last as what the name before was read
 */
export function roleOf(
  catalog: Pick<Catalog, "people">,
  row: PersonRow,
  between: readonly string[],
  last: Role | undefined,
): Role {
  const { acted = 0, directed = 0 } = fameOf(catalog, row);
  // "Con Francella y Darín": the second plays as well.
  const isJoined =
    last !== undefined &&
    between.length > 0 &&
    between.every((word) => ["y", "e", "and", "o"].includes(word));
  const isWith = between.some((word) => WITH.has(word));
  if (isWith || (isJoined && last === "actor")) return directed > WHOLLY * acted ? "director" : "actor";
  return mostly(acted, directed);
}

function fameOf({ people }: Pick<Catalog, "people">, row: PersonRow): { acted?: number; directed?: number } {
  return { acted: people.actedVotes[row], directed: people.directedVotes[row] };
}

function mostly(acted: number, directed: number): Role {
  if (directed > MOSTLY_DIRECTOR * acted) return "director";
  return acted > MOSTLY_ACTOR * directed ? "actor" : "persona";
}

/** Whoever never did what words seem to say of them did the other thing: nobody is found as what they never were. */
export function possibleRole({ people }: Pick<Catalog, "people">, row: PersonRow, role: Role): Role {
  if (role === "actor" && people.acted.size(row) === 0) return "director";
  if (role === "director" && people.directed.size(row) === 0) return "actor";
  return role;
}

/** What somebody is better known for. */
export function betterKnownAs(catalog: Pick<Catalog, "people">, row: PersonRow): "actor" | "director" {
  const { acted = 0, directed = 0 } = fameOf(catalog, row);
  return directed >= acted ? "director" : "actor";
}

/** How well known somebody is, as whatever they are better known for: log10 of votes. */
export function knownOf(catalog: Pick<Catalog, "people">, row: PersonRow): number {
  const { acted = 0, directed = 0 } = fameOf(catalog, row);
  return Math.log10(1 + Math.max(acted, directed));
}

/** log10 of the votes that somebody may be less known by than who bears the same name, to be meant with them. */
const LESS_KNOWN = 0.7;

/** Others of somebody's last name who are known about as well: the other Coen, the other Wachowski. */
export function siblingsOf(
  { find, catalog }: Pick<Edition, "find" | "catalog">,
  row: PersonRow,
): PersonRow[] {
  const last = catalog.people.name.get(row).split(" ").at(-1) ?? "";
  const named = find.person(last);
  if (named.kind !== "choices") return [];
  const least = knownOf(catalog, row) - LESS_KNOWN;
  return named.values.filter((other) => other !== row && knownOf(catalog, other) >= least);
}
