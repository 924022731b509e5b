/** The fitted weights as the source file that the product reads. */
import { PARTS, type Weights } from "../../src/recommend/similarity/model.js";

export function weightsFile(weights: {
  readonly without: Weights;
  readonly with: Weights;
  readonly few: Weights;
}): string {
  return `/** The weights of the similarity model (\`model.ts\`), as \`npm run fit\` writes them: not by hand. */
import type { Weights } from "./model.js";

export const WEIGHTS_WITHOUT_RATINGS: Weights = ${literal(weights.without)};

export const WEIGHTS_WITH_RATINGS: Weights = ${literal(weights.with)};

export const WEIGHTS_OF_FEW_FILMS: Weights = ${literal(weights.few)};
`;
}

export function likesWeightsFile(likes: Weights): string {
  return `/** The weights fitted to what people liked alone, as \`npm run fit\` writes them: a peer, not by hand. */
import type { Weights } from "../../../src/recommend/similarity/model.js";

export const WEIGHTS_OF_LIKES: Weights = ${literal(likes)};
`;
}

function literal(weights: Weights): string {
  return `{\n${PARTS.map((part) => `  ${part}: ${Number(weights[part].toFixed(3))},\n`).join("")}}`;
}
