// The page's behaviour: it shows a run, or what follows a path chosen by hand.

import { bench } from "./bench.js";
import { Hand, decision } from "./hand.js";
import { Lanes } from "./lanes.js";
import { linked, numberOf } from "./link.js";
import { Page } from "./page.js";
import { element } from "./panes.js";
import { Run } from "./run.js";

const asks = document.documentElement.hasAttribute("data-asks");
const given = JSON.parse(element("run").textContent ?? "");
let page = new Page(new Run(given));

/** @param {any} data */
function show(data) {
  if (page.timer) page.play();
  page.leave();
  page = new Page(new Run(data));
  page.draw();
  page.begin();
  element("decide").hidden = schedule().length === 0 || !asks;
  element("decision").textContent = "";
  Object.assign(window, { lwPage: page, lwBench: (/** @type {number} */ frames) => bench(page, frames) });
}

function listen() {
  /** @type {Record<string, () => void>} */
  const buttons = {
    back: () => page.go(page.step - 1), next: () => page.go(page.step + 1), before: () => page.event(-1), after: () => page.event(1),
    play: () => page.play(), in: () => page.zoom(0.5), out: () => page.zoom(2), "mark-a": () => page.mark("a"), "mark-b": () => page.mark("b"),
  };
  for (const [id, act] of Object.entries(buttons)) element(id).addEventListener("click", act);
  /** @type {Record<string, string>} */
  const keys = { ArrowLeft: "back", ArrowRight: "next", ArrowUp: "before", ArrowDown: "after", " ": "play", "+": "in", "-": "out", a: "mark-a", b: "mark-b" };
  document.addEventListener("keydown", (key) => {
    const field = key.target instanceof HTMLElement && key.target.closest("input, select, button, summary, a, [tabindex]");
    const act = buttons[keys[key.key]];
    if (!act || key.ctrlKey || key.altKey || key.metaKey || (field && field !== document.body)) return;
    key.preventDefault();
    act();
  });
  const scrubber = /** @type {HTMLInputElement} */ (element("scrub"));
  scrubber.addEventListener("input", () => page.go(Number(scrubber.value)));
  const axis = /** @type {HTMLSelectElement} */ (element("axis"));
  axis.addEventListener("change", () => { page.axis.use(axis.value); page.draw(); });
  const find = /** @type {HTMLInputElement} */ (element("find"));
  find.addEventListener("keydown", (key) => { if (key.key === "Enter") page.find(find.value, key.shiftKey ? -1 : 1); });
  onStage(element("stage"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => page.draw());
}

/** @param {HTMLElement} stage */
function onStage(stage) {
  const point = (/** @type {PointerEvent} */ it) => {
    const x = it.clientX - stage.getBoundingClientRect().left - Lanes.label;
    if (x >= 0) page.go(page.axis.step(x, page.lanes.stage));
  };
  stage.addEventListener("pointerdown", (it) => { stage.setPointerCapture(it.pointerId); point(it); });
  stage.addEventListener("pointermove", (it) => { if (it.buttons) point(it); });
  stage.addEventListener("wheel", (it) => {
    it.preventDefault();
    if (Math.abs(it.deltaX) > Math.abs(it.deltaY)) page.pan(it.deltaX / page.lanes.stage);
    else page.zoom(it.deltaY > 0 ? 1.25 : 0.8);
  }, { passive: false });
  new ResizeObserver(() => page.draw()).observe(stage);
}

/** The choices of the run shown, if it is over and comes from an exploration. */
function schedule() {
  const { data } = page.run;
  return /** @type {string[]} */ (data.path ? (data.over ? data.path : []) : data.schedule ?? []);
}

async function decide() {
  const asked = page;
  element("decision").textContent = "exploring \u2026";
  const found = await decision(schedule()).catch((trouble) => ({ step: -1, text: String(trouble.message) }));
  if (asked !== page) return;
  element("decision").textContent = found.text;
  page.lanes.decisive = found.step;
  page.draw();
  if (found.step >= 0) page.go(found.step);
}

/** With a server, the machine can be controlled by hand: starts with the path of the link, if any. */
function byHand() {
  const hand = new Hand(show);
  const button = element("by-hand");
  const use = (/** @type {boolean} */ on) => {
    element("hand").hidden = !on;
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "back to the run" : "explore by hand";
  };
  button.hidden = false;
  element("decide").addEventListener("click", decide);
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    use(on);
    if (on) hand.at(given.schedule);
    else { history.replaceState(null, "", "#"); hand.asking.abort(); show(given); }
  });
  return (/** @type {string | undefined} */ path) => {
    if (path === undefined || path === hand.path.join(",")) return path !== undefined;
    use(true);
    hand.at(path.split(",").filter(Boolean));
    return true;
  };
}

function legend() {
  const words = { task: "task", softirq: "softirq", irq: "interrupt", nmi: "NMI", wait: "waits or is stopped", off: "interrupts off", holds: "holds a lock", wants: "waits for it", notifier: "panic notifier" };
  for (const [name, text] of Object.entries(words)) {
    const item = document.createElement("span");
    item.style.setProperty("--of", `var(--${name})`);
    item.textContent = text;
    element("legend").append(item);
  }
}

const path = linked().get("path");
legend();
listen();
show(given);
const follow = asks ? byHand() : () => false;
follow(path);
window.addEventListener("hashchange", () => {
  const step = numberOf(linked(), "step");
  if (!follow(linked().get("path")) && step >= 0) page.go(step);
});
