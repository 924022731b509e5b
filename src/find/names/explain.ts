/** Why a text means what it means: the same search, with everything it looked at. */
import type { Catalog } from "../../catalog/catalog.js";
import type { ExplainedCandidate, Explanation, Find, NamedKind, NamedRows, Resolution } from "../port.js";
import { type Ranked, rankNames } from "./decision.js";
import type { Domain, Domains } from "./domain.js";
import { rankFilms } from "./films/titles.js";
import { type NearestKey, Trace, type TraceOf } from "./trace.js";

/** @param find what takes the texts for what they mean */
export function createExplanations(
  catalog: Catalog,
  domains: Domains,
  find: Pick<Find, "film" | "person" | "collection" | "company">,
): Find["explain"] {
  const named = <Row extends number>(domain: Domain<Row>, text: string, resolution: Resolution<Row>) =>
    explain(domain, (traceOf) => rankNames(domain, text, { traceOf }), resolution);
  const explanations: { readonly [Kind in NamedKind]: (text: string) => Explanation<NamedRows[Kind]> } = {
    film: (text) =>
      explain(domains.film, (traceOf) => rankFilms(catalog, domains.film, text, traceOf), find.film(text)),
    actor: (text) => named(domains.actor, text, find.person(text, "actor")),
    director: (text) => named(domains.director, text, find.person(text, "director")),
    collection: (text) => named(domains.collection, text, find.collection(text)),
    company: (text) => named(domains.company, text, find.company(text)),
  };
  return (kind, text) => explanations[kind](text);
}

/**
 * @param rank the search of these things by name; it asks for a trace for each reading of the text
 * @param resolution what the text was taken for
 */
function explain<Row extends number>(
  { fame: fameOf }: Pick<Domain<Row>, "fame">,
  rank: (traceOf: TraceOf<Row>) => Ranked<Row>,
  resolution: Resolution<Row>,
): Explanation<Row> {
  const traces: Trace<Row>[] = [];
  const { ranked, thresholds } = rank(() => {
    const trace = new Trace<Row>();
    traces.push(trace);
    return trace;
  });
  const candidates = ranked.flatMap(({ row, cost, score }): ExplainedCandidate<Row> | [] => {
    const fame = fameOf.weight(row);
    // Of two readings, with and without the year, the one that gave this score: a year only adds to a
    // spelling.
    const readings = traces.flatMap(({ nearest }) => nearest.get(row) ?? []);
    const reading = readings.reduce<NearestKey<Row> | undefined>(
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
    candidates,
    resolution,
  };
}

function apart<Row extends number>({ spelling, part }: NearestKey<Row>, cost: number): number {
  return Math.abs(spelling + part - cost);
}
