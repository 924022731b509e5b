// @ts-check
/** Light or dark: the system's, until somebody chooses otherwise. early.js applies the choice before paint. */

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

/**
 * @param {HTMLButtonElement} button
 * @param {() => { toDark: string, toLight: string }} labels in the language that is spoken
 * @returns {() => void} labels it anew
 */
export function themeButton(button, labels) {
  const label = () => {
    const { toDark, toLight } = labels();
    button.setAttribute("aria-label", isDark() ? toLight : toDark);
  };
  button.addEventListener("click", () => {
    choose(isDark() ? "light" : "dark");
    label();
  });
  system.addEventListener("change", label);
  label();
  return label;
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
