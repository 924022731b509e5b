/** Films by any combination of what they are: how long a selection takes, beside a plain look at all films. */
import type { Catalog } from "../src/catalog/catalog.js";
import { openCatalog } from "../src/catalog/open.js";
import type { Filter } from "../src/select/filter.js";
import { loosenings } from "../src/select/loosen.js";
import { ORDERS } from "../src/select/orders.js";
import { select } from "../src/select/select.js";
import { withIndex } from "./tools/data/with-index.js";
import { latencies, latency } from "./tools/figures.js";
import { randomFilter } from "./tools/questions/filters.js";
import { plainSelection } from "./tools/questions/plain-selection.js";
import { randomNumbers } from "./tools/random.js";
import { printTable } from "./tools/table.js";

const TARGET = "p99 ≤ 5 ms";
const FILTERS = 5000;
/** The plain way is slow. */
const PLAIN_FILTERS = 20;
const NOW = new Date("2026-11-29");

export async function benchDiscover(): Promise<void> {
  await withIndex((index) => bench(openCatalog(index)));
}

function bench(catalog: Catalog): void {
  const random = randomNumbers(20_261_129);
  const filters = Array.from({ length: FILTERS }, () => randomFilter(catalog, random));
  const selections = (some: readonly Filter[], skip: number) =>
    some.flatMap((filter) => {
      const order = ORDERS[Math.floor(random() * ORDERS.length)] ?? "mejor";
      return () => select(catalog, filter, { order, skip, count: 20, now: NOW, seed: 1 });
    });
  const plain = filters.slice(0, PLAIN_FILTERS).flatMap((filter) => {
    const order = ORDERS[Math.floor(random() * (ORDERS.length - 1))] ?? "mejor";
    return () => plainSelection(catalog, filter, order, NOW);
  });
  const empty = filters.filter(
    (filter) => select(catalog, filter, { order: "mejor", skip: 0, count: 1, now: NOW, seed: 1 }).total === 0,
  );
  const everyOrder = ORDERS.map(
    (order) => () => select(catalog, [], { order, skip: 0, count: 20, now: NOW, seed: 1 }),
  );
  printTable([
    row("any filter, any order", selections(filters, 0), TARGET),
    row("the fiftieth page", selections(filters, 980), TARGET),
    row("no filter, each order", everyOrder, TARGET),
    row(
      "what to loosen, where nothing is left",
      empty.map((filter) => () => loosenings(catalog, filter, () => true)),
      TARGET,
    ),
    row("all films looked at and put in order", plain, ""),
  ]);
}

function row(what: string, questions: readonly (() => unknown)[], target: string): Record<string, string> {
  return { what, questions: String(questions.length), ...latency(latencies(questions)), target };
}
