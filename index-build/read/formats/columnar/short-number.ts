/** Numbers of four bytes hold seven digits: 7.1, not 7.099999904632568. */
export function shortNumber(value: unknown): unknown {
  return typeof value === "number" && Number.isFinite(value) ? Number(value.toPrecision(7)) : value;
}
