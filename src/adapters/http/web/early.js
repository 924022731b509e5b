// Runs before the first paint, which a module does not: nobody should see the wrong theme flash by.
(() => {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's theme is as good.
  }
})();
