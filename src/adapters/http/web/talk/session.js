// @ts-check
/** The conversation of this tab, for when the page is loaded anew. */

const KEY = "talk";
/** Each is asked again: more would be a crowd. */
const MOST = 10;

/** @typedef {{ key: string, line: string, shown: string, after?: string | undefined }} Asked */

/** @param {readonly Asked[]} turns those that are shown */
export function keep(turns) {
  const asked = turns.slice(-MOST).map(({ key, line, shown, after }) => ({ key, line, shown, after }));
  try {
    sessionStorage.setItem(KEY, JSON.stringify(asked));
  } catch {
    // Storage may be forbidden; then the address asks the last question alone.
  }
}

/**
 * What was shown when the page was left, where the browser shows that same turn again.
 * @param {string | undefined} key of the turn that the browser's history names
 * @returns {Asked[]}
 */
export function keptUntil(key) {
  try {
    const value = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    const asked = Array.isArray(value) ? value.filter(isAsked) : [];
    return key !== undefined && asked.at(-1)?.key === key ? asked : [];
  } catch {
    return [];
  }
}

/**
 * @param {unknown} value
 * @returns {value is Asked}
 */
function isAsked(value) {
  if (typeof value !== "object" || value === null) return false;
  return "key" in value && "line" in value && "shown" in value && typeof value.line === "string";
}
