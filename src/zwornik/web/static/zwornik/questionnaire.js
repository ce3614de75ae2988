/* The questionnaire: every answer is saved as it is given, kept on this computer until it is stored,
   and never overwritten unseen. Without this file the button of the page saves the whole part. */
(() => {
  "use strict";
  const PREFIX = "zw-answer:";
  const PAUSE = 1500;        // ms without typing before an answer is sent
  const RETRY = [3, 6, 12, 30, 60]; // s between attempts while there is no connection

  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
  };

  // ── one question: its controls, what stands in them, and what is known of its stored answer ──
  class Question {
    constructor(box, prefix) {
      this.box = box;
      this.code = box.dataset.question;
      this.key = `${prefix}:${this.code}`;
      this.revision = box.querySelector(`[name="${this.code}-revision"]`);
      const refused = box.classList.contains("bad"); // the page came back with what could not be stored
      this.stored = refused ? "" : this.written();   // as the server has it
      this.state = refused ? "invalid" : "saved";    // saved | dirty | invalid | conflict
      this.timer = 0;
      this.sending = null;
    }

    controls(part) { return [...this.box.querySelectorAll(`[name="${this.code}${part}"]`)]; }

    taken(part) { return this.controls(part).filter((c) => !["radio", "checkbox"].includes(c.type) || c.checked).map((c) => c.value); }

    read() {
      const gap = this.taken("-gap")[0] || "";
      return { value: this.taken(""), gap, sureness: this.taken("-sureness")[0] || "", remark: this.taken("-remark")[0] || "" };
    }

    written() { return JSON.stringify(this.read()); }

    write(entry) {
      const put = (part, values) => this.controls(part).forEach((c, i) => {
        if (["radio", "checkbox"].includes(c.type)) c.checked = values.includes(c.value);
        else { c.value = values[i] ?? ""; c.dispatchEvent(new Event("input", { bubbles: false })); }
      });
      put("", [].concat(entry.value).map(String));
      put("-gap", entry.gap ? [entry.gap] : []);
      put("-sureness", entry.sureness ? [entry.sureness] : []);
      put("-remark", [entry.remark || ""]);
      const details = this.box.querySelector("details");
      if (details && entry.remark) details.open = true;
    }

    /* Keep what stands on the page, with the revision it was written over. */
    keep() {
      if (this.written() === this.stored) { store.drop(this.key); return; }
      store.set(this.key, { entry: this.read(), revision: Number(this.revision.value), at: Date.now() });
    }

    problem(text) {
      const line = document.getElementById(`q-${this.code}-error`);
      line.hidden = !text;
      line.querySelector("span").textContent = text;
      this.box.classList.toggle("bad", Boolean(text));
      const control = document.getElementById(`q-${this.code}`);
      if (!control) return;
      if (text) control.setAttribute("aria-invalid", "true"); else control.removeAttribute("aria-invalid");
    }
  }

  class Page {
    constructor(form) {
      this.form = form;
      this.url = form.dataset.autosave;
      this.token = form.querySelector("[name=csrfmiddlewaretoken]").value;
      this.words = form.querySelector("[data-words]").dataset;
      this.line = document.getElementById("saved");
      this.failures = 0;
      this.retry = 0;
      this.leaving = false;
      const prefix = `${PREFIX}${form.dataset.drafts}`;
      this.questions = [...form.querySelectorAll("[data-question]")].map((box) => new Question(box, prefix));
      this.listen();
      this.restore();
    }

    say(text) { if (this.line.textContent !== text) this.line.textContent = text; }

    of(element) { const box = element.closest("[data-question]"); return this.questions.find((q) => q.box === box); }

    listen() {
      this.form.addEventListener("input", (event) => this.changed(event));
      this.form.addEventListener("focusout", (event) => { const q = this.of(event.target); if (q?.timer) this.send(q); });
      this.form.addEventListener("submit", (event) => this.go(event));
      addEventListener("online", () => this.again());
      document.addEventListener("visibilitychange", () => { if (document.hidden) this.hurry(); else this.again(); });
      addEventListener("pagehide", () => this.hurry());
    }

    changed(event) {
      const question = this.of(event.target);
      if (!question || event.target.name.endsWith("-take")) return;
      this.exclude(question, event.target);
      if (question.state !== "conflict") question.state = "dirty";
      question.keep();
      if (question.state === "conflict") return;
      clearTimeout(question.timer);
      const typed = event.target.matches("textarea, input:not([type=radio]):not([type=checkbox])");
      question.timer = setTimeout(() => this.send(question), typed ? PAUSE : 0);
    }

    /* A reason for no answer, and an answer, exclude each other. */
    exclude(question, target) {
      if (target.name.endsWith("-gap")) {
        question.controls("-gap").forEach((c) => { if (c !== target) c.checked = false; });
      } else if (target.name === question.code) {
        question.controls("-gap").forEach((c) => { c.checked = false; });
      }
    }

    /* Send one answer; while one is on its way the next waits for the revision it brings. */
    async send(question) {
      clearTimeout(question.timer);
      question.timer = 0;
      if (question.sending) return question.sending;
      if (question.state === "conflict" || (question.state === "saved" && question.written() === question.stored)) return undefined;
      const written = question.written();
      this.say(this.words.saving);
      question.sending = this.post(question).then((reply) => this.take(question, written, reply)).finally(() => { question.sending = null; });
      await question.sending;
      if (question.state === "dirty" && !this.failures && !question.timer) return this.send(question);
      return undefined;
    }

    body(question) {
      const data = new FormData();
      data.append("csrfmiddlewaretoken", this.token);
      data.append("question", question.code);
      ["", "-gap", "-sureness", "-remark", "-revision"].forEach((part) => question.taken(part).forEach((value) => data.append(`${question.code}${part}`, value)));
      return data;
    }

    async post(question) {
      try {
        const answer = await fetch(this.url, { method: "POST", body: this.body(question), redirect: "manual", headers: { Accept: "application/json" } });
        if (answer.type === "opaqueredirect") return { state: "signed-out" };
        if (!(answer.headers.get("Content-Type") || "").startsWith("application/json")) return { state: answer.status === 403 ? "signed-out" : "offline" };
        return await answer.json();
      } catch { return { state: "offline" }; }
    }

    take(question, written, reply) {
      if (reply.state === "offline" || reply.state === "signed-out") {
        question.state = "dirty";
        question.keep();
        this.say(reply.state === "offline" ? this.words.offline : this.words.signedOut);
        this.later();
        return;
      }
      this.failures = 0;
      if (reply.state === "saved") this.stored(question, written, reply);
      else if (reply.state === "conflict") this.conflict(question, reply);
      else {
        question.state = "invalid";
        question.keep();
        question.problem(reply.said);
        this.say(reply.state === "refused" ? reply.said : this.words.invalid);
      }
    }

    stored(question, written, reply) {
      question.revision.value = reply.revision;
      question.stored = written;
      question.state = question.written() === written ? "saved" : "dirty";
      question.problem("");
      question.keep();
      if (this.questions.every((q) => q.state === "saved")) this.say(reply.said || this.words.saved);
    }

    /* ── no connection: try again, ever more slowly, and at once when it is back ── */
    later() {
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.again(), RETRY[Math.min(this.failures, RETRY.length - 1)] * 1000);
      this.failures += 1;
    }

    async again() {
      clearTimeout(this.retry);
      this.failures = 0;
      for (const question of this.questions.filter((q) => q.state === "dirty")) {
        await this.send(question);
        if (this.failures) return;
      }
    }

    /* The window is being left: hand over what was not sent; what does not arrive is kept here. */
    hurry() {
      if (this.leaving) return;
      this.questions.filter((q) => q.state === "dirty" && !q.sending).forEach((q) => { q.keep(); navigator.sendBeacon(this.url, this.body(q)); });
    }

    /* ── two versions: both are shown, a person chooses ── */
    conflict(question, reply) {
      question.state = "conflict";
      question.keep();
      this.say(this.words.conflict);
      question.box.querySelector(".zw-conflict")?.remove();
      const part = document.getElementById("conflict-template").content.cloneNode(true);
      part.querySelector("[data-who]").textContent = reply.who;
      part.querySelector("[data-shown]").textContent = reply.shown;
      const callout = part.querySelector(".zw-conflict");
      callout.setAttribute("role", "alert");
      callout.addEventListener("click", (event) => {
        const chosen = event.target.closest("[data-keep]")?.dataset.keep;
        if (!chosen) return;
        callout.remove();
        question.revision.value = reply.revision;
        question.state = "dirty";
        if (chosen === "theirs") question.write(reply);
        this.send(question);
        (question.controls("")[0] || question.box).focus();
      });
      document.getElementById(`q-${question.code}-error`).after(part);
    }

    /* ── coming back: what was typed and not stored stands on the page again ── */
    async restore() {
      let restored = false;
      for (const question of this.questions) {
        const draft = store.get(question.key);
        if (!draft) { question.keep(); continue; }
        if (JSON.stringify(draft.entry) === question.stored) { store.drop(question.key); continue; }
        question.write(draft.entry);
        question.revision.value = draft.revision;  // an older one makes the server show both versions
        question.state = "dirty";
        await this.send(question);
        restored = restored || question.state === "saved";
      }
      if (restored && this.questions.every((q) => q.state === "saved")) this.say(this.words.restored);
    }

    /* ── going on: everything is stored first; a part that cannot be sent is not left ── */
    async go(event) {
      event.preventDefault();
      if (this.leaving) return;
      const button = event.submitter;
      if (button) button.disabled = true;
      await Promise.all(this.questions.map((q) => q.sending));
      for (const question of this.questions.filter((q) => q.state === "dirty")) await this.send(question);
      if (button) button.disabled = false;
      const first = (state) => this.questions.find((q) => q.state === state);
      if (first("dirty")) { this.say(this.words.waiting); this.line.closest("p").scrollIntoView({ block: "center" }); return; }
      if (first("conflict")) { first("conflict").box.querySelector(".zw-conflict button").focus(); return; }
      this.leaving = true;
      this.form.submit();
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-autosave]");
    if (form) new Page(form);
    const done = document.querySelector("[data-drafts-done]");
    if (done) {
      try { Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${done.dataset.draftsDone}:`)).forEach(store.drop); } catch { /* nothing was kept */ }
    }
    const print = document.querySelector("[data-print]");
    if (print) {
      print.hidden = false;
      print.addEventListener("click", () => window.print());
    }
  });
  // a page brought back by the browser's history shows old revisions: read it again
  addEventListener("pageshow", (event) => { if (event.persisted && document.querySelector("form[data-autosave]")) location.reload(); });
})();
