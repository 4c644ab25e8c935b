// The keys of the desk, and small comforts. Every page can be read and used without it.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const isTyping = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

// ---- colours -------------------------------------------------------------------------------
const themes = ["system", "light", "dark"];
const themeNames = { system: "as the system has them", light: "light", dark: "dark" };

function showTheme(button) {
  const theme = document.documentElement.dataset.theme || "system";
  button.setAttribute("aria-label", `Colours: ${themeNames[theme]}`);
  button.title = `Colours: ${themeNames[theme]}`;
}

function changeTheme(button) {
  const now = document.documentElement.dataset.theme || "system";
  const next = themes[(themes.indexOf(now) + 1) % themes.length];
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem("onrecord-colours", next);
  } catch {
    // Storage may be forbidden: the choice then holds for this page.
  }
  showTheme(button);
}

// ---- walking -------------------------------------------------------------------------------
function stops() {
  return all("[data-stop]").length ? all("[data-stop]") : all("[data-row]");
}

function currentStop() {
  return document.querySelector("[data-stop].at, [data-row].at");
}

function goTo(stop) {
  if (!stop) return;
  currentStop()?.classList.remove("at");
  stop.classList.add("at");
  light(stop.dataset.stop);
  const link = stop.matches("a") ? stop : stop.querySelector("[data-open], a");
  link?.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "center" });
}

function walk(step) {
  const list = stops();
  const place = list.indexOf(currentStop());
  goTo(list[place < 0 ? (step > 0 ? 0 : list.length - 1) : place + step]);
}

function walkSource(step) {
  const list = stops();
  const now = currentStop();
  if (!now?.dataset.speaker) return walk(step);
  const same = list.filter((one) => one.dataset.speaker === now.dataset.speaker);
  goTo(same[(same.indexOf(now) + step + same.length) % same.length]);
}

function light(number) {
  all(".lit").forEach((one) => one.classList.remove("lit"));
  if (number) all(`.r1a${CSS.escape(number)}`).forEach((one) => one.classList.add("lit"));
}

// ---- keys ----------------------------------------------------------------------------------
const places = { c: "/", s: "/search", r: "/review", a: "/add", t: "/story", o: "/sources", m: "/method" };
let awaitsPlace = false;

const actions = {
  "/": () => document.querySelector("[data-shortcut='/']")?.focus(),
  "?": () => document.querySelector(".keys")?.showModal(),
  j: () => walk(1),
  k: () => walk(-1),
  n: () => walkSource(1),
  p: () => walkSource(-1),
};

function press(button) {
  button.click();
  // What opens is typed or chosen in at once.
  if (button.matches("details[open] > summary")) button.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  if (awaitsPlace) {
    awaitsPlace = false;
    if (places[event.key]) location.assign(places[event.key]);
    return;
  }
  if (event.key === "g") {
    awaitsPlace = true;
    setTimeout(() => (awaitsPlace = false), 1500);
    return;
  }
  const button = all("[data-key]").find((one) => one.dataset.key === event.key);
  const action = button ? () => press(button) : actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

// ---- what is added to a page ---------------------------------------------------------------
function prepare(root) {
  all("[data-if-script]", root).forEach((one) => (one.hidden = false));
  all("[data-copy]", root).forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Copied";
    });
  });
  all("[data-watch]", root).forEach(watch);
  all(".card[data-stop]", root).forEach((card) => {
    card.addEventListener("mouseenter", () => light(card.dataset.stop));
    card.addEventListener("mouseleave", () => light(currentStop()?.dataset.stop));
  });
}

function watch(list) {
  const stream = new EventSource(list.dataset.watch);
  stream.addEventListener("progress", (event) => {
    const told = JSON.parse(event.data);
    told.inputs.forEach((one, number) => {
      const row = list.children[number];
      row.dataset.step = one.step;
      row.querySelector("[data-step-name]").textContent = one.words;
      const link = row.querySelector("a");
      if (one.article_id && link) {
        link.href = `/articles/${one.article_id}`;
        link.hidden = false;
      }
    });
    if (told.is_ended) {
      stream.close();
      document.querySelector("[data-while-running]")?.setAttribute("hidden", "");
      if (told.inputs.length === 1 && told.inputs[0].article_id) {
        location.assign(`/articles/${told.inputs[0].article_id}`);
      } else {
        location.reload();
      }
    }
  });
  addEventListener("pagehide", () => stream.close());
}

document.addEventListener("keydown", pressed);
document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector("[data-theme-switch]");
  if (button) {
    button.hidden = false;
    showTheme(button);
    button.addEventListener("click", () => changeTheme(button));
  }
  prepare(document);
});
document.addEventListener("htmx:after:swap", () => prepare(document.querySelector("main")));
