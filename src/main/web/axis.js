// The horizontal position of a step: by step number, by time, or by the events of the story,
// between which steps are spread evenly, so that a wait of a second and the microsecond before it
// are both visible.

export class Axis {
  /** @param {import("./run.js").Run} run */
  constructor(run) {
    this.run = run;
    this.kind = "events";
    this.from = 0;
    this.to = 1;
    this.whole = Math.max(1, run.count ? run.nanos[run.count - 1] : 1) * 1.02; // ns from left to right, on an axis of time
    this.places = new Float64Array(0);
    this.use("events");
  }

  /** @param {string} kind events, steps or time */
  use(kind) {
    this.kind = kind === "time" && !this.run.timed ? "steps" : kind;
    const { run } = this;
    this.places = new Float64Array(run.count + 1);
    if (kind === "time" && run.timed) {
      for (let i = 0; i < run.count; i++) this.places[i] = run.nanos[i] / this.whole;
    } else if (kind === "steps" || run.story.length === 0) {
      for (let i = 0; i < run.count; i++) this.places[i] = i / Math.max(1, run.count);
    } else {
      this.byEvents();
    }
    this.places[run.count] = 1;
    this.from = 0;
    this.to = 1;
  }

  byEvents() { this.between([0, ...this.run.story.map((it) => it.step), this.run.count]); }

  /** Spreads steps between equidistant stops; -1: this run has no step there. @param {number[]} steps */
  spread(steps) {
    this.kind = "events";
    this.between([0, ...steps, this.run.count]);
  }

  /** @param {number[]} stops */
  between(stops) {
    const share = 1 / (stops.length - 1);
    for (let s = 0, next = 0; s + 1 < stops.length; s = next) {
      for (next = s + 1; stops[next] < 0; next++);
      const steps = stops[next] - stops[s];
      for (let k = 0; k < steps; k++) this.places[stops[s] + k] = (s + (k / steps) * (next - s)) * share;
    }
    this.places[this.run.count] = 1;
  }

  /** The position of step i, in pixels of a stage. @param {number} i @param {number} width */
  x(i, width) {
    return ((this.places[i] - this.from) / (this.to - this.from)) * width;
  }

  /** The position of a time, on an axis of time. @param {number} nanos @param {number} width */
  xOf(nanos, width) { return ((nanos / this.whole - this.from) / (this.to - this.from)) * width; }

  /** Equidistant times, about 110 pixels apart: 1, 2 or 5 times a power of ten. @param {number} width */
  ticks(width) {
    const least = ((this.to - this.from) * this.whole * 110) / width;
    const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
    const apart = [1, 2, 5, 10].map((it) => it * power).find((it) => it >= least) ?? power;
    const ticks = [];
    for (let at = Math.ceil((this.from * this.whole) / apart) * apart; at <= this.to * this.whole && ticks.length < 100; at += apart) ticks.push(at);
    return ticks;
  }

  /** The step at a pixel. @param {number} x @param {number} width */
  step(x, width) {
    const place = this.from + (x / width) * (this.to - this.from);
    let low = 0;
    let high = this.run.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle] <= place) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, Math.min(this.run.count - 1, low - 1));
  }

  /** @param {number} factor below 1: closer @param {number} i the step that stays where it is */
  zoom(factor, i) { this.zoomAt(factor, this.places[i]); }

  /** @param {number} factor @param {number} at the place that stays where it is, 0 to 1 */
  zoomAt(factor, at) {
    const span = Math.min(1, Math.max(Math.min(1, this.kind === "time" ? 20 / this.whole : 4 / (this.run.count + 1)), (this.to - this.from) * factor));
    const left = (at - this.from) / (this.to - this.from);
    this.from = Math.max(0, Math.min(1 - span, at - left * span));
    this.to = this.from + span;
  }

  /** @param {number} by fraction of the visible range */
  pan(by) {
    const span = this.to - this.from;
    this.from = Math.max(0, Math.min(1 - span, this.from + by * span));
    this.to = this.from + span;
  }

  /** Scrolls to make the step visible; returns whether that was necessary. @param {number} i */
  show(i) { return this.showAt(this.places[i]); }

  /** @param {number} at 0 to 1 */
  showAt(at) {
    if (at >= this.from && at <= this.to) return false;
    const span = this.to - this.from;
    this.from = Math.max(0, Math.min(1 - span, at - span / 2));
    this.to = this.from + span;
    return true;
  }
}
