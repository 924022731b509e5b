import { itemAt } from "../../item-at.js";

/** @param random numbers from 0 to 1 */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const mixed = [...values];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [itemAt(mixed, j), itemAt(mixed, i)];
  }
  return mixed;
}
