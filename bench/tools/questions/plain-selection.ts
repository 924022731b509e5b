/**
 * The same selection done the plain way: every film's own columns are looked at, and all that are left put in order. For
 * comparison, in time and in what comes out.
 */
import type { Catalog } from "../../../src/catalog/catalog.js";
import { fameOf, releaseYear } from "../../../src/catalog/film.js";
import { platformOf } from "../../../src/catalog/platforms.js";
import { eachRow, type FilmRow } from "../../../src/catalog/rows.js";
import { platformsOfFilm } from "../../../src/queries/platforms/films.js";
import { watchingOfFilm } from "../../../src/queries/platforms/watching.js";
import type { Constraint, Filter, Trait } from "../../../src/select/filter.js";
import type { Order } from "../../../src/select/orders.js";

/** All films that meet a filter and have a place in an order (any but "azar"), in that order. */
export function plainSelection(catalog: Catalog, filter: Filter, order: Order, now: Date): FilmRow[] {
  return [...eachRow(catalog.films)]
    .filter((film) => catalog.films.adult[film] === 0 && filter.every((one) => meets(catalog, film, one)))
    .map((film) => ({ film, figure: figureOf(catalog, film, order, now) }))
    .filter(({ figure }) => figure !== undefined)
    .sort((a, b) => compare(b.figure, a.figure) || a.film - b.film)
    .map(({ film }) => film);
}

/** Infinities are equal to themselves, which their difference is not. */
function compare(a = 0, b = 0): number {
  return a === b ? 0 : a - b;
}

export function meets(catalog: Catalog, film: FilmRow, constraint: Constraint): boolean {
  const { films } = catalog;
  switch (constraint.kind) {
    case "not":
      return !has(catalog, film, constraint.trait);
    case "year":
      return isWithin(releaseYear(catalog, film), constraint);
    case "minutes":
      return isWithin(films.runtime.get(film), constraint);
    case "average":
      return isWithin(films.voteAverage.get(film), constraint);
    case "votes":
      return isWithin(votesOf(catalog, film), constraint);
    default:
      return has(catalog, film, constraint);
  }
}

function isWithin(value: number | undefined, bound: { least?: number; most?: number }): boolean {
  if (value === undefined) return false;
  return value >= (bound.least ?? value) && value <= (bound.most ?? value);
}

function has(catalog: Catalog, film: FilmRow, trait: Trait): boolean {
  const { films, universes, companyGroups } = catalog;
  switch (trait.kind) {
    case "film":
      return film === trait.row;
    case "genre":
      return films.genres.get(film).includes(trait.row);
    case "theme":
      return [...films.keywords.get(film)].some((keyword) => trait.keywords.includes(keyword));
    case "actor":
      return films.cast.get(film).includes(trait.row);
    case "director":
      return films.directors.get(film).includes(trait.row);
    case "person":
      return films.cast.get(film).includes(trait.row) || films.directors.get(film).includes(trait.row);
    case "country":
      return films.countries.get(film).includes(trait.row);
    case "language":
      return films.originalLanguage.get(film) === trait.row;
    case "franchise": {
      const universe = [...universes.collection].indexOf(trait.row);
      const isInUniverse = universe >= 0 && universes.films.get(universe).includes(film);
      return isInUniverse || films.collection.get(film) === trait.row;
    }
    case "company": {
      const house = [...companyGroups.lead].indexOf(trait.row);
      const companies = house < 0 ? [trait.row] : [trait.row, ...companyGroups.members.get(house)];
      return companies.some((company) => films.companies.get(film).includes(company));
    }
    case "platform": {
      const { id } = platformOf(trait.row);
      const today = watchingOfFilm(catalog, film);
      if (today === null) return platformsOfFilm(catalog, film).some(({ platform }) => platform === id);
      const free = ["subscription", "free", "ads"];
      return today.offers.some(
        ({ platform, ways }) => platform === id && ways.some((way) => free.includes(way)),
      );
    }
  }
}

function votesOf({ films }: Catalog, film: FilmRow): number | undefined {
  return films.voteCount[film] === 0 && films.prominence[film] !== 0 ? undefined : films.voteCount[film];
}

function weighted({ films }: Catalog, film: FilmRow, prior: number): number {
  const votes = films.voteCount[film] ?? 0;
  return ((films.voteAverage.get(film) ?? 6) * votes + 6 * prior) / (votes + prior);
}

function figureOf(catalog: Catalog, film: FilmRow, order: Order, now: Date): number | undefined {
  const { films } = catalog;
  const [budget, revenue] = [films.budget.get(film), films.revenue.get(film)];
  const average = films.voteAverage.get(film);
  const votes = films.voteCount[film] ?? 0;
  const day = films.releaseDate.get(film);
  const minutes = films.runtime.get(film);
  switch (order) {
    case "mejor":
      return weighted(catalog, film, 300);
    case "peor":
      return votes > 0 && average !== undefined ? -weighted(catalog, film, 300) : undefined;
    case "popular":
      return films.popularity.get(film) ?? Number.NEGATIVE_INFINITY;
    case "votos":
      return votesOf(catalog, film);
    case "recaudacion":
      return revenue;
    case "presupuesto":
      return budget;
    case "ganancia":
      return budget === undefined || revenue === undefined ? undefined : revenue - budget;
    case "retorno":
      if (budget === undefined || revenue === undefined) return undefined;
      return budget >= 1000 && revenue >= 1000 ? revenue / budget : undefined;
    case "reciente":
      return day !== undefined && day * 86_400_000 <= now.getTime() ? day : undefined;
    case "antigua":
      return day === undefined ? undefined : -day;
    case "larga":
      return minutes;
    case "corta":
      return minutes === undefined ? undefined : -minutes;
    case "joya": {
      const isKnownToFew = fameOf(votes, 0, films.votesYear.get(film)) <= 200;
      return votes >= 50 && isKnownToFew && (average ?? 0) >= 7 ? weighted(catalog, film, 100) : undefined;
    }
    case "azar":
      throw new RangeError("at random there is nothing to compare");
  }
}
