/** Which film is meant: by id, by link, by any of its titles, with or without its year. */
import { type Catalog, filmById, filmByImdb } from "../../catalog/catalog.js";
import { isAdult, releaseYear } from "../../catalog/film.js";
import type { Resolution, Row } from "../port.js";
import {
  type Bar,
  barOf,
  byScore,
  type Domain,
  decide,
  type Match,
  matches,
  normalise,
  SAME_FIT,
} from "./matching.js";
import type { Trace } from "./trace.js";

const TMDB = /^(?:tmdb:|https?:\/\/(?:www\.)?themoviedb\.org\/(?:[a-z-]+\/)?movie\/)(\d{1,9})(?!\d)/i;
const IMDB = /^(?:https?:\/\/(?:www\.|m\.)?imdb\.com\/(?:[a-z-]+\/)?title\/)?tt(\d{5,9})(?!\d)/i;

/** A year at the end: "hamlet 1996", "hamlet (1996)". */
const TITLE_AND_YEAR = /^(.+?)[\s,]*[([]?((?:18|19|20)\d\d)[)\]]?\s*$/;

/** What a year adds to a match, in edits: dates differ by one between countries, and people misremember. */
const RIGHT_YEAR = -0.1;
const NEXT_YEAR = 0.3;
const WRONG_YEAR = 1.2;

export function resolveFilm(catalog: Catalog, domain: Domain, text: string): Resolution<Row> {
  const reference = resolveReference(catalog, text);
  if (reference !== undefined) return reference;
  const { ranked, bar } = rankFilms(catalog, domain, text);
  return decide(ranked, bar);
}

/** What an id or a link means; undefined where the text is neither. */
export function resolveReference(catalog: Catalog, text: string): Resolution<Row> | undefined {
  const row = exactReference(catalog, text.trim());
  if (row === undefined) return undefined;
  return row !== NOT_HERE && !isAdult(catalog, row)
    ? { kind: "found", value: row, fit: "exact", namesakes: [] }
    : { kind: "none", suggestions: [] };
}

/** Films that a text may mean by one of their titles, best first, and how near an answer has to be. */
export interface RankedFilms {
  readonly ranked: readonly Match[];
  readonly bar: Bar;
}

/** @param traceOf asked for a trace for each reading of the text: all of it, and all but the year at its end */
export function rankFilms(
  catalog: Catalog,
  domain: Domain,
  text: string,
  traceOf?: (reading: string) => Trace,
): RankedFilms {
  const accepts = (row: Row) => !isAdult(catalog, row);
  const search = (reading: string, readingBar: Bar, settles?: (row: Row) => boolean) =>
    matches(domain, reading, readingBar, { accepts, settles, trace: traceOf?.(reading) });
  const whole = normalise(text);
  const bar = barOf(whole);
  if (whole === "") return { ranked: [], bar };
  const found = search(whole, bar);
  const dated = TITLE_AND_YEAR.exec(text);
  const title = dated ? normalise(dated[1]) : "";
  if (dated === null || title === "") return { ranked: found, bar };
  // The year may be part of the title ("Blade Runner 2049"): both readings compete.
  const titleBar = barOf(title);
  const year = Number(dated[2]);
  // The year is yet to speak for what is less known, and what is not of it settles nothing.
  const ofAnyYear = search(
    title,
    { ...titleBar, margin: Number.POSITIVE_INFINITY },
    (row) => yearsApart(catalog, row, year) <= 1,
  );
  const ofYear = inYear(catalog, ofAnyYear, year, titleBar.limit);
  return {
    ranked: bestOfEach([...found, ...ofYear]),
    bar: { ...bar, limit: Math.max(bar.limit, titleBar.limit), floor: Math.min(bar.floor, titleBar.floor) },
  };
}

function yearsApart(catalog: Catalog, row: Row, year: number): number {
  return Math.abs((releaseYear(catalog, row) ?? 0) - year);
}

/**
 * Films of the typed year, where any fits, and of the next to it where they are nearer in spelling; else all, as not
 * quite what was asked for.
 */
function inYear(catalog: Catalog, titled: readonly Match[], year: number, limit: number): Match[] {
  const apart = ({ row }: Match) => yearsApart(catalog, row, year);
  const right = titled.filter((match) => apart(match) === 0);
  const nearest = Math.min(...right.map(({ cost }) => cost));
  const next = titled.filter((match) => apart(match) === 1 && match.cost < nearest - SAME_FIT);
  const near = [
    ...right.map((match) => rated(match, RIGHT_YEAR)),
    ...next.map((match) => rated(match, NEXT_YEAR)),
  ];
  return near.some(({ cost }) => cost <= limit) ? near : titled.map((match) => rated(match, WRONG_YEAR));
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
