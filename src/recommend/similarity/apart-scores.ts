/** What sets two films apart, as the score counts it. */
import {
  ADULT_BIT,
  APART_FACTS,
  BUDGET_AT,
  FORMS_AT,
  RATING_AT,
  RUNTIME_AT,
} from "../features/apart-facts.js";
import { MOST_RUNTIME } from "../features/facts.js";
import { budgetTerm, FORM_TERMS, formTerm, runtimeTerm, type Weights } from "./model.js";

export class ApartScores {
  readonly #facts: Float32Array;
  readonly #rating: number;
  readonly #budget: number;
  /** What minutes apart give, and which forms only one of two films has. */
  readonly #runtimes: Float32Array;
  readonly #forms: Float32Array;

  /** @param facts records by place (`apart-facts.ts`) */
  constructor(facts: Float32Array, weights: Weights) {
    this.#facts = facts;
    this.#rating = weights.ratingApart;
    this.#budget = weights.budgetApart;
    this.#runtimes = Float32Array.from(
      { length: MOST_RUNTIME + 1 },
      (_, minutes) => weights.runtimeApart * runtimeTerm(minutes),
    );
    this.#forms = Float32Array.from({ length: ADULT_BIT }, (_, forms) =>
      FORM_TERMS.reduce((sum, term, form) => sum + weights[term] * formTerm(forms, form), 0),
    );
  }

  /** Never above 0; −∞ where the other one is an adult film, which is nobody's neighbour. */
  of(place: number, other: number): number {
    const facts = this.#facts;
    const a = APART_FACTS * place;
    const b = APART_FACTS * other;
    const forms = facts[b + FORMS_AT];
    if (forms >= ADULT_BIT) return Number.NEGATIVE_INFINITY;
    return (
      this.#rating * Math.abs(facts[a + RATING_AT] - facts[b + RATING_AT]) +
      this.#runtimes[Math.abs(facts[a + RUNTIME_AT] - facts[b + RUNTIME_AT])] +
      this.#budget * budgetTerm(facts[a + BUDGET_AT], facts[b + BUDGET_AT]) +
      this.#forms[(facts[a + FORMS_AT] ^ forms) & (ADULT_BIT - 1)]
    );
  }
}
