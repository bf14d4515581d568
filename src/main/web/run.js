// A run in the form that the page gets: columns of numbers, and the names to which they refer.

/** @typedef {{lock: string, cpu: number, from: number, to: number, wanted: boolean}} Hold */
/** @typedef {{from: number, to: number, what: string, sent: number, arrived: number, taken: number, lost: boolean}} Arrow */
/** @typedef {{name: string, cpu: number, from: number, to: number}} Notifier */
/** @typedef {{step: number, cpu: number, text: string, place: string, kind: string, until: number}} Moment */

export const CONTEXTS = ["task", "softirq", "irq", "nmi"];
const IRQS_OFF = 4;
const WAITING = 16;

export class Run {
  /** @param {any} data the page's data */
  constructor(data) {
    this.data = data;
    this.count = data.steps.cpu.length;
    this.cpus = data.cpus;
    this.nanos = new Float64Array(this.count);
    let now = 0;
    for (let i = 0; i < this.count; i++) {
      now += data.steps.nanos[i];
      this.nanos[i] = now;
    }
    this.timed = now > 0; // a path of an exploration has no clock
    this.ofCpu = Array.from({ length: this.cpus }, () => /** @type {number[]} */ ([]));
    this.placed = new Int32Array(this.count); // the CPU's last step up to this one that has a place in the source
    this.state = new Uint8Array(this.count); // of its CPU, from this step on
    for (let i = 0; i < this.count; i++) {
      const own = this.ofCpu[this.cpu(i)];
      if (!own) continue;
      const arrives = this.line(i) === 0; // arrives from outside and does not move the CPU
      this.state[i] = arrives ? (own.length ? this.state[own[own.length - 1]] : 0) : data.steps.context[i];
      this.placed[i] = !arrives ? i : own.length ? this.placed[own[own.length - 1]] : -1;
      own.push(i);
    }
    /** @type {Moment[]} */ this.story = data.story;
    /** @type {Hold[]} */ this.holds = data.holds;
    /** @type {Arrow[]} */ this.arrows = data.arrows;
    /** @type {Notifier[]} */ this.notifiers = data.notifiers ?? [];
  }

  /** @param {number} i */ cpu(i) { return this.data.steps.cpu[i]; }
  /** @param {number} i */ context(i) { return this.state[i] & 3; }
  /** @param {number} i */ irqsOff(i) { return (this.state[i] & IRQS_OFF) !== 0; }
  /** @param {number} i */ waiting(i) { return (this.state[i] & WAITING) !== 0; }
  /** @param {number} i */ what(i) { return this.data.names[this.data.steps.what[i]]; }
  /** @param {number} i */ file(i) { return this.data.names[this.data.steps.file[i]]; }
  /** @param {number} i */ line(i) { return this.data.steps.line[i]; }
  /** @param {number} i */ functionOf(i) { return this.data.names[this.data.steps.function[i]]; }

  /** The call that a step's CPU is in, or -1. @param {number} i */
  call(i) { return this.data.calls?.step[i] ?? -1; }

  /** The calls from the outermost to this one. @param {number} call */
  calls(call) {
    const path = [];
    for (let it = call; it >= 0; it = this.data.calls.caller[it]) path.unshift(it);
    return path;
  }

  /** The name of a call's function. @param {number} call */
  called(call) { return `${this.data.calls.function[call]}()`; }

  /** What a step has changed: variables, locks, the state of its CPU, the functions that it is in. @param {number} i @returns {{name: string, before: string, after: string}[]} */
  changed(i) {
    const { changes, names } = this.data;
    const changed = [];
    for (let k = changes ? first(changes.step, i) : 0; changes && changes.step[k] === i; k++) {
      changed.push({ name: names[changes.name[k]], before: names[changes.before[k]], after: names[changes.after[k]] });
    }
    const own = this.ofCpu[this.cpu(i)];
    const last = own ? own[first(own, i) - 1] : undefined;
    if (last === undefined) return changed;
    const who = `cpu${this.cpu(i)}`;
    const say = (/** @type {string} */ name, /** @type {string} */ before, /** @type {string} */ after) => { if (before !== after) changed.push({ name: `${who} ${name}`, before, after }); };
    say("context", CONTEXTS[this.context(last)], CONTEXTS[this.context(i)]);
    say("interrupts", this.irqsOff(last) ? "off" : "on", this.irqsOff(i) ? "off" : "on");
    say("is", this.waiting(last) ? "waiting" : "running", this.waiting(i) ? "waiting" : "running");
    return changed;
  }

  /** The functions that a CPU entered and left at a step. @param {number} i */
  movedTo(i) {
    const own = this.ofCpu[this.cpu(i)];
    const last = own ? own[first(own, i) - 1] : undefined;
    const before = this.calls(last === undefined ? -1 : this.call(last));
    const now = this.calls(this.call(i));
    let same = 0;
    while (same < before.length && before[same] === now[same]) same++;
    return { left: before.slice(same).reverse(), entered: now.slice(same), now };
  }

  /** Where it happened, as kernel developers write it. @param {number} i */
  where(i) {
    const file = this.file(i);
    return file ? `${this.functionOf(i)}()  ${file.slice(file.lastIndexOf("/") + 1)}:${this.line(i)}` : "";
  }

  /** Emulated microseconds, or the step's number if there is no clock. @param {number} i */
  when(i) { return this.timed ? micros(this.nanos[i] ?? 0) : `#${i}`; }

  /** The distance between two steps. @param {number} i @param {number} j */
  apart(i, j) {
    const steps = counted(Math.abs(i - j), "step");
    return this.timed ? `${span(Math.abs(this.nanos[i] - this.nanos[j]))}, ${steps}` : steps;
  }

  /** The last step of a CPU up to step i, or -1. @param {number} cpu @param {number} i */
  lastOf(cpu, i) {
    const own = this.ofCpu[cpu];
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (own[middle] <= i) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? -1 : own[low - 1];
  }

  /** The number of the last moment of the story up to step i, or -1. @param {number} i */
  momentAt(i) {
    let low = 0;
    let high = this.story.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.story[middle].step <= i) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** The index of the first number in a sorted list that is not smaller. @param {ArrayLike<number>} own @param {number} step */
export function first(own, step) {
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (own[middle] < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A number and what it counts: 1 step, 2 steps. @param {number} number @param {string} thing */
export function counted(number, thing) {
  return `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
}

/** A duration in its largest unit. @param {number} nanos @param {number} [least] decimals at least, three at most */
export function span(nanos, least = 3) {
  const units = ["ns", "us", "ms", "s"];
  const unit = nanos < 1e3 ? 0 : nanos < 1e6 ? 1 : nanos < 1e9 ? 2 : 3;
  const text = unit === 0 ? String(Math.round(nanos)) : (nanos / 1000 ** unit).toFixed(3);
  return `${unit === 0 || least ? text : text.replace(/\.?0+$/, "")} ${units[unit]}`;
}

/** Emulated microseconds with three decimals. @param {number} nanos */
export function micros(nanos) {
  return `${Math.floor(nanos / 1000)}.${String(nanos % 1000).padStart(3, "0")}`;
}
