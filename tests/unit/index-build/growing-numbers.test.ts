/** Numbers that are held in pieces come back as they went in. */
import { expect, it } from "vitest";
import { GrowingNumbers } from "../../../index-build/write/encode/growing-numbers.js";

it.each([0, 1, 65_535, 65_536, 65_537, 200_000])("holds %i numbers", (count) => {
  const wanted = Int32Array.from({ length: count }, (_, at) => (at * 7919) % 100_003);
  const numbers = new GrowingNumbers();
  for (const number of wanted) numbers.push(number);
  expect(numbers.length).toBe(count);
  expect(numbers.all()).toEqual(wanted);
  expect(wanted.every((number, at) => numbers.at(at) === number)).toBe(true);
});
