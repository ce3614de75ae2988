/* Small behaviour of every page: filters that apply themselves, compact rows, counters, focus on errors. */
(() => {
  "use strict";
  // lists: choosing an order or, on wide screens, a facet applies it at once
  const wide = matchMedia("(min-width: 1200px)");
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.matches("select[data-apply]")) field.form.requestSubmit();
    if (!field.closest("form.zw-facets")) return;
    if (wide.matches) field.form.requestSubmit();
    else foretell(field.form);
  });
  // filters on a phone: the button of the drawer says how many would remain
  let asked = 0;
  const foretell = async (form) => {
    const turn = ++asked;
    const answer = await fetch(`?${new URLSearchParams(new FormData(form))}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const words = page.querySelector(".zw-apply button")?.textContent;
    if (words && turn === asked) form.querySelector(".zw-apply button").textContent = words;
  };
  // rows: comfortable or compact, remembered
  const dense = document.querySelector("[data-density]");
  if (dense) {
    const list = document.querySelector(".zw-list");
    const set = (on) => { list?.classList.toggle("zw-compact", on); dense.setAttribute("aria-pressed", String(on)); };
    let on = false;
    try { on = localStorage.getItem("zw-compact") === "1"; } catch { /* the default is comfortable */ }
    set(on);
    dense.addEventListener("click", () => {
      on = !on;
      set(on);
      try { localStorage.setItem("zw-compact", on ? "1" : "0"); } catch { /* lasts for this page */ }
    });
  }
  // text fields with a limit: what is used and what is possible, in words
  const pl = document.documentElement.lang === "pl";
  const number = (value) => value.toLocaleString(pl ? "pl-PL" : "en-GB", { useGrouping: "always" });
  document.querySelectorAll("[data-counts]").forEach((area) => {
    const line = document.getElementById(area.dataset.counts);
    const limit = Number(area.dataset.limit);
    const show = () => {
      line.textContent = pl ? `${number(area.value.length)} z ${number(limit)} znaków` : `${number(area.value.length)} of ${number(limit)} characters`;
      line.classList.toggle("over", area.value.length > limit);
    };
    area.addEventListener("input", show);
    show();
  });
  // errors: the summary takes the focus, so that it is read first
  document.querySelector(".zw-errors")?.focus();
  // dialogs that a refused form came back with are opened again
  document.querySelectorAll("[data-open-on-load]").forEach((dialog) => window.bootstrap?.Modal.getOrCreateInstance(dialog).show());
  // a form is sent once
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    if (event.target.method === "post" && !("autosave" in event.target.dataset)) event.target.dataset.sent = "1";
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
})();
