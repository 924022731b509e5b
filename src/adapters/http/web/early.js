// Runs before the first paint, which a module does not: nobody should see the wrong theme flash by.
(() => {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's theme is as good.
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
