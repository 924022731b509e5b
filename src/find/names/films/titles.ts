/** Which film is meant by one of its titles, with or without its year. */
import type { Catalog } from "../../../catalog/catalog.js";
import { releaseYear } from "../../../catalog/film.js";
import type { FilmRow } from "../../../catalog/rows.js";
import type { Resolution } from "../../port.js";
import { readYear } from "../../reading/year.js";
import { byScore, type Match, SAME_FIT } from "../candidates.js";
import { decide, decideWithDoubt, type Ranked } from "../decision.js";
import { INEXACT } from "../distance/cost.js";
import type { Domain } from "../domain.js";
import { bytesOf } from "../index/key-index.js";
import { matches, normalise } from "../matching.js";
import { filmReading } from "../read/readings.js";
import { type Thresholds, thresholdsOf } from "../thresholds.js";
import type { TraceOf } from "../trace.js";
import { type Hinted, type HintsDomains, hintedFilms } from "./hints.js";

/** What a year adds to a match, in edits: dates differ by one between countries, and people misremember. */
const RIGHT_YEAR = -0.1;
const NEXT_YEAR = 0.3;
/** Fewer letters begin too many titles. */
const SHORTEST_BEGINNING = 12;
/** log10 of the votes of a film that is meant by the beginning of its title. */
const KNOWN_BY_BEGINNING = 3;
/** Keys that begin alike: a film has several. */
const MOST_BEGUN = 12;
/** What a title costs of which only the beginning was typed, in edits. */
const BEGUN = 0.7;
/** A title that lies further from the whole text, in edits, does not hold the year that was typed. */
const HOLDS_YEAR = 1.75;

/** What an id, a link, a file's name, a label or a title means. */
export function resolveFilm(catalog: Catalog, domains: HintsDomains, text: string): Resolution<FilmRow> {
  const { film } = domains;
  const reading = filmReading(catalog, film, text);
  if (reading !== undefined) return reading;
  const titled = rankFilms(catalog, film, text);
  const resolution = decideTitled(film, titled);
  if (resolution.kind === "found") return resolution;
  // All of the text is a title, of several films: nothing more is said of any.
  if (isPlainQuestion(resolution) && (titled.ranked[0]?.cost ?? INEXACT) < INEXACT) return resolution;
  const search = (title: string) => matches(film, title, thresholdsOf(title));
  const hinted = hintedFilms(catalog, domains, titled.whole, search);
  if (hinted !== undefined && outweighs(hinted, resolution)) {
    const meant = decide(hinted.ranked, thresholdsOf(titled.whole));
    return meant.kind === "found" ? { ...meant, fit: hinted.by === "place" ? "close" : "exact" } : meant;
  }
  if (isPlainQuestion(resolution)) return resolution;
  return begunTitle(film, titled.whole) ?? partOfYear(catalog, film, text, titled.year) ?? resolution;
}

/** A question between films of the very name stays one, unless something said of one speaks for it. */
function outweighs({ by }: Hinted, resolution: Resolution<FilmRow>): boolean {
  return by === "fact" || !isPlainQuestion(resolution);
}

function isPlainQuestion(resolution: Resolution<FilmRow>): boolean {
  return resolution.kind === "choices" && resolution.reason === undefined;
}

/** "Borat cultural learnings": the beginning of a long title, and of no other that is known as well. */
function begunTitle(domain: Domain<FilmRow>, text: string): Resolution<FilmRow> | undefined {
  const { letters } = bytesOf(text);
  if (!text.includes(" ") || letters.length < SHORTEST_BEGINNING) return undefined;
  const { index, fame } = domain;
  const [from, to] = index.order.prefix(letters);
  const isKnown = (row: FilmRow) => fame.logVotes(row) >= KNOWN_BY_BEGINNING && domain.accepts(row);
  const keys = index.bestOf(from, to, MOST_BEGUN, isKnown);
  const ranked = keys.map((key): FilmMatch => {
    const row = index.target(key);
    return { row, key, cost: BEGUN, score: fame.weight(row) - BEGUN };
  });
  return ranked.length === 0 ? undefined : decide(bestOfEach(ranked), thresholdsOf(text));
}

/** "BAR TRASH – THE ZODIAC KILLER (1971)": what stands apart may be the title, where the year bears it out. */
function partOfYear(
  catalog: Catalog,
  domain: Domain<FilmRow>,
  text: string,
  year: number | undefined,
): Resolution<FilmRow> | undefined {
  if (year === undefined) return undefined;
  const parts = text.split(/ [–—|-] /u);
  if (parts.length === 1) return undefined;
  for (const part of parts) {
    const title = normalise(readYear(part, newestYear(catalog))?.title ?? part);
    const exact = matches(domain, title, thresholdsOf(title)).filter(
      ({ row, cost }) => cost < INEXACT && yearsApart(catalog, row, year) <= 1,
    );
    if (exact.length > 0) return decide(exact, thresholdsOf(title));
  }
  return undefined;
}

function decideTitled(domain: Domain<FilmRow>, titled: RankedFilms): Resolution<FilmRow> {
  const { ranked, thresholds, whole, title, otherYears, year } = titled;
  const reading = title === undefined ? whole : title;
  const resolution = decideWithDoubt(domain, reading, ranked, thresholds, year !== undefined);
  if (resolution.kind !== "none" || otherYears.length === 0 || year === undefined) return resolution;
  const named = decide(otherYears, thresholds);
  const values =
    named.kind === "found" ? [named.value, ...named.namesakes] : named.kind === "choices" ? named.values : [];
  return values.length === 0 ? resolution : { kind: "choices", values, reason: { kind: "year", year } };
}

/** "upppp" is "Up" all right; "zzzzzzzz" is not "Z". */
const MOST_TIMES_LONGER = 4;

type FilmMatch = Match<FilmRow>;

/** Films that a text may mean by one of their titles, best first, and how near an answer has to be. */
export interface RankedFilms extends Ranked<FilmRow> {
  /** The whole text as keys are written. */
  readonly whole: string;
  /** The text without its year, where that was read as one. */
  readonly title: string | undefined;
  readonly year: number | undefined;
  /** Films of that title, where there is none of the typed year, nor of the years next to it. */
  readonly otherYears: readonly FilmMatch[];
}

/**
 * @param traceOf asked for a trace for each reading of the text: all of it, and all but the year at its end
 */
export function rankFilms(
  catalog: Catalog,
  domain: Domain<FilmRow>,
  text: string,
  traceOf?: TraceOf<FilmRow>,
): RankedFilms {
  const search = (reading: string, within: Thresholds, settles?: (row: FilmRow) => boolean) =>
    matches(domain, reading, within, { settles, trace: traceOf?.(reading) }).filter(
      ({ key, cost }) =>
        cost < INEXACT || reading.length <= MOST_TIMES_LONGER * domain.index.text(key).length,
    );
  const whole = normalise(text);
  const thresholds = thresholdsOf(whole);
  const none = { ranked: [], thresholds, whole, title: undefined, year: undefined, otherYears: [] };
  if (whole === "") return none;
  const found = search(whole, thresholds);
  const typed = readYear(text, newestYear(catalog));
  const title = typed === undefined ? "" : normalise(typed.title);
  if (typed === undefined || title === "") return { ...none, ranked: found };
  // "Apollo 13" is a title, and no film of 1913.
  if (!typed.isYear && found.some(({ cost }) => cost < INEXACT)) return { ...none, ranked: found };
  const titleThresholds = thresholdsOf(title);
  const { year } = typed;
  // The year is yet to speak for what is less known, and what is not of it settles nothing.
  const ofAnyYear = search(
    title,
    { ...titleThresholds, margin: Number.POSITIVE_INFINITY },
    (row) => yearsApart(catalog, row, year) <= 1,
  );
  const ofYear = inYear(catalog, ofAnyYear, year, titleThresholds.limit);
  if (ofYear.length === 0 && !typed.isYear) return { ...none, ranked: found };
  // The year may be part of the title ("Blade Runner 2049"): both readings compete.
  const holdsYear = found.filter(({ cost }) => cost < HOLDS_YEAR);
  return {
    ranked: bestOfEach([...holdsYear, ...ofYear]),
    thresholds: {
      ...thresholds,
      limit: Math.max(thresholds.limit, titleThresholds.limit),
      floor: Math.min(thresholds.floor, titleThresholds.floor),
    },
    whole,
    title,
    year,
    otherYears: ofYear.length === 0 ? ofAnyYear : [],
  };
}

/** The year of the newest fact. */
function newestYear({ manifest }: Catalog): number {
  return Number(manifest.dataDate.slice(0, 4));
}

function yearsApart(catalog: Catalog, row: FilmRow, year: number): number {
  return Math.abs((releaseYear(catalog, row) ?? 0) - year);
}

/**
 * Films of the typed year, where any fits, and of the next to it where they are nearer in spelling; else none: a year is
 * not overruled.
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
  return near.some(({ cost }) => cost <= limit) ? near : [];
}

function rated(match: FilmMatch, extra: number): FilmMatch {
  return { ...match, cost: Math.max(0, match.cost + extra), score: match.score - extra };
}

function bestOfEach(all: readonly FilmMatch[]): FilmMatch[] {
  const best = new Map<FilmRow, FilmMatch>();
  for (const match of all) {
    const other = best.get(match.row);
    if (other === undefined || match.score > other.score) best.set(match.row, match);
  }
  return [...best.values()].sort(byScore);
}
