/** What our own tables call collections and companies of the sources; and the universes that have no collection. */

import { ownId } from "../../read/vocabulary/refs.js";
import type { NamedRef, OwnGroups, Universe } from "../../records.js";

/** The collection that stands for a universe of which the sources have none. */
export function ownCollection({ id, en }: Universe): NamedRef {
  return { id: ownId(`universe:${id}`), name: en };
}

/** By TMDB id of a film, the universes it is in that are collections of our own. */
export function ownCollections(universes: readonly Universe[]): ReadonlyMap<number, readonly NamedRef[]> {
  const ofFilm = new Map<number, NamedRef[]>();
  for (const universe of universes) {
    if (universe.lead !== undefined) continue;
    const collection = ownCollection(universe);
    for (const { id, apart } of universe.films)
      if (!apart) ofFilm.set(id, [...(ofFilm.get(id) ?? []), collection]);
  }
  return ofFilm;
}

/**
 * @param names of collections, by row
 * @returns the columns of their names
 */
export function franchiseNames({ universes, franchises }: OwnGroups, names: readonly string[]) {
  const nameEs = new Map<string, string>();
  const aka = new Map<string, string[]>();
  const call = (name: string, further: readonly string[]) =>
    aka.set(name, [...(aka.get(name) ?? []), ...further]);
  for (const { lead, es, en, aka: further } of universes) {
    call(lead ?? en, [...further, es, en]);
    if (lead === undefined) nameEs.set(en, es);
  }
  for (const { collection, es, aka: further } of franchises) {
    call(collection, further);
    if (es !== undefined) nameEs.set(collection, es);
  }
  return {
    nameEs: names.map((name) => nameEs.get(name)),
    aka: names.map((name) => [...new Set(aka.get(name) ?? [])]),
  };
}

/**
 * A house's names go to the company that leads it: of several of that name to the best known, of none to the best
 * known of its members.
 * @param names of companies, by row, best known first
 */
export function companyNames({ companies }: OwnGroups, names: readonly string[]): string[][] {
  const rows = leadRows({ companies }, names);
  const aka = names.map((): string[] => []);
  for (const [group, row] of rows) aka[row]?.push(...new Set([...group.aka, group.es, group.en]));
  return aka;
}

type Group = OwnGroups["companies"][number];

/** The company that leads each group of which any is there. */
export function leadRows(
  { companies }: Pick<OwnGroups, "companies">,
  names: readonly string[],
): ReadonlyMap<Group, number> {
  const first = new Map<string, number>();
  names.forEach((name, row) => {
    if (!first.has(name)) first.set(name, row);
  });
  const leads = new Map<Group, number>();
  for (const group of companies) {
    const members = group.members.flatMap((name) => first.get(name) ?? []);
    const lead = first.get(group.lead) ?? Math.min(...members);
    if (Number.isFinite(lead)) leads.set(group, lead);
  }
  return leads;
}
