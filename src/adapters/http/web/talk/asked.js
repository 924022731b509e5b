// @ts-check
/** What was asked from this browser, to be asked again with the arrow up; it stays here. */

const KEY = "asked";
const MOST = 50;

/** @type {string[]} newest last */
let lines = kept();
/** How far back the arrow has gone. */
let back = 0;

/** @param {string} line */
export function remember(line) {
  lines = [...lines.filter((other) => other !== line), line].slice(-MOST);
  back = 0;
  try {
    localStorage.setItem(KEY, JSON.stringify(lines));
  } catch {
    // Storage may be forbidden; then it is remembered as long as the page.
  }
}

/**
 * The line before the one that is shown, or after it; undefined where there is none.
 * @param {"older" | "newer"} way
 * @param {string} shown what stands in the input: what is being typed is not written over
 */
export function recalled(way, shown) {
  const isOurs = back > 0 && lines[lines.length - back] === shown;
  if (!isOurs && shown !== "") return undefined;
  const next = (isOurs ? back : 0) + (way === "older" ? 1 : -1);
  if (next < 0 || next > lines.length) return undefined;
  back = next;
  return next === 0 ? "" : lines[lines.length - next];
}

/** @returns {string[]} */
function kept() {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter((line) => typeof line === "string").slice(-MOST) : [];
  } catch {
    return [];
  }
}
