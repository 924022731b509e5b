/** What our own tables call collections and companies of the sources; and the universes that have no collection. */

import { isSameTitle } from "../../../src/catalog/film.js";
import { toldApartInSpanish } from "../../clean/told-apart.js";
import { ownId } from "../../read/vocabulary/refs.js";
import type { FilmRecord, NamedRef, OwnGroups, Universe } from "../../records.js";

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

/** A collection as its source calls it, and its films, best known first. */
export interface NamedCollection {
  readonly name: string;
  readonly films: readonly Titles[];
}

type Titles = Pick<FilmRecord, "title" | "titleEs" | "titleEs419">;

/**
 * @param collections by row
 * @returns the columns of their names
 */
export function franchiseNames(
  { universes, franchises }: OwnGroups,
  collections: readonly NamedCollection[],
) {
  const nameEs = new Map<string, string>();
  const nameEs419 = new Map<string, string>();
  const aka = new Map<string, string[]>();
  const call = (name: string, further: readonly string[]) =>
    aka.set(name, [...(aka.get(name) ?? []), ...further]);
  for (const { lead, es, en, aka: further } of universes) {
    call(lead ?? en, [...further, es, en]);
    if (lead === undefined) nameEs.set(en, es);
  }
  for (const { collection, es, es419, aka: further } of franchises) {
    call(collection, es419 === undefined ? further : [...further, es419]);
    if (es !== undefined) nameEs.set(collection, es);
    if (es419 !== undefined) nameEs419.set(collection, es419);
  }
  // What is in our tables without a Spanish name keeps its own: "Star Wars", "Harry Potter".
  const ours = new Set([...aka.keys()]);
  for (const collection of collections) {
    if (ours.has(collection.name)) continue;
    const told = toldApartInSpanish(collection.name);
    if (told !== undefined) nameEs.set(collection.name, told);
    const film = told === undefined ? namesake(collection) : undefined;
    if (film?.titleEs === undefined) continue;
    const [es, es419] = [seriesTitle(film.titleEs), film.titleEs419 && seriesTitle(film.titleEs419)];
    nameEs.set(collection.name, es);
    if (es419 === undefined || es419 === es) continue;
    nameEs419.set(collection.name, es419);
    call(collection.name, [es419]);
  }
  const names = collections.map(({ name }) => name);
  return {
    nameEs: names.map((name) => nameEs.get(name)),
    nameEs419: names.map((name) => nameEs419.get(name)),
    aka: names.map((name) => [...new Set(aka.get(name) ?? [])]),
  };
}

/** The film that a collection is called after. */
function namesake({ name, films }: NamedCollection): Titles | undefined {
  const plain = name.replace(/ (?:Collection|Series)$/u, "");
  return films.find(({ title }) => isSameTitle(plain, seriesTitle(title)));
}

/** A title without what follows the name of the series: "Los Croods: Una aventura prehistórica", "Paddington 2". */
function seriesTitle(title: string): string {
  return title
    .replace(/(?<=.{3}): .*$/u, "")
    .replace(/[.,]? (?:part|parte|vol\.?|volumen|capítulo|chapter) .*$/iu, "")
    .replace(/ (?:\d|II+)$/u, "");
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
