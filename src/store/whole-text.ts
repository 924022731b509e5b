/** A value of a query as both engines can hold it: a zero byte would end a text. */
export function wholeText<T>(value: T): T | string {
  return typeof value === "string" ? value.replaceAll("\u0000", "\ufffd") : value;
}
