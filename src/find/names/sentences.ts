/** Names in sentences, for each kind of thing. */
import type { Find, NamedSpan, SpannedRows } from "../port.js";
import type { Domain, Domains } from "./domain.js";
import { FAME_WEIGHT } from "./fame.js";
import { type Bearers, namesIn } from "./spans.js";

export function createNamesIn(domains: Domains): Find["namesIn"] {
  const { actor, director } = domains;
  const bearers: { readonly [Kind in keyof SpannedRows]: Bearers<SpannedRows[Kind]> } = {
    film: bearersOf(domains.film),
    collection: bearersOf(domains.collection),
    company: bearersOf(domains.company),
    person: {
      ...bearersOf(actor),
      accepts: (row) => actor.accepts(row) || director.accepts(row),
      known: (row) => Math.max(actor.fame.logVotes(row), director.fame.logVotes(row)),
      endOfKeys: (score) => Math.max(actor.fame.endOfKeys(0, score), director.fame.endOfKeys(0, score)),
    },
  };
  return <Kind extends keyof SpannedRows>(kind: Kind, words: readonly string[]) =>
    namesIn(bearers[kind] as Bearers<SpannedRows[Kind]>, words) as readonly NamedSpan<SpannedRows[Kind]>[];
}

function bearersOf<Row extends number>({ index, kindCosts, accepts, fame }: Domain<Row>): Bearers<Row> {
  return {
    index,
    kindCosts,
    accepts,
    known: (row) => fame.logVotes(row),
    endOfKeys: (score) => fame.endOfKeys(0, score),
    weightOfKnown: FAME_WEIGHT,
  };
}
