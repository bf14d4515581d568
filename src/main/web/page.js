// The page of a run: one cursor that all panes follow.

import { Axis } from "./axis.js";
import { Lanes } from "./lanes.js";
import { linked, numberOf, say } from "./link.js";
import { ChangesPane, SourcePane, StepsPane, StoryPane, WordsPane, element, sentence } from "./panes.js";
import { drawWaits } from "./waits.js";

const SAY_AFTER = 150; // ms without a movement before a screen reader is told

export class Page {
  /** @param {import("./run.js").Run} run */
  constructor(run) {
    this.run = run;
    this.step = 0;
    this.marks = { a: -1, b: -1 };
    this.axis = new Axis(run);
    this.lanes = new Lanes(/** @type {HTMLCanvasElement} */ (element("lanes")), run, this.axis);
    const go = (/** @type {number} */ step) => this.go(step);
    this.source = new SourcePane(run, () => this.source.look(this.step));
    this.panes = [new StoryPane(run, go), this.source, new WordsPane(run), new ChangesPane(run), new StepsPane(run, go)];
    this.scrubber = /** @type {HTMLInputElement} */ (element("scrub"));
    this.scrubber.max = String(Math.max(0, run.count - 1));
    this.timer = 0;
    this.speaking = 0;
    this.axis.use(/** @type {HTMLSelectElement} */ (element("axis")).value);
    this.head();
    this.interactive = 0; // ms from the start of the page until it was interactive
  }

  /** Another run takes its place. */
  leave() {
    clearTimeout(this.speaking);
    clearTimeout(this.source.later);
  }

  head() {
    const { data } = this.run;
    document.title = `${data.scenario || data.title} \u2013 lastwords`;
    const which = data.scenario ? ` (${data.scenario}, kernel ${data.kernel}, machine ${data.machine})` : "";
    element("title").textContent = data.title + which; // a trace does not name its case
    element("outcome").textContent = data.path && !data.over ? "not over yet" : data.outcome;
    element("why").textContent = data.why.join("\n");
    element("again").textContent = data.again;
    element("waits").replaceChildren();
    drawWaits(element("waits"), this.run);
  }

  /** Goes to the step of the link, or to the start of the panic; for a path, to its end. */
  begin() {
    const said = linked();
    this.marks = { a: numberOf(said, "a"), b: numberOf(said, "b") };
    const step = numberOf(said, "step");
    const panics = this.run.story.find((it) => it.kind === "panic")?.step ?? 0;
    this.go(this.run.data.path ? this.run.count - 1 : step < 0 ? panics : step);
    this.interactive = performance.now();
  }

  /** @param {number} step */
  go(step) {
    if (this.run.count === 0) { element("now").textContent = "nothing has happened yet"; this.link(); return; }
    this.step = Math.max(0, Math.min(this.run.count - 1, step));
    if (this.axis.show(this.step)) this.lanes.draw();
    this.scrubber.value = String(this.step);
    this.scrubber.setAttribute("aria-valuetext", `step ${this.step}, ${this.run.when(this.step)}`);
    this.place();
    this.panes.forEach((pane) => pane.show(this.step));
    this.link();
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => { element("now").textContent = sentence(this.run, this.step); }, SAY_AFTER);
  }

  /** The choices of a path, or the current moment. */
  link() {
    const number = (/** @type {number} */ mark) => (mark < 0 ? "" : String(mark));
    const { path } = this.run.data;
    say(path ? { path: path.join(",") } : { step: String(this.step), a: number(this.marks.a), b: number(this.marks.b) });
  }

  /** Moves the cursor and the markers, which are above the picture. */
  place() {
    const at = (/** @type {number} */ step) => Lanes.label + this.axis.x(step, this.lanes.stage);
    element("cursor").style.transform = `translateX(${at(this.step)}px)`;
    for (const [name, step] of Object.entries(this.marks)) {
      const marker = element(`marker-${name}`);
      marker.hidden = step < 0 || at(step) < Lanes.label;
      marker.style.transform = `translateX(${at(Math.max(0, step))}px)`;
    }
    element("difference").textContent = this.difference();
  }

  difference() {
    const { a, b } = this.marks;
    const { run } = this;
    if (a >= 0 && b >= 0) return `from A to B: ${run.apart(a, b)}`;
    const mark = a >= 0 ? a : b;
    return mark < 0 ? "" : `from ${a >= 0 ? "A" : "B"} to here: ${run.apart(mark, this.step)}`;
  }

  draw() { this.lanes.draw(); this.place(); }

  /** @param {number} by */
  event(by) {
    const at = this.run.momentAt(this.step);
    const onIt = this.run.story[at]?.step === this.step;
    const kind = /** @type {HTMLSelectElement} */ (element("kind")).value;
    for (let i = by > 0 ? at + 1 : onIt ? at - 1 : at; i >= 0 && i < this.run.story.length; i += by) {
      const moment = this.run.story[i];
      if ((kind === "" || moment.kind === kind) && moment.step !== this.step) { this.go(moment.step); return; }
    }
  }

  /** @param {number} factor */
  zoom(factor) { this.axis.zoom(factor, this.step); this.draw(); }

  /** @param {number} by fraction of the visible range */
  pan(by) { this.axis.pan(by); this.draw(); }

  /** Goes to the next or previous step that contains the text. @param {string} text @param {number} by */
  find(text, by) {
    const wanted = text.toLowerCase();
    const { count } = this.run;
    for (let k = 1; wanted && k <= count; k++) {
      const i = (this.step + by * k + count * 2) % count;
      if (`${this.run.what(i)} ${this.run.where(i)}`.toLowerCase().includes(wanted)) { this.go(i); element("found").textContent = ""; return; }
    }
    element("found").textContent = wanted ? "no step has that" : "";
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

  /** Sets or removes a marker here. @param {"a" | "b"} name */
  mark(name) {
    this.marks[name] = this.marks[name] === this.step ? -1 : this.step;
    this.place();
    this.link();
  }
}
