/** The product's own lists, as it would answer with what the training users of a question's fold rated. */
import type { Catalog } from "../../../src/catalog/catalog.js";
import type { Features } from "../../../src/recommend/features/compiled.js";
import type { Tastes } from "../../../src/recommend/ratings/tastes.js";
import { NEIGHBOURS, type Weights } from "../../../src/recommend/similarity/model.js";
import { NeighbourSearch } from "../../../src/recommend/similarity/neighbour-search.js";
import { scoreOf } from "../../../src/recommend/similarity/pair.js";
import { varied } from "../../../src/recommend/variety.js";
import { itemAt } from "../../item-at.js";
import { type Engine, LISTED } from "./engine.js";

/** @param tastes of each fold; the model without ratings where they are not given */
export function ours(
  catalog: Catalog,
  features: Features,
  weights: Weights,
  tastes?: readonly Tastes[],
): Engine {
  const models =
    tastes === undefined
      ? [new NeighbourSearch(features, weights)]
      : tastes.map((taste) => new NeighbourSearch(features, weights, taste));
  return {
    list({ fold, film }) {
      const best = itemAt(models, tastes === undefined ? 0 : fold).best(film, NEIGHBOURS);
      const films = best.map(([other]) => other);
      return [...varied(catalog, films, (other) => other, LISTED)].slice(0, LISTED);
    },
    score: (a, b) => scoreOf(itemAt(models, 0).parts(a, b), weights),
  };
}
