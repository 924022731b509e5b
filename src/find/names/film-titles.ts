/** Which film is meant by one of its titles, with or without its year. */
import type { Catalog } from "../../catalog/catalog.js";
import { releaseYear } from "../../catalog/film.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { Resolution } from "../port.js";
import { byScore, type Match, SAME_FIT } from "./candidates.js";
import { decide } from "./decision.js";
import type { Domain } from "./domain.js";
import { matches, normalise } from "./matching.js";
import { filmReference } from "./references.js";
import { type Thresholds, thresholdsOf } from "./thresholds.js";
import type { Trace } from "./trace.js";

/** A year at the end: "hamlet 1996", "hamlet (1996)". */
const TITLE_AND_YEAR = /^(.+?)[\s,]*[([]?((?:18|19|20)\d\d)[)\]]?\s*$/;

/** What a year adds to a match, in edits: dates differ by one between countries, and people misremember. */
const RIGHT_YEAR = -0.1;
const NEXT_YEAR = 0.3;
const WRONG_YEAR = 1.2;

/** What an id, a link or a title means. */
export function resolveFilm(catalog: Catalog, domain: Domain<FilmRow>, text: string): Resolution<FilmRow> {
  const reference = filmReference(catalog, text);
  if (reference !== undefined) return reference;
  const { ranked, thresholds } = rankFilms(catalog, domain, text);
  return decide(ranked, thresholds);
}

type FilmMatch = Match<FilmRow>;

/** Films that a text may mean by one of their titles, best first, and how near an answer has to be. */
export interface RankedFilms {
  readonly ranked: readonly FilmMatch[];
  readonly thresholds: Thresholds;
}

/**
 * @param traceOf asked for a trace for each reading of the text: all of it, and all but the year at its end
 */
export function rankFilms(
  catalog: Catalog,
  domain: Domain<FilmRow>,
  text: string,
  traceOf?: (reading: string) => Trace<FilmRow>,
): RankedFilms {
  const search = (reading: string, within: Thresholds, settles?: (row: FilmRow) => boolean) =>
    matches(domain, reading, within, { settles, trace: traceOf?.(reading) });
  const whole = normalise(text);
  const thresholds = thresholdsOf(whole);
  if (whole === "") return { ranked: [], thresholds };
  const found = search(whole, thresholds);
  const [, typedTitle = "", typedYear] = TITLE_AND_YEAR.exec(text) ?? [];
  const title = normalise(typedTitle);
  if (title === "") return { ranked: found, thresholds };
  // The year may be part of the title ("Blade Runner 2049"): both readings compete.
  const titleThresholds = thresholdsOf(title);
  const year = Number(typedYear);
  // The year is yet to speak for what is less known, and what is not of it settles nothing.
  const ofAnyYear = search(
    title,
    { ...titleThresholds, margin: Number.POSITIVE_INFINITY },
    (row) => yearsApart(catalog, row, year) <= 1,
  );
  const ofYear = inYear(catalog, ofAnyYear, year, titleThresholds.limit);
  return {
    ranked: bestOfEach([...found, ...ofYear]),
    thresholds: {
      ...thresholds,
      limit: Math.max(thresholds.limit, titleThresholds.limit),
      floor: Math.min(thresholds.floor, titleThresholds.floor),
    },
  };
}

function yearsApart(catalog: Catalog, row: FilmRow, year: number): number {
  return Math.abs((releaseYear(catalog, row) ?? 0) - year);
}

/**
 * Films of the typed year, where any fits, and of the next to it where they are nearer in spelling; else all,
 * as not quite what was asked for.
 */
function inYear(catalog: Catalog, titled: readonly FilmMatch[], year: number, limit: number): FilmMatch[] {
  const apart = ({ row }: FilmMatch) => yearsApart(catalog, row, year);
  const right = titled.filter((match) => apart(match) === 0);
  const nearest = Math.min(...right.map(({ cost }) => cost));
  const next = titled.filter((match) => apart(match) === 1 && match.cost < nearest - SAME_FIT);
  const near = [
    ...right.map((match) => rated(match, RIGHT_YEAR)),
    ...next.map((match) => rated(match, NEXT_YEAR)),
  ];
  return near.some(({ cost }) => cost <= limit) ? near : titled.map((match) => rated(match, WRONG_YEAR));
}

function rated(match: FilmMatch, extra: number): FilmMatch {
  return { row: match.row, cost: Math.max(0, match.cost + extra), score: match.score - extra };
}

function bestOfEach(all: readonly FilmMatch[]): FilmMatch[] {
  const best = new Map<FilmRow, FilmMatch>();
  for (const match of all) {
    const other = best.get(match.row);
    if (other === undefined || match.score > other.score) best.set(match.row, match);
  }
  return [...best.values()].sort(byScore);
}
