// What stands beside the picture: the story, the source, the words so far, the steps around the cursor.

import { CONTEXTS } from "./run.js";

const ROWS = 6; // steps before and after the cursor

/** @param {string} id @returns {HTMLElement} */
export function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** @param {string} name @param {string} text @param {string} [type] */
export function made(name, text, type) {
  const it = document.createElement(name);
  it.textContent = text;
  if (type) it.className = type;
  return it;
}

export class StoryPane {
  /** @param {import("./run.js").Run} run @param {(step: number) => void} go */
  constructor(run, go) {
    this.run = run;
    this.list = element("moments");
    this.list.replaceChildren();
    this.items = run.story.map((moment) => {
      const item = document.createElement("li");
      const when = run.when(moment.step).padStart(12);
      const who = moment.cpu < 0 ? "   - " : `cpu${moment.cpu}`.padEnd(5);
      item.append(made("span", `${when}  ${who} `, "when"), moment.text);
      if (moment.place) item.append(made("span", `  ${moment.place}`, "where"));
      item.addEventListener("click", () => go(moment.step));
      this.list.append(item);
      return item;
    });
    if (run.story.length === 0) this.list.append(made("li", "nothing worth telling yet", "faint"));
    this.current = -1;
  }

  /** @param {number} step */
  show(step) {
    const at = this.run.momentAt(step);
    if (at === this.current) return;
    this.items[this.current]?.removeAttribute("aria-current");
    this.current = at;
    const item = this.items[at];
    if (!item) return;
    item.setAttribute("aria-current", "true");
    const above = item.offsetTop - this.list.offsetTop;
    if (above < this.list.scrollTop || above > this.list.scrollTop + this.list.clientHeight - 24) {
      this.list.scrollTop = Math.max(0, above - this.list.clientHeight / 2);
    }
  }
}

export class SourcePane {
  /** @param {import("./run.js").Run} run @param {() => void} changed @param {string} [side] of two, as the ends of names */
  constructor(run, changed, side = "") {
    this.run = run;
    this.side = side;
    this.pre = element(`source${side}`);
    this.pre.replaceChildren();
    element(`file${side}`).textContent = "";
    this.file = "";
    this.chosen = -1; // a CPU, or that of the current step
    /** @type {HTMLElement[]} */ this.lines = [];
    /** @type {HTMLElement[]} */ this.marked = [];
    element(`cpus${side}`).replaceChildren();
    this.buttons = [-1, ...Array.from({ length: run.cpus }, (_, cpu) => cpu)].map((cpu) => {
      const button = made("button", cpu < 0 ? "current" : `cpu${cpu}`);
      button.addEventListener("click", () => { this.chosen = cpu; changed(); });
      element(`cpus${side}`).append(button);
      return { cpu, button };
    });
  }

  /** @param {number} step */
  show(step) {
    for (const { cpu, button } of this.buttons) button.setAttribute("aria-pressed", String(cpu === this.chosen));
    const at = this.place(this.chosen < 0 ? this.run.cpu(step) : this.chosen, step);
    if (at < 0) return;
    this.open(this.run.file(at));
    this.marked.forEach((line) => { line.removeAttribute("aria-current"); line.querySelector(".cpu")?.remove(); });
    this.marked = [];
    for (let cpu = 0; cpu < this.run.cpus; cpu++) this.mark(cpu, step);
    const line = this.lines[this.run.line(at) - 1];
    if (line) this.pre.scrollTop = line.offsetTop - this.pre.offsetTop - this.pre.clientHeight / 2;
  }

  /** The CPU's last step up to this one that has a place in the source. @param {number} cpu @param {number} step */
  place(cpu, step) {
    if (cpu < 0) return -1;
    const last = this.run.lastOf(cpu, step);
    return last < 0 ? -1 : this.run.placed[last];
  }

  /** @param {number} cpu @param {number} step */
  mark(cpu, step) {
    const at = this.place(cpu, step);
    if (at < 0 || this.run.file(at) !== this.file) return;
    const line = this.lines[this.run.line(at) - 1];
    if (!line) return;
    line.setAttribute("aria-current", "step");
    line.append(made("span", `   <- cpu${cpu}`, "cpu"));
    this.marked.push(line);
  }

  /** @param {string} file */
  open(file) {
    if (file === this.file) return;
    this.file = file;
    element(`file${this.side}`).textContent = file;
    const text = this.run.data.sources[file];
    this.lines = (text === undefined ? ["(the source is not here)"] : text.split("\n")).map(
      (/** @type {string} */ it, /** @type {number} */ i) => {
        const line = made("span", "", "line");
        line.append(made("span", String(i + 1), "number"), it);
        return line;
      });
    this.pre.replaceChildren(...this.lines);
  }
}

export class WordsPane {
  /** @param {import("./run.js").Run} run */
  constructor(run) {
    this.run = run;
    element("sinks").replaceChildren();
    this.sinks = Object.entries(run.data.sinks).map(([name, words]) => {
      const pre = made("pre", "");
      pre.tabIndex = 0;
      pre.setAttribute("aria-label", name);
      element("sinks").append(made("h3", name), pre);
      return { pre, words: /** @type {{step: number, text: string}[]} */ (words), shown: -1 };
    });
  }

  /** @param {number} step */
  show(step) {
    for (const sink of this.sinks) {
      const count = sink.words.filter((it) => it.step <= step).length;
      if (count === sink.shown) continue;
      sink.shown = count;
      sink.pre.textContent = sink.words.slice(0, count).map((it) => it.text).join("") || "nothing yet";
      sink.pre.scrollTop = sink.pre.scrollHeight;
    }
  }
}

export class StepsPane {
  /** @param {import("./run.js").Run} run @param {(step: number) => void} go */
  constructor(run, go) {
    this.run = run;
    this.rows = element("rows");
    this.go = go;
    this.rows.replaceChildren();
    element("unit").textContent = run.timed ? "us" : "step";
  }

  /** @param {number} step */
  show(step) {
    const rows = [];
    for (let i = Math.max(0, step - ROWS); i <= Math.min(this.run.count - 1, step + ROWS); i++) rows.push(this.row(i, i === step));
    this.rows.replaceChildren(...rows);
  }

  /** @param {number} i @param {boolean} current */
  row(i, current) {
    const row = document.createElement("tr");
    const cpu = this.run.cpu(i);
    const context = this.run.context(i);
    const what = (context ? `[${CONTEXTS[context]}] ` : "") + this.run.what(i);
    for (const text of [this.run.when(i), cpu < 0 ? "-" : String(cpu), what, this.run.where(i)]) row.append(made("td", text));
    if (current) row.setAttribute("aria-current", "step");
    row.addEventListener("click", () => this.go(i));
    return row;
  }
}

/** The current step as a sentence. @param {import("./run.js").Run} run @param {number} i */
export function sentence(run, i) {
  const cpu = run.cpu(i) < 0 ? "machine" : `cpu${run.cpu(i)}`;
  const context = run.context(i) ? ` [${CONTEXTS[run.context(i)]}]` : "";
  const moment = run.story[run.momentAt(i)];
  const told = moment && moment.step === i ? ` \u2014 ${moment.text}` : "";
  return `step ${i} of ${run.count}, ${run.timed ? `${run.when(i)} us, ` : ""}${cpu}${context}: ${run.what(i)}  ${run.where(i)}${told}`;
}
