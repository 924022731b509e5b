/** One film's weights by feature, as a map would have them. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { WeightsByFeature } from "../../../src/recommend/features/weights-by-feature.js";

const features = fc.uniqueArray(fc.nat({ max: 3_000_000 }), { maxLength: 300 });

it("has what was set, nothing else, and nothing of the film before", () => {
  const weights = new WeightsByFeature();
  fc.assert(
    fc.property(features, features, (own, others) => {
      weights.clear();
      const known = new Map(own.map((feature, at) => [feature, 1 + at / 7]));
      for (const [feature, weight] of known) weights.set(feature, weight);
      for (const feature of [...own, ...others]) expect(weights.get(feature)).toBe(known.get(feature) ?? 0);
    }),
  );
});
