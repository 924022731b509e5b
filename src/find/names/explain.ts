/** Why a text means the film it means: the same search, with everything it looked at. */
import type { Catalog } from "../../catalog/catalog.js";
import type { ExplainedFilm, FilmExplanation } from "../port.js";
import { rankFilms, resolveReference } from "./film-titles.js";
import { type Domain, decide } from "./matching.js";
import { type Candidate, Trace } from "./trace.js";

export function explainFilm(catalog: Catalog, domain: Domain, text: string): FilmExplanation {
  const traces: Trace[] = [];
  const { ranked, bar } = rankFilms(catalog, domain, text, () => {
    const trace = new Trace();
    traces.push(trace);
    return trace;
  });
  const films = ranked.flatMap(({ row, cost, score }): ExplainedFilm | [] => {
    const known = domain.known.weight(row);
    // Of two readings, with and without the year, the one that gave this score: a year only adds to a spelling.
    const readings = traces.flatMap(({ candidates }) => candidates.get(row) ?? []);
    const candidate = readings.reduce<Candidate | undefined>(
      (best, other) => (best === undefined || distance(other, cost) < distance(best, cost) ? other : best),
      undefined,
    );
    if (candidate === undefined) return [];
    const { key, tier, spelling, part } = candidate;
    return { row, key, tier, spelling, part, year: known - score - spelling - part, known, score };
  });
  return {
    steps: traces.flatMap(({ steps }) => steps),
    limit: bar.limit,
    floor: bar.floor,
    films,
    resolution: resolveReference(catalog, text) ?? decide(ranked, bar),
  };
}

function distance({ spelling, part }: Candidate, cost: number): number {
  return Math.abs(spelling + part - cost);
}
