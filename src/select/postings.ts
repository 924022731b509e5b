/** The films that have a trait, as the index lists them or put together from such lists. */
import { type Catalog, oncePerCatalog } from "../catalog/catalog.js";
import { PLATFORMS, platformOfTitle } from "../catalog/platforms.js";
import { type CollectionRow, type CompanyRow, type FilmRow, filmRow, type Rows } from "../catalog/rows.js";
import { atOnce, type Steps } from "../steps.js";
import type { FilmList, Trait } from "./filter.js";

/** The films that have a trait, ascending. */
export function filmsWith(catalog: Catalog, trait: Trait): FilmList {
  const { people } = catalog;
  switch (trait.kind) {
    case "film":
      return listOf([trait.row]);
    case "theme":
      return trait.films;
    case "genre":
      return catalog.genres.films.get(trait.row);
    case "actor":
      return people.acted.get(trait.row);
    case "director":
      return people.directed.get(trait.row);
    case "person":
      return union([people.acted.get(trait.row), people.directed.get(trait.row)]);
    case "country":
      return catalog.countries.films.get(trait.row);
    case "language":
      return catalog.languages.original.get(trait.row);
    case "platform":
      return filmsByPlatform(catalog)[trait.row] ?? listOf([]);
    case "franchise":
      return filmsOfFranchise(catalog, trait.row);
    case "company":
      return filmsOfHouse(catalog, trait.row);
  }
}

function filmsOfFranchise({ collections, universes }: Catalog, row: CollectionRow): FilmList {
  const own = collections.films.get(row);
  const universe = universes.collection.indexOf(row);
  return universe < 0 ? own : union([own, universes.films.get(universe)]);
}

function filmsOfHouse({ companies, companyGroups }: Catalog, row: CompanyRow): FilmList {
  const own = companies.films.get(row);
  const group = companyGroups.lead.indexOf(row);
  if (group < 0) return own;
  const members = Array.from(companyGroups.members.get(group), (member) => companies.films.get(member));
  return union([own, ...members]);
}

const platformLists = oncePerCatalog((_catalog): { films?: readonly FilmList[] } => ({}));

/**
 * The films on each platform, by its row: what is known of today, and what its catalogue says of films of which nothing
 * newer is known.
 */
export function filmsByPlatform(catalog: Catalog): readonly FilmList[] {
  return platformLists(catalog).films ?? atOnce(filmsByPlatformSteps(catalog));
}

/** Links that are followed in one step. */
const LINKS_A_STEP = 256;

/** The same, made in steps. */
export function* filmsByPlatformSteps(catalog: Catalog): Steps<readonly FilmList[]> {
  const kept = platformLists(catalog);
  if (kept.films !== undefined) return kept.films;
  const { films, watching, providers, platformLinks } = catalog;
  const isKnown = new Uint8Array(films.rowCount);
  const marks = PLATFORMS.map(() => new Uint8Array(films.rowCount));
  const offered = [watching.subscription, watching.free, watching.ads];
  for (const [row, film] of [...watching.film].entries()) {
    if (row % LINKS_A_STEP === 0) yield;
    isKnown[film] = 1;
    for (const provider of offered.flatMap((way) => [...way.get(row)])) {
      const platform = providers.platform.get(provider);
      if (platform !== undefined) mark(marks[platform], film);
    }
  }
  for (let link = 0; link < platformLinks.rowCount; link++) {
    if (link % LINKS_A_STEP === 0) yield;
    const [film, title] = [platformLinks.film[link], platformLinks.title[link]];
    if (film === undefined || title === undefined || isKnown[film] === 1) continue;
    mark(marks[platformOfTitle(catalog, title)], film);
  }
  const lists: FilmList[] = [];
  for (const marksOf of marks) {
    lists.push(marked(marksOf));
    yield;
  }
  kept.films = lists;
  return lists;
}

/** All films that stand in any of some lists, ascending. */
export function union(lists: readonly Iterable<FilmRow>[]): FilmList {
  const all = Int32Array.from(lists.flatMap((list) => [...list])).sort();
  return rowsOf(all.filter((film, at) => film !== all[at - 1]));
}

/** @param films ascending */
export function listOf(films: readonly FilmRow[]): FilmList {
  return rowsOf(Int32Array.from(films));
}

function mark(films: Uint8Array | undefined, film: FilmRow): void {
  if (films !== undefined) films[film] = 1;
}

function marked(films: Uint8Array): FilmList {
  const rows: FilmRow[] = [];
  films.forEach((isMarked, row) => {
    if (isMarked === 1) rows.push(filmRow(row));
  });
  return listOf(rows);
}

function rowsOf(rows: Int32Array): FilmList {
  return rows as unknown as Rows<FilmRow>;
}
