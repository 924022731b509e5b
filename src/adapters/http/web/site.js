// @ts-check
/** What a page that is read does besides: it changes its theme, and remembers the language that is chosen on it. */
import { keepOffline } from "./install.js";
import { themeButton } from "./theme.js";

const button = document.getElementById("theme");
if (button instanceof HTMLButtonElement) {
  const { toDark = "", toLight = "" } = button.dataset;
  button.hidden = false;
  themeButton(button, () => ({ toDark, toLight }));
}

document.getElementById("language")?.addEventListener("click", ({ currentTarget }) => {
  if (!(currentTarget instanceof HTMLAnchorElement)) return;
  try {
    localStorage.setItem("lang", currentTarget.hreflang);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
});

keepOffline();
