// @ts-check
/** Which language the page speaks, and how it writes figures and dates in it. */
import { WORDS } from "./words.js";

/** @typedef {"es" | "en"} Language */

const KEY = "lang";

/** @type {Language} */
let language = chosen() ?? preferred() ?? "es";

/** @returns {Language} */
export function current() {
  return language;
}

/** @param {import("./words.js").Words} words */
export function say(words) {
  return words[language];
}

/**
 * The language with the browser's region, where that is its language too: a reader in Mexico knows films by
 * other titles than one in Spain.
 */
export function tag() {
  return navigator.languages.find((tag) => languageOf(tag) === language) ?? language;
}

/** Speaks the other language from now on. */
export function toggle() {
  language = language === "es" ? "en" : "es";
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
  applyWords();
}

/** Puts the words of the current language wherever index.html names them. */
export function applyWords() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = named(element.getAttribute("data-word"));
  }
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", named(element.getAttribute("data-word-label")));
  }
}

/** @param {number} value */
export function number(value) {
  return new Intl.NumberFormat(tag(), { useGrouping: "always" }).format(value);
}

/** @param {string} day YYYY-MM-DD; what is no day is given back as it came */
export function date(day) {
  const instant = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return day;
  return new Intl.DateTimeFormat(tag(), { dateStyle: "long", timeZone: "UTC" }).format(instant);
}

/** @param {string | null} name */
function named(name) {
  return say(WORDS[/** @type {keyof typeof WORDS} */ (name)]);
}

/** @returns {Language | undefined} */
function chosen() {
  try {
    return languageOf(localStorage.getItem(KEY) ?? "");
  } catch {
    return undefined;
  }
}

/** @returns {Language | undefined} */
function preferred() {
  return navigator.languages.map(languageOf).find((known) => known !== undefined);
}

/**
 * @param {string} tag
 * @returns {Language | undefined}
 */
function languageOf(tag) {
  const [head] = tag.toLowerCase().split("-");
  return head === "es" || head === "en" ? head : undefined;
}
