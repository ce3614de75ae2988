/* Sending a questionnaire: choosing an organisation shows its people; fields for "somebody else" only when needed. */
(() => {
  "use strict";
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("show-contacts");
    const organisation = document.querySelector("select[name=organisation]");
    if (button && organisation) {
      button.closest("p").hidden = true;
      organisation.addEventListener("change", () => organisation.form.requestSubmit(button));
    }
    document.querySelectorAll("[data-shown-for]").forEach((part) => {
      const radios = document.querySelectorAll(`input[name="${part.dataset.chosen}"]`);
      const show = () => { part.hidden = ![...radios].some((radio) => radio.checked && radio.value === part.dataset.shownFor); };
      radios.forEach((radio) => radio.addEventListener("change", show));
      show();
    });
  });
})();
