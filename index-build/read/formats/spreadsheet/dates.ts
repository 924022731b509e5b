/** Days as spreadsheets keep them: numbers, which only their format tells from others. */

const DAY_MS = 86_400_000;
const BUILT_IN = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 50, 57, 58,
]);

/** Whether a number format shows days or hours; `code` where it is none of the built-in ones. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, "");
  return /[dmyh]/iu.test(bare) && !/^general$/iu.test(bare);
}

/** "2010-07-14", with the hour where there is one; undefined for what is no day. */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined;
  // Excel counts a 29 February 1900 that never was.
  const days = from1904 ? serial : serial - (serial < 60 ? 0 : 1);
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31);
  const text = new Date(start + Math.round(days * DAY_MS)).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}
