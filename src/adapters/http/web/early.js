// Runs before the first paint, which a module does not: nobody should see the wrong theme or language flash by.
(() => {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
    // A page that the server words is asked for again in the language that was chosen here, unless its address names one.
    const spoken = document.currentScript?.dataset.language;
    const chosen = localStorage.getItem("lang");
    const address = new URL(location.href);
    if (spoken === undefined || spoken === chosen || address.searchParams.has("lang")) return;
    if (chosen !== "es" && chosen !== "en") return;
    address.searchParams.set("lang", chosen);
    location.replace(address);
  } catch {
    // Storage may be forbidden; the system's theme and the browser's language are as good.
  }
})();
// A picture that does not come leaves the one that is drawn beneath it.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLImageElement && target.closest(".art")) target.remove();
  },
  true,
);
