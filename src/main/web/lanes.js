// The picture: a lane for each CPU with its activity, one for panic notifiers, a lane for each lock
// with its holder, arrows for interrupts. Drawing works by pixels, not by steps: a zoomed-out lane
// is never empty, and the most urgent context wins a pixel.

import { CONTEXTS, first, span } from "./run.js";

const LABEL = 116;
const RULER = 18;
const NOTIFIER_LANE = 14;
const MOST_ARROWS = 300;
const MOST_LOCKS = 16; // lanes; further locks are only in the story
const COLOURS = ["fore", "faint", "line", "task", "softirq", "irq", "nmi", "wait", "off", "holds", "wants", "notifier", "arrow", "lost", "accent", "mark", "text"];

export class Lanes {
  /** @param {HTMLCanvasElement} canvas @param {import("./run.js").Run} run @param {import("./axis.js").Axis} axis */
  constructor(canvas, run, axis) {
    this.canvas = canvas;
    this.run = run;
    this.axis = axis;
    const locks = [...new Set(run.holds.map((it) => it.lock))];
    this.locks = locks.slice(0, MOST_LOCKS);
    this.more = locks.length - this.locks.length;
    this.lockLane = new Map(this.locks.map((lock, i) => [lock, i]));
    this.cpuHeight = run.cpus <= 8 ? 26 : run.cpus <= 24 ? 18 : 10;
    this.gap = run.cpus <= 24 ? 4 : 2;
    this.lockHeight = 16;
    this.decisive = -1; // step
    this.width = 0;
    /** @type {Record<string, string>} */ this.colours = {};
  }

  static get label() { return LABEL; }

  get cpusEnd() { return RULER + this.run.cpus * (this.cpuHeight + this.gap); }

  get locksTop() { return this.cpusEnd + (this.run.notifiers.length ? NOTIFIER_LANE + 4 : 0); }

  get height() { return this.locksTop + (this.locks.length + (this.more ? 1 : 0)) * (this.lockHeight + 4) + 6; }

  /** The width without the labels. */
  get stage() { return Math.max(1, this.width - LABEL); }

  draw() {
    const scale = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.canvas.style.height = `${this.height}px`;
    this.canvas.width = Math.round(this.width * scale);
    this.canvas.height = Math.round(this.height * scale);
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    const style = getComputedStyle(document.documentElement);
    for (const name of COLOURS) this.colours[name] = style.getPropertyValue(`--${name}`).trim();
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.textBaseline = "middle";
    this.labels(pen);
    pen.save();
    pen.beginPath();
    pen.rect(LABEL, 0, this.stage, this.height);
    pen.clip();
    pen.translate(LABEL, 0);
    this.ruler(pen);
    for (let cpu = 0; cpu < this.run.cpus; cpu++) this.cpu(pen, cpu);
    this.notifiers(pen);
    this.holds(pen);
    this.arrows(pen);
    this.decision(pen);
    pen.restore();
  }

  /** @param {number} cpu */ top(cpu) { return RULER + cpu * (this.cpuHeight + this.gap); }

  /** @param {number} lock */ lockTop(lock) { return this.locksTop + lock * (this.lockHeight + 4); }

  /** @param {CanvasRenderingContext2D} pen @param {number} size */
  font(pen, size) { pen.font = `${size}px ui-monospace, monospace`; }

  /** @param {CanvasRenderingContext2D} pen */
  labels(pen) {
    this.font(pen, Math.min(12, this.cpuHeight));
    pen.fillStyle = this.colours.fore;
    for (let cpu = 0; cpu < this.run.cpus; cpu++) pen.fillText(`cpu${cpu}`, 6, this.top(cpu) + this.cpuHeight / 2);
    this.font(pen, 12);
    pen.fillStyle = this.colours.faint;
    if (this.run.notifiers.length) pen.fillText("notifiers", 6, this.cpusEnd + NOTIFIER_LANE / 2);
    this.locks.forEach((lock, i) => pen.fillText(short(lock), 6, this.lockTop(i) + this.lockHeight / 2));
    if (this.more) pen.fillText(`${this.more} more locks`, 6, this.lockTop(this.locks.length) + this.lockHeight / 2);
  }

  /** Times above the lanes: equidistant on an axis of time, otherwise those of the steps there. @param {CanvasRenderingContext2D} pen */
  ruler(pen) {
    this.font(pen, 10);
    pen.fillStyle = this.colours.faint;
    pen.strokeStyle = this.colours.line;
    const mark = (/** @type {number} */ x, /** @type {string} */ text) => {
      pen.fillRect(x, RULER - 5, 1, 5);
      pen.fillText(text, x + 3, RULER / 2 - 1);
    };
    if (this.axis.kind === "time") {
      for (const nanos of this.axis.ticks(this.stage)) mark(this.axis.xOf(nanos, this.stage), span(nanos, 0));
    } else {
      for (let x = 0, before = -1; this.run.count && x < this.stage - 60; x += 110) {
        const step = this.axis.step(x, this.stage);
        if (step === before) continue;
        before = step;
        mark(x, this.run.timed ? `${this.run.when(step)} us` : this.run.when(step));
      }
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} cpu */
  cpu(pen, cpu) {
    const { run, axis, stage, cpuHeight: high, colours } = this;
    const own = run.ofCpu[cpu];
    const top = this.top(cpu);
    const last = axis.to < 1 ? first(own, axis.step(stage, stage) + 1) : own.length;
    for (let at = Math.max(0, first(own, axis.step(0, stage)) - 1); at < last; ) {
      const begin = axis.x(own[at], stage);
      let worst = own[at];
      let next = at + 1;
      for (let x; next < own.length && (x = axis.x(own[next], stage)) < begin + 1; next++) {
        if (urgency(run, own[next]) > urgency(run, worst)) worst = own[next];
      }
      // neighbours that look the same are one rectangle
      while (next < last && run.state[own[next]] === run.state[worst]) next++;
      const end = next < own.length ? axis.x(own[next], stage) : stage;
      const wide = Math.max(1, end - begin);
      pen.fillStyle = run.waiting(worst) ? colours.wait : colours[CONTEXTS[run.context(worst)]];
      pen.fillRect(begin, top, wide, high);
      if (run.waiting(worst) && run.context(worst) > 0) {
        pen.fillStyle = colours[CONTEXTS[run.context(worst)]];
        pen.fillRect(begin, top, wide, high / 5);
      }
      if (run.irqsOff(worst)) {
        pen.fillStyle = colours.off;
        pen.fillRect(begin, top + high - high / 6, wide, high / 8);
      }
      at = next;
    }
    if (high > 20) this.functions(pen, own, top);
  }

  /** The functions that a CPU is in, if there is room for their names. @param {CanvasRenderingContext2D} pen @param {number[]} own @param {number} top */
  functions(pen, own, top) {
    const { run, axis, stage } = this;
    this.font(pen, 10);
    pen.fillStyle = this.colours.text;
    const begin = Math.max(0, first(own, axis.step(0, stage)) - 1);
    const end = Math.min(own.length, first(own, axis.step(stage, stage) + 1));
    if (end - begin > stage * 4) return; // no room for any
    for (let at = begin; at < end; ) {
      let next = at + 1;
      while (next < end && run.data.steps.function[own[next]] === run.data.steps.function[own[at]]) next++;
      const from = Math.max(0, axis.x(own[at], stage));
      const to = Math.min(stage, next < own.length ? axis.x(own[next], stage) : stage);
      const name = run.functionOf(own[at]);
      if (name && to - from > name.length * 6 + 6) pen.fillText(name, from + 3, top + this.cpuHeight / 2);
      at = next;
    }
  }

  /** @param {CanvasRenderingContext2D} pen */
  notifiers(pen) {
    this.font(pen, 10);
    for (const it of this.run.notifiers) {
      const from = this.axis.x(it.from, this.stage);
      const to = this.axis.x(Math.min(it.to, this.run.count), this.stage);
      if (to < 0 || from > this.stage) continue;
      pen.fillStyle = this.colours.notifier;
      pen.fillRect(from, this.cpusEnd, Math.max(2, to - from), NOTIFIER_LANE);
      pen.fillStyle = this.colours.text;
      if (to - from > it.name.length * 6 + 6) pen.fillText(it.name, Math.max(from, 0) + 3, this.cpusEnd + NOTIFIER_LANE / 2);
    }
  }

  /** @param {CanvasRenderingContext2D} pen */
  holds(pen) {
    this.font(pen, 9);
    const half = this.lockHeight / 2;
    for (const hold of this.run.holds) {
      const lane = this.lockLane.get(hold.lock);
      if (lane === undefined) continue;
      const from = this.axis.x(hold.from, this.stage);
      const to = this.axis.x(Math.min(hold.to, this.run.count), this.stage);
      if (to < 0 || from > this.stage) continue;
      const top = this.lockTop(lane) + (hold.wanted ? half : 0);
      pen.fillStyle = hold.wanted ? this.colours.wants : this.colours.holds;
      pen.fillRect(from, top, Math.max(1, to - from), half);
      if (to - from > 40) {
        pen.fillStyle = this.colours.text;
        pen.fillText(`cpu${hold.cpu}`, Math.max(from, 0) + 3, top + half / 2);
      }
    }
  }

  /** @param {CanvasRenderingContext2D} pen */
  arrows(pen) {
    let drawn = 0;
    for (const arrow of this.run.arrows) {
      const from = this.axis.x(arrow.sent, this.stage);
      const to = arrow.arrived >= 0 ? this.axis.x(arrow.arrived, this.stage) : from + 24;
      if (Math.max(from, to) < 0 || Math.min(from, to) > this.stage || drawn++ > MOST_ARROWS) continue;
      this.arrow(pen, arrow, from, to);
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {import("./run.js").Arrow} arrow @param {number} from @param {number} to */
  arrow(pen, arrow, from, to) {
    const down = arrow.to > arrow.from;
    const inside = Math.min(8, this.cpuHeight / 3);
    const begin = this.top(Math.max(arrow.from, 0)) + (down ? this.cpuHeight - inside : inside);
    const end = this.top(arrow.to) + (down ? inside : this.cpuHeight - inside);
    const stop = arrow.lost ? (begin + end) / 2 : end;
    pen.strokeStyle = pen.fillStyle = arrow.lost || arrow.taken < 0 ? this.colours.lost : this.colours.arrow;
    pen.lineWidth = 1.5;
    pen.setLineDash(arrow.taken < 0 ? [4, 3] : []);
    pen.beginPath();
    pen.moveTo(from, begin);
    pen.lineTo(to, stop);
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    if (arrow.lost) {
      pen.moveTo(to - 4, stop - 4); pen.lineTo(to + 4, stop + 4);
      pen.moveTo(to + 4, stop - 4); pen.lineTo(to - 4, stop + 4);
      pen.stroke();
    } else {
      const back = down ? -7 : 7;
      pen.moveTo(to, stop); pen.lineTo(to - 4, stop + back); pen.lineTo(to + 4, stop + back);
      pen.fill();
    }
  }

  /** The step that decided the outcome, if known. @param {CanvasRenderingContext2D} pen */
  decision(pen) {
    if (this.decisive < 0) return;
    const x = this.axis.x(this.decisive, this.stage);
    pen.strokeStyle = pen.fillStyle = this.colours.lost;
    pen.lineWidth = 2;
    pen.setLineDash([2, 2]);
    pen.beginPath();
    pen.moveTo(x, RULER);
    pen.lineTo(x, this.height);
    pen.stroke();
    pen.setLineDash([]);
    this.font(pen, 10);
    pen.fillText("decided here", x + 4, this.height - 6);
  }
}

/** @param {import("./run.js").Run} run @param {number} i */
function urgency(run, i) { return run.context(i) * 2 + (run.waiting(i) ? 0 : 1); }

/** @param {string} name */
function short(name) { return name.length > 15 ? `${name.slice(0, 14)}\u2026` : name; }
