// The runs of a report: each has a picture, and a cursor that its story follows.

import { Axis } from "./axis.js";
import { Lanes } from "./lanes.js";
import { sentence } from "./panes.js";
import { Run } from "./run.js";

const SAY_AFTER = 150; // ms without a movement before a screen reader is told

/** What has reached each sink so far. */
class Sinks {
  /** @param {Element} place @param {Run} run */
  constructor(place, run) {
    this.sinks = Object.entries(run.data.sinks).map(([name, words]) => {
      const title = document.createElement("p");
      const pre = document.createElement("pre");
      title.textContent = name;
      title.className = "label";
      pre.tabIndex = 0;
      pre.setAttribute("aria-label", name);
      const box = document.createElement("div");
      box.append(title, pre);
      place.append(box);
      return { pre, words: /** @type {{step: number, text: string}[]} */ (words) };
    });
  }

  /** @param {number} step */
  show(step) {
    for (const { pre, words } of this.sinks) {
      pre.textContent = words.filter((it) => it.step <= step).map((it) => it.text).join("") || "nothing yet";
      pre.scrollTop = pre.scrollHeight;
    }
  }
}

class Swimlane {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    const find = (/** @type {string} */ what) => /** @type {HTMLElement} */ (place.querySelector(what));
    this.run = new Run(JSON.parse(find("script").textContent ?? ""));
    find(".live").hidden = false;
    this.axis = new Axis(this.run);
    this.lanes = new Lanes(/** @type {HTMLCanvasElement} */ (find("canvas")), this.run, this.axis);
    this.cursor = find(".cursor");
    this.now = find(".now");
    this.list = find(".moments");
    this.sinks = new Sinks(find(".sinks"), this.run);
    this.scrubber = /** @type {HTMLInputElement} */ (find(".scrub"));
    this.scrubber.max = String(Math.max(0, this.run.count - 1));
    this.step = 0;
    this.speaking = 0;
    this.listen(find(".stage"));
    this.draw();
    this.go(this.run.story.find((it) => it.kind === "panic")?.step ?? 0, false);
  }

  draw() { this.lanes.draw(); this.put(); }

  put() { this.cursor.style.transform = `translateX(${Lanes.label + this.axis.x(this.step, this.lanes.stage)}px)`; }

  /** @param {number} step @param {boolean} [scroll] */
  go(step, scroll = true) {
    if (this.run.count === 0) return;
    this.step = Math.max(0, Math.min(this.run.count - 1, step));
    if (this.axis.show(this.step)) this.lanes.draw();
    this.put();
    this.scrubber.value = String(this.step);
    this.mark(scroll);
    this.sinks.show(this.step);
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => {
      const text = sentence(this.run, this.step);
      this.now.textContent = text;
      this.scrubber.setAttribute("aria-valuetext", text);
    }, SAY_AFTER);
  }

  /** Marks the line of the story that the cursor has reached. @param {boolean} scroll */
  mark(scroll) {
    this.list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const line = this.list.children[this.run.momentAt(this.step)];
    if (!(line instanceof HTMLElement)) return;
    line.setAttribute("aria-current", "step");
    const hidden = line.offsetTop < this.list.scrollTop || line.offsetTop > this.list.scrollTop + this.list.clientHeight - 24;
    if (hidden && scroll) this.list.scrollTop = line.offsetTop - this.list.clientHeight / 2;
  }

  /** @param {number} by */
  event(by) {
    const at = this.run.momentAt(this.step);
    const onIt = this.run.story[at]?.step === this.step;
    const target = this.run.story[by > 0 ? at + 1 : onIt ? at - 1 : at];
    if (target) this.go(target.step);
  }

  /** @param {number} factor */
  zoom(factor) { this.axis.zoom(factor, this.step); this.draw(); }

  /** @param {HTMLElement} stage */
  listen(stage) {
    /** @type {Record<string, () => void>} */
    const acts = {
      back: () => this.go(this.step - 1), next: () => this.go(this.step + 1), before: () => this.event(-1), after: () => this.event(1),
      in: () => this.zoom(0.5), out: () => this.zoom(2),
    };
    for (const button of this.place.querySelectorAll("button")) button.addEventListener("click", acts[button.dataset.act ?? ""]);
    this.scrubber.addEventListener("input", () => this.go(Number(this.scrubber.value)));
    const point = (/** @type {PointerEvent} */ it) => {
      const x = it.clientX - stage.getBoundingClientRect().left - Lanes.label;
      if (x >= 0) this.go(this.axis.step(x, this.lanes.stage));
    };
    stage.addEventListener("pointerdown", (it) => { stage.setPointerCapture(it.pointerId); point(it); });
    stage.addEventListener("pointermove", (it) => { if (it.buttons) point(it); });
    this.list.addEventListener("click", (it) => {
      const line = it.target instanceof HTMLElement ? it.target.closest("li") : null;
      if (line) this.go(Number(line.dataset.step), false);
    });
    new ResizeObserver(() => this.draw()).observe(stage);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }
}

/** Runs are parsed one by one, so that the page can be used before all of them are ready. */
function watch() {
  const waiting = [...document.querySelectorAll(".swimlane")];
  const next = () => {
    const place = waiting.shift();
    if (place instanceof HTMLElement) new Swimlane(place);
    if (waiting.length > 0) setTimeout(next);
  };
  next();
  window.addEventListener("beforeprint", () => {
    while (waiting.length > 0) next();
    document.querySelectorAll("details").forEach((it) => { it.open = true; });
  });
}

/** Opens the target of a link. */
function unfold() {
  const row = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const details = row?.nextElementSibling?.querySelector("details");
  if (details && row?.tagName === "TR") details.open = true;
}

watch();
unfold();
window.addEventListener("hashchange", unfold);
