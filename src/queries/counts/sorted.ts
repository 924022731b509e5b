/** Putting many numbers in order without holding up who else waits. */
import type { Steps } from "../../steps.js";

/** Numbers that are put in order, or joined to others, in one step. */
const A_STEP = 4096;

/** The values ascending: pieces by themselves, then two and two joined until one is left. */
export function* sortedSteps(values: Float64Array): Steps<Float64Array> {
  let from = values.slice();
  for (let at = 0; at < from.length; at += A_STEP) {
    from.subarray(at, at + A_STEP).sort();
    yield;
  }
  let to = new Float64Array(from.length);
  for (let width = A_STEP; width < from.length; width *= 2) {
    for (let at = 0; at < from.length; at += 2 * width) {
      yield* join(from.subarray(at, at + width), from.subarray(at + width, at + 2 * width), to.subarray(at));
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Two ascending lists as one. */
function* join(one: Float64Array, other: Float64Array, joined: Float64Array): Steps<void> {
  let [a, b] = [0, 0];
  const length = one.length + other.length;
  for (let at = 0; at < length; at++) {
    if (at % A_STEP === 0) yield;
    const isFirst = b === other.length || (a < one.length && (one[a] ?? 0) <= (other[b] ?? 0));
    joined[at] = (isFirst ? one[a++] : other[b++]) ?? 0;
  }
}
