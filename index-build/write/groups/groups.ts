/** Our own tables of what belongs together → rows of what a catalogue has of it. */
import { filmById, type Tables } from "../../../src/catalog/catalog.js";
import { type CollectionRow, eachRow, type FilmRow } from "../../../src/catalog/rows.js";
import { TABLES } from "../../../src/catalog/schema.js";
import type { OwnGroups, Universe } from "../../records.js";
import { encodeTable } from "../encode/arrow.js";
import { leadRows, ownCollection } from "./names.js";

type Facts = Pick<Tables, "films" | "filmOrder" | "collections" | "companies">;

/** @returns the bytes of each table; what a catalogue has nothing of is left out */
export function encodeGroups(
  groups: OwnGroups,
  facts: Facts,
): Record<"companyGroups" | "universes", Uint8Array> {
  return {
    companyGroups: encodeCompanyGroups(groups, facts),
    universes: encodeUniverses(groups.universes, facts),
  };
}

function encodeCompanyGroups(groups: OwnGroups, { companies }: Facts): Uint8Array {
  const names = Array.from(eachRow(companies), (row) => companies.name.get(row));
  const rows = [...leadRows(groups, names)].map(([group, lead]) => {
    const ofHouse = new Set([group.lead, ...group.members]);
    const members = [...eachRow(companies)].filter((row) => row !== lead && ofHouse.has(names[row] ?? ""));
    return { group, lead, members };
  });
  return encodeTable(TABLES.companyGroups, {
    nameEs: rows.map(({ group }) => group.es),
    nameEn: rows.map(({ group }) => group.en),
    lead: rows.map(({ lead }) => lead),
    members: rows.map(({ members }) => members),
  });
}

function encodeUniverses(universes: readonly Universe[], facts: Facts): Uint8Array {
  const rows = universes.flatMap((universe) => {
    const collection = collectionOf(universe, facts);
    const films = filmsOf(universe, facts, false);
    return collection === undefined || films.length === 0 ? [] : [{ universe, collection, films }];
  });
  return encodeTable(TABLES.universes, {
    id: rows.map(({ universe }) => universe.id),
    nameEs: rows.map(({ universe }) => universe.es),
    nameEn: rows.map(({ universe }) => universe.en),
    collection: rows.map(({ collection }) => collection),
    own: rows.map(({ universe }) => (universe.lead === undefined ? 1 : 0)),
    members: rows.map(({ films }) => membersOf(films, facts)),
    films: rows.map(({ films }) => byRelease(films, facts)),
    story: rows.map(({ universe, films }) => (universe.listed === "story" ? films : [])),
    apart: rows.map(({ universe }) => byRelease(filmsOf(universe, facts, true), facts)),
  });
}

/** The row of its collection: of the sources' under its name, of ours under its id. */
function collectionOf(universe: Universe, { collections }: Facts): CollectionRow | undefined {
  const own = universe.lead === undefined ? ownCollection(universe).id : undefined;
  for (const row of eachRow(collections)) {
    if (own === undefined ? collections.name.get(row) === universe.lead : collections.id[row] === own)
      return row;
  }
  return undefined;
}

/** Films that the catalogue has, as they are listed. */
function filmsOf({ films }: Universe, facts: Facts, apart: boolean): FilmRow[] {
  return films
    .filter((film) => (film.apart === true) === apart)
    .flatMap(({ id }) => filmById(facts, id) ?? []);
}

/** Collections of the sources with films among these, most voted first. */
function membersOf(films: readonly FilmRow[], facts: Facts): CollectionRow[] {
  const members = new Set(films.flatMap((film) => facts.films.collection.get(film) ?? []));
  return [...members].sort((a, b) => a - b);
}

function byRelease(films: readonly FilmRow[], facts: Facts): FilmRow[] {
  const day = (film: FilmRow) => facts.films.releaseDate.get(film) ?? Number.POSITIVE_INFINITY;
  return [...films].sort((a, b) => (day(a) === day(b) ? a - b : day(a) - day(b)));
}
