// The picture: a lane for each CPU with what it does, a lane for each lock with who has it, arrows for interrupts.
// The work goes by pixels, not by steps: a zoomed-out lane is never empty, and the most urgent context wins a pixel.

import { CONTEXTS } from "./run.js";

const LABEL = 116;
const CPU_LANE = 26;
const LOCK_LANE = 16;
const MOST_ARROWS = 300;

export class Lanes {
  /** @param {HTMLCanvasElement} canvas @param {import("./run.js").Run} run @param {import("./axis.js").Axis} axis */
  constructor(canvas, run, axis) {
    this.canvas = canvas;
    this.run = run;
    this.axis = axis;
    this.locks = [...new Set(run.holds.map((it) => it.lock))];
    this.width = 0;
  }

  static get label() { return LABEL; }

  get height() { return this.run.cpus * (CPU_LANE + 4) + this.locks.length * (LOCK_LANE + 4) + 8; }

  /** The width of what is not labels. */
  get stage() { return Math.max(1, this.width - LABEL); }

  /** @param {string} name */ colour(name) { return this.style.getPropertyValue(`--${name}`).trim(); }

  draw() {
    const scale = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.canvas.style.height = `${this.height}px`;
    this.canvas.width = Math.round(this.width * scale);
    this.canvas.height = Math.round(this.height * scale);
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    this.style = getComputedStyle(document.documentElement);
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.font = "12px ui-monospace, monospace";
    pen.textBaseline = "middle";
    this.labels(pen);
    pen.save();
    pen.beginPath();
    pen.rect(LABEL, 0, this.stage, this.height);
    pen.clip();
    pen.translate(LABEL, 0);
    for (let cpu = 0; cpu < this.run.cpus; cpu++) this.cpu(pen, cpu);
    this.holds(pen);
    this.arrows(pen);
    pen.restore();
  }

  /** @param {number} cpu */ top(cpu) { return 4 + cpu * (CPU_LANE + 4); }

  /** @param {number} lock */ lockTop(lock) { return 4 + this.run.cpus * (CPU_LANE + 4) + lock * (LOCK_LANE + 4); }

  /** @param {CanvasRenderingContext2D} pen */
  labels(pen) {
    pen.fillStyle = this.colour("fore");
    for (let cpu = 0; cpu < this.run.cpus; cpu++) pen.fillText(`cpu${cpu}`, 6, this.top(cpu) + CPU_LANE / 2);
    pen.fillStyle = this.colour("faint");
    this.locks.forEach((lock, i) => pen.fillText(short(lock), 6, this.lockTop(i) + LOCK_LANE / 2));
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} cpu */
  cpu(pen, cpu) {
    const { run, axis } = this;
    const own = run.ofCpu[cpu];
    const top = this.top(cpu);
    let at = Math.max(0, first(own, axis.step(0, this.stage)) - 1);
    while (at < own.length) {
      const begin = axis.x(own[at], this.stage);
      if (begin > this.stage) break;
      let worst = own[at];
      let next = at + 1;
      while (next < own.length && axis.x(own[next], this.stage) < begin + 1) {
        if (urgency(run, own[next]) > urgency(run, worst)) worst = own[next];
        next++;
      }
      const end = next < own.length ? axis.x(own[next], this.stage) : this.stage;
      pen.fillStyle = this.colour(run.waiting(worst) ? "wait" : CONTEXTS[run.context(worst)]);
      pen.fillRect(begin, top, Math.max(1, end - begin), CPU_LANE);
      if (run.waiting(worst) && run.context(worst) > 0) {
        pen.fillStyle = this.colour(CONTEXTS[run.context(worst)]);
        pen.fillRect(begin, top, Math.max(1, end - begin), 5);
      }
      if (run.irqsOff(worst)) {
        pen.fillStyle = this.colour("off");
        pen.fillRect(begin, top + CPU_LANE - 4, Math.max(1, end - begin), 3);
      }
      at = next;
    }
  }

  /** @param {CanvasRenderingContext2D} pen */
  holds(pen) {
    for (const hold of this.run.holds) {
      const from = this.axis.x(hold.from, this.stage);
      const to = this.axis.x(Math.min(hold.to, this.run.count), this.stage);
      if (to < 0 || from > this.stage) continue;
      const top = this.lockTop(this.locks.indexOf(hold.lock)) + (hold.wanted ? LOCK_LANE / 2 : 0);
      pen.fillStyle = this.colour(hold.wanted ? "wants" : "holds");
      pen.fillRect(from, top, Math.max(1, to - from), LOCK_LANE / 2);
      if (to - from > 40) {
        pen.fillStyle = this.colour("fore");
        pen.font = "9px ui-monospace, monospace";
        pen.fillText(`cpu${hold.cpu}`, Math.max(from, 0) + 3, top + LOCK_LANE / 4);
        pen.font = "12px ui-monospace, monospace";
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
    const begin = this.top(Math.max(arrow.from, 0)) + (down ? CPU_LANE - 8 : 8);
    const end = this.top(arrow.to) + (down ? 6 : CPU_LANE - 6);
    const stop = arrow.lost ? (begin + end) / 2 : end;
    pen.strokeStyle = pen.fillStyle = this.colour(arrow.lost || arrow.taken < 0 ? "lost" : "arrow");
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
}

/** @param {number[]} own @param {number} step */
function first(own, step) {
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (own[middle] < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {import("./run.js").Run} run @param {number} i */
function urgency(run, i) { return run.context(i) * 2 + (run.waiting(i) ? 0 : 1); }

/** @param {string} name */
function short(name) { return name.length > 15 ? `${name.slice(0, 14)}\u2026` : name; }
