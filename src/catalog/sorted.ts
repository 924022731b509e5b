/** First place of `wanted`, or of the next larger number, in ascending numbers; `length` of them count, for Arrow pads columns. */
export function firstAtLeast(numbers: Int32Array, length: number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
