/** What a label of ours names. Namesakes are told apart by what stands beside the name. */
import type { Catalog } from "../../../catalog/catalog.js";
import { filmTitles, releaseYear } from "../../../catalog/film.js";
import type { FilmRow, PersonRow } from "../../../catalog/rows.js";
import { fold } from "../../encode/fold.js";
import type { Role } from "../../port.js";
import type { Label } from "../../reading/labels.js";
import type { Match } from "../candidates.js";
import type { Domain } from "../domain.js";
import { near } from "./read-names.js";

/** A label holds a name that we show: whole, or without an article or subtitle that people leave out. */
const SHOWN = 0.5;

export function filmsLabelled(
  catalog: Catalog,
  domain: Domain<FilmRow>,
  { names, year, beside, together }: Label,
): Match<FilmRow>[] {
  const ofYear = (row: FilmRow) => year === undefined || releaseYear(catalog, row) === year;
  const [first = [], ...others] = names.map((name) =>
    near(domain, name, SHOWN, ofYear).filter(({ row }) => ofYear(row)),
  );
  const all = together
    ? first.filter(({ row }) => others.every((found) => found.some((match) => match.row === row)))
    : first;
  // Beside a year, a title that is not known in one language is by the other.
  const known = all.length > 0 || year === undefined ? all : [first, ...others].flat();
  const directed = told(known, beside, (row) =>
    Array.from(catalog.films.directors.get(row), (person) => catalog.people.name.get(person)),
  );
  return preferred(directed, (row) => titlesOf(catalog, row).includes(names[0] ?? ""));
}

function titlesOf(catalog: Catalog, film: FilmRow): string[] {
  return Object.values(filmTitles(catalog, film)).filter((title) => title !== undefined);
}

export function peopleLabelled(
  catalog: Catalog,
  domain: Domain<PersonRow>,
  role: Role,
  { names: [name = ""], beside }: Label,
): Match<PersonRow>[] {
  const { acted, directed } = catalog.people;
  const films = role === "actor" ? acted : directed;
  const called = preferred(near(domain, name, SHOWN), (row) => catalog.people.name.get(row) === name);
  return told(called, beside, (row) => Array.from(films.get(row)).flatMap((film) => titlesOf(catalog, film)));
}

/** Those that have just what stands beside the name; all where none has. */
function told<Row extends number>(
  found: readonly Match<Row>[],
  beside: string | undefined,
  namesBeside: (row: Row) => readonly string[],
): Match<Row>[] {
  if (beside === undefined || found.length < 2) return [...found];
  const wanted = fold(beside);
  return preferred(found, (row) => namesBeside(row).some((name) => fold(name) === wanted));
}

/** Those for which something holds; all where it holds for none. */
function preferred<Row extends number>(
  found: readonly Match<Row>[],
  holds: (row: Row) => boolean,
): Match<Row>[] {
  const right = found.filter(({ row }) => holds(row));
  return right.length > 0 ? right : [...found];
}
