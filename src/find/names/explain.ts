/** Why a text means the film it means: the same search, with everything it looked at. */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { ExplainedFilm, FilmExplanation } from "../port.js";
import type { HintsDomains } from "./film-hints.js";
import { rankFilms, resolveFilm } from "./film-titles.js";
import { type NearestKey, Trace } from "./trace.js";

type Nearest = NearestKey<FilmRow>;

export function explainFilm(catalog: Catalog, domains: HintsDomains, text: string): FilmExplanation {
  const domain = domains.film;
  const traces: Trace<FilmRow>[] = [];
  const { ranked, thresholds } = rankFilms(catalog, domain, text, () => {
    const trace = new Trace<FilmRow>();
    traces.push(trace);
    return trace;
  });
  const films = ranked.flatMap(({ row, cost, score }): ExplainedFilm | [] => {
    const fame = domain.fame.weight(row);
    // Of two readings, with and without the year, the one that gave this score: a year only adds to a
    // spelling.
    const readings = traces.flatMap(({ nearest }) => nearest.get(row) ?? []);
    const reading = readings.reduce<Nearest | undefined>(
      (best, other) => (best === undefined || apart(other, cost) < apart(best, cost) ? other : best),
      undefined,
    );
    if (reading === undefined) return [];
    const { key, tier, spelling, part } = reading;
    return { row, key, tier, spelling, part, year: fame - score - spelling - part, fame, score };
  });
  return {
    steps: traces.flatMap(({ steps }) => steps),
    limit: thresholds.limit,
    floor: thresholds.floor,
    films,
    resolution: resolveFilm(catalog, domains, text),
  };
}

function apart({ spelling, part }: Nearest, cost: number): number {
  return Math.abs(spelling + part - cost);
}
