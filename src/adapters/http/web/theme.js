// @ts-check
/** Light or dark: the system's, until somebody chooses otherwise. early.js applies the choice before paint. */
import { say } from "./language.js";
import { WORDS } from "./words.js";

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

/** @param {HTMLButtonElement} button */
export function themeButton(button) {
  button.addEventListener("click", () => {
    choose(isDark() ? "light" : "dark");
    labelTheme(button);
  });
  system.addEventListener("change", () => labelTheme(button));
  labelTheme(button);
}

/** @param {HTMLButtonElement} button */
export function labelTheme(button) {
  button.setAttribute("aria-label", say(isDark() ? WORDS.toLight : WORDS.toDark));
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
}

/**
 * Whoever goes back to what the system shows follows the system again.
 * @param {"light" | "dark"} theme
 */
function choose(theme) {
  const follows = (theme === "dark") === system.matches;
  if (follows) delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (follows) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}
