// The page of a run: one cursor that all panes follow.

import { Axis } from "./axis.js";
import { Lanes } from "./lanes.js";
import { SourcePane, StepsPane, StoryPane, WordsPane, element, sentence } from "./panes.js";
import { Run, micros } from "./run.js";
import { drawWaits } from "./waits.js";

const SAY_AFTER = 150; // ms without a move, for those who listen

class Page {
  /** @param {Run} run */
  constructor(run) {
    this.run = run;
    this.step = 0;
    this.marked = -1;
    this.axis = new Axis(run);
    this.lanes = new Lanes(/** @type {HTMLCanvasElement} */ (element("lanes")), run, this.axis);
    const go = (/** @type {number} */ step) => this.go(step);
    this.panes = [new StoryPane(run, go), new SourcePane(run, () => this.go(this.step)), new WordsPane(run), new StepsPane(run, go)];
    this.scrubber = /** @type {HTMLInputElement} */ (element("scrub"));
    this.scrubber.max = String(Math.max(0, run.count - 1));
    this.timer = 0;
    this.speaking = 0;
  }

  /** @param {number} step */
  go(step) {
    this.step = Math.max(0, Math.min(this.run.count - 1, step));
    if (this.run.count === 0) return;
    if (this.axis.show(this.step)) this.lanes.draw();
    this.scrubber.value = String(this.step);
    this.scrubber.setAttribute("aria-valuetext", `step ${this.step}, ${micros(this.run.nanos[this.step])} us`);
    this.place();
    this.panes.forEach((pane) => pane.show(this.step));
    history.replaceState(null, "", `#step=${this.step}`);
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => { element("now").textContent = sentence(this.run, this.step); }, SAY_AFTER);
  }

  /** Moves the cursor and the marker, which stand above the picture. */
  place() {
    const at = (/** @type {number} */ step) => Lanes.label + this.axis.x(step, this.lanes.stage);
    element("cursor").style.transform = `translateX(${at(this.step)}px)`;
    const marker = element("marker");
    marker.hidden = this.marked < 0 || at(this.marked) < Lanes.label;
    marker.style.transform = `translateX(${at(Math.max(0, this.marked))}px)`;
    const apart = Math.abs(this.run.nanos[this.step] - (this.run.nanos[this.marked] ?? 0));
    element("difference").textContent = this.marked < 0 ? "" : `${micros(apart)} us, ${Math.abs(this.step - this.marked)} steps from the marker`;
  }

  draw() { this.lanes.draw(); this.place(); }

  /** @param {number} by */
  event(by) {
    const at = this.run.momentAt(this.step);
    const onIt = this.run.story[at]?.step === this.step;
    const target = this.run.story[by > 0 ? at + 1 : onIt ? at - 1 : at];
    if (target) this.go(target.step);
  }

  /** @param {number} factor */
  zoom(factor) { this.axis.zoom(factor, this.step); this.draw(); }

  /** @param {string} text */
  find(text) {
    const wanted = text.toLowerCase();
    for (let k = 1; wanted && k <= this.run.count; k++) {
      const i = (this.step + k) % this.run.count;
      if (`${this.run.what(i)} ${this.run.where(i)}`.toLowerCase().includes(wanted)) { this.go(i); return; }
    }
  }

  play() {
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = 0;
    } else {
      this.timer = setInterval(() => (this.run.momentAt(this.step) < this.run.story.length - 1 ? this.event(1) : this.play()), 500);
    }
    element("play").textContent = this.timer ? "stop" : "play";
  }

  mark() { this.marked = this.marked === this.step ? -1 : this.step; this.place(); }
}

/** @param {Page} page */
function listen(page) {
  /** @type {Record<string, () => void>} */
  const buttons = {
    back: () => page.go(page.step - 1), next: () => page.go(page.step + 1), before: () => page.event(-1), after: () => page.event(1),
    play: () => page.play(), in: () => page.zoom(0.5), out: () => page.zoom(2), mark: () => page.mark(),
  };
  for (const [id, act] of Object.entries(buttons)) element(id).addEventListener("click", act);
  /** @type {Record<string, string>} */
  const keys = { ArrowLeft: "back", ArrowRight: "next", ArrowUp: "before", ArrowDown: "after", " ": "play", "+": "in", "-": "out", m: "mark" };
  document.addEventListener("keydown", (key) => {
    const field = key.target instanceof HTMLElement && key.target.closest("input, select, button, [tabindex]");
    const act = buttons[keys[key.key]];
    if (!act || key.ctrlKey || key.altKey || key.metaKey || (field && field !== document.body)) return;
    key.preventDefault();
    act();
  });
  page.scrubber.addEventListener("input", () => page.go(Number(page.scrubber.value)));
  const axis = /** @type {HTMLSelectElement} */ (element("axis"));
  axis.addEventListener("change", () => { page.axis.use(axis.value); page.draw(); });
  const find = /** @type {HTMLInputElement} */ (element("find"));
  find.addEventListener("keydown", (key) => { if (key.key === "Enter") page.find(find.value); });
  const stage = element("stage");
  const point = (/** @type {PointerEvent} */ it) => {
    const x = it.clientX - stage.getBoundingClientRect().left - Lanes.label;
    if (x >= 0) page.go(page.axis.step(x, page.lanes.stage));
  };
  stage.addEventListener("pointerdown", (it) => { stage.setPointerCapture(it.pointerId); point(it); });
  stage.addEventListener("pointermove", (it) => { if (it.buttons) point(it); });
  stage.addEventListener("wheel", (it) => { it.preventDefault(); page.zoom(it.deltaY > 0 ? 1.25 : 0.8); }, { passive: false });
  new ResizeObserver(() => page.draw()).observe(stage);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => page.draw());
  window.addEventListener("hashchange", () => page.go(stepOfLink()));
}

function stepOfLink() { return Number(/^#step=(\d+)$/.exec(location.hash)?.[1] ?? NaN); }

function legend() {
  const words = { task: "task", softirq: "softirq", irq: "interrupt", nmi: "NMI", wait: "waits or is stopped", off: "interrupts off", holds: "holds a lock", wants: "waits for it" };
  for (const [name, text] of Object.entries(words)) {
    const item = document.createElement("span");
    item.style.setProperty("--of", `var(--${name})`);
    item.textContent = text;
    element("legend").append(item);
  }
}

async function data() {
  const inside = element("run").textContent?.trim();
  return inside ? JSON.parse(inside) : (await fetch("run.json")).json();
}

const run = new Run(await data());
document.title = `${run.data.scenario} \u2013 lastwords`;
element("title").textContent = `${run.data.title} (${run.data.scenario}, kernel ${run.data.kernel}, machine ${run.data.machine})`;
element("outcome").textContent = run.data.outcome;
element("why").textContent = run.data.why.join("\n");
element("again").textContent = run.data.again;
drawWaits(element("waits"), run);
legend();
const page = new Page(run);
listen(page);
page.lanes.draw();
const linked = stepOfLink();
page.go(Number.isNaN(linked) ? (run.story.find((it) => it.kind === "panic")?.step ?? 0) : linked);
Object.assign(window, { lwPage: page });
