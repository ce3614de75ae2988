/* Light or dark: the reader's choice, then the system's; set before the first paint. */
(() => {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => { try { return localStorage.getItem("zw-theme"); } catch { return null; } };
  const apply = () => { root.dataset.bsTheme = chosen() || (system.matches ? "dark" : "light"); };
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    const next = root.dataset.bsTheme === "dark" ? "light" : "dark";
    try { localStorage.setItem("zw-theme", next); } catch { /* private window: the choice lasts for this page */ }
    root.dataset.bsTheme = next;
    document.dispatchEvent(new CustomEvent("zw:theme"));
  });
})();
