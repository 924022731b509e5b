/** The product's own lists, as it would answer with what the training users of a question's fold rated. */
import type { Catalog } from "../../../src/catalog/catalog.js";
import type { Features } from "../../../src/recommend/features/compiled.js";
import { Ease, easeInverse } from "../../../src/recommend/ratings/ease.js";
import type { Likes } from "../../../src/recommend/ratings/likes.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import { NEIGHBOURS, type Weights } from "../../../src/recommend/similarity/model.js";
import { NeighbourSearch } from "../../../src/recommend/similarity/neighbour-search.js";
import { varied } from "../../../src/recommend/variety.js";
import { itemAt } from "../../item-at.js";
import type { Recommend } from "./peers.js";

const LISTED = 10;

export function tastesOf(likes: Likes): Tastes {
  return new Tastes(likes, new Ease(likes, easeInverse(likes)));
}

/** @param tastes of each fold; the model without ratings where they are not given */
export function ours(
  catalog: Catalog,
  features: Features,
  weights: Weights,
  tastes?: readonly Tastes[],
): Recommend {
  const models =
    tastes === undefined
      ? [new NeighbourSearch(features, weights)]
      : tastes.map((taste) => new NeighbourSearch(features, weights, taste));
  return ({ fold, film }) => {
    const best = itemAt(models, tastes === undefined ? 0 : fold).best(film, NEIGHBOURS);
    const films = best.map(([other]) => other);
    return [...varied(catalog, films, (other) => other, LISTED)].slice(0, LISTED);
  };
}
