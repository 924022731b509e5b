/** Which film is meant: by id, by link, by any of its titles, with or without its year. */
import { type Catalog, filmById, filmByImdb } from "../catalog/catalog.js";
import { isAdult, releaseYear } from "../catalog/film.js";
import { costLimit } from "./cost.js";
import type { Resolution, Row } from "./port.js";
import { byScore, type Domain, decide, type Match, matches, normalise, searchLimit } from "./ranking.js";

const TMDB = /^(?:tmdb:|https?:\/\/(?:www\.)?themoviedb\.org\/(?:[a-z-]+\/)?movie\/)(\d{1,9})(?!\d)/i;
const IMDB = /^(?:https?:\/\/(?:www\.|m\.)?imdb\.com\/(?:[a-z-]+\/)?title\/)?tt(\d{5,9})(?!\d)/i;

/** A year at the end: "hamlet 1996", "hamlet (1996)". */
const TITLE_AND_YEAR = /^(.+?)[\s,]*[([]?((?:18|19|20)\d\d)[)\]]?\s*$/;

/** What the right year is worth, and what a wrong one costs, in edits. Dates differ by a year between countries. */
const RIGHT_YEAR = -0.1;
const NEXT_YEAR = 0.3;
const WRONG_YEAR = 2;

export function resolveFilm(catalog: Catalog, domain: Domain, text: string): Resolution<Row> {
  const accepts = (row: Row) => !isAdult(catalog, row);
  const id = exactReference(catalog, text.trim());
  if (id !== undefined) {
    return id !== NOT_HERE && accepts(id)
      ? { kind: "found", value: id, fit: "exact", namesakes: [] }
      : { kind: "none", suggestions: [] };
  }
  const whole = normalise(text);
  if (whole === "") return { kind: "none", suggestions: [] };
  const limit = costLimit(whole);
  const found = matches(domain, whole, searchLimit(limit), accepts);
  const dated = TITLE_AND_YEAR.exec(text);
  const title = dated ? normalise(dated[1]) : "";
  if (dated === null || title === "") return decide(found, limit);
  // The year may be part of the title ("Blade Runner 2049"): both readings compete.
  const titleLimit = costLimit(title);
  const withYear = matches(domain, title, searchLimit(titleLimit), accepts).map((match) =>
    rated(match, yearCost(releaseYear(catalog, match.row), Number(dated[2]))),
  );
  return decide(bestOfEach([...found, ...withYear]), Math.max(limit, titleLimit));
}

const NOT_HERE = -1;

/** Row of a film named by id or link, NOT_HERE where we do not have it, undefined where the text is no reference. */
function exactReference(catalog: Catalog, text: string): Row | undefined {
  const tmdb = TMDB.exec(text);
  if (tmdb) return filmById(catalog, Number(tmdb[1])) ?? NOT_HERE;
  const imdb = IMDB.exec(text);
  if (imdb) return filmByImdb(catalog, Number(imdb[1])) ?? NOT_HERE;
  return undefined;
}

function yearCost(year: number | undefined, typed: number): number {
  if (year === undefined) return WRONG_YEAR;
  const apart = Math.abs(year - typed);
  return apart === 0 ? RIGHT_YEAR : apart === 1 ? NEXT_YEAR : WRONG_YEAR;
}

function rated(match: Match, extra: number): Match {
  return { row: match.row, cost: Math.max(0, match.cost + extra), score: match.score - extra };
}

function bestOfEach(all: readonly Match[]): Match[] {
  const best = new Map<Row, Match>();
  for (const match of all) {
    const known = best.get(match.row);
    if (known === undefined || match.score > known.score) best.set(match.row, match);
  }
  return [...best.values()].sort(byScore);
}
