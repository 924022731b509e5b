/** Binary search in what is sorted. */

/**
 * @param isBefore whether what stands in a place comes before what is looked for; true up to some place,
 *   false from it on
 * @returns the first place from `from` up to (not including) `to` that does not; `to` where all do
 */
export function firstPlace(from: number, to: number, isBefore: (place: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where `wanted`, or the next larger number, first stands among ascending numbers. */
export function firstAtLeast(numbers: ArrayLike<number>, wanted: number): number {
  return firstPlace(0, numbers.length, (place) => (numbers[place] ?? wanted) < wanted);
}
