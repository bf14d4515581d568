// The panes around the picture: the story, the source, the words so far, the steps around the
// cursor.

import { CONTEXTS, first } from "./run.js";

const ROWS = 6; // steps before and after the cursor
const SOURCE_REST = 120; // ms between two updates of the source: laying out a file takes longer than a frame

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

const WINDOW = 400; // moments of a long story in the list at a time

export class StoryPane {
  /** @param {import("./run.js").Run} run @param {(step: number) => void} go */
  constructor(run, go) {
    this.run = run;
    this.go = go;
    this.list = element("moments");
    this.current = -1;
    this.from = 0;
    /** @type {HTMLElement[]} */ this.items = [];
    this.fill(0);
    if (run.story.length === 0) this.list.append(made("li", "nothing worth telling yet", "faint"));
  }

  /** Lists the moments around one. @param {number} at */
  fill(at) {
    const { story } = this.run;
    this.from = Math.max(0, Math.min(story.length - WINDOW, at - WINDOW / 2));
    const to = Math.min(story.length, this.from + WINDOW);
    this.items = story.slice(this.from, to).map((moment) => this.item(moment));
    this.list.replaceChildren(...this.more(this.from, "earlier", this.from - 1), ...this.items, ...this.more(story.length - to, "later", to));
  }

  /** @param {number} count @param {string} when @param {number} at */
  more(count, when, at) {
    if (count <= 0) return [];
    const item = document.createElement("li");
    const button = made("button", `${count} ${when}`);
    button.addEventListener("click", () => this.go(this.run.story[at].step));
    item.append(button);
    return [item];
  }

  /** @param {import("./run.js").Moment} moment */
  item(moment) {
    const item = document.createElement("li");
    const when = this.run.when(moment.step).padStart(12);
    const who = moment.cpu < 0 ? "   - " : `cpu${moment.cpu}`.padEnd(5);
    item.append(made("span", `${when}  ${who} `, "when"), moment.text);
    if (moment.place) item.append(made("span", `  ${moment.place}`, "where"));
    item.addEventListener("click", () => this.go(moment.step));
    return item;
  }

  /** @param {number} step */
  show(step) {
    const at = this.run.momentAt(step);
    if (at === this.current) return;
    this.items[this.current - this.from]?.removeAttribute("aria-current");
    if (at >= 0 && (at < this.from || at >= this.from + this.items.length)) this.fill(at);
    this.current = at;
    const item = this.items[at - this.from];
    if (!item) return;
    item.setAttribute("aria-current", "true");
    const above = item.offsetTop - this.list.offsetTop;
    if (above < this.list.scrollTop || above > this.list.scrollTop + this.list.clientHeight - 24) {
      this.list.scrollTop = Math.max(0, above - this.list.clientHeight / 2);
    }
  }
}

export class SourcePane {
  /** @param {import("./run.js").Run} run @param {() => void} changed @param {string} [side] of two, as a suffix of ids */
  constructor(run, changed, side = "") {
    this.run = run;
    this.side = side;
    this.pre = element(`source${side}`);
    this.pre.replaceChildren();
    element(`file${side}`).textContent = "";
    this.file = "";
    this.chosen = -1; // a CPU, or that of the current step
    this.shown = -SOURCE_REST; // time of the last update
    this.later = 0;
    /** @type {HTMLElement[]} */ this.lines = [];
    /** @type {HTMLElement[]} */ this.marked = [];
    this.choice = this.choices(changed);
    element(`cpus${side}`).replaceChildren(this.choice);
  }

  /** @param {() => void} changed */
  choices(changed) {
    const choice = document.createElement("select");
    choice.setAttribute("aria-label", "CPU whose source is shown");
    for (let cpu = -1; cpu < this.run.cpus; cpu++) choice.append(new Option(cpu < 0 ? "the CPU of this step" : `cpu${cpu}`, String(cpu)));
    choice.addEventListener("change", () => { this.chosen = Number(choice.value); changed(); });
    return choice;
  }

  /** Shows a step at once or, of many in quick succession, the last one. @param {number} step */
  show(step) {
    clearTimeout(this.later);
    const rest = this.shown + SOURCE_REST - performance.now();
    if (rest > 0) this.later = setTimeout(() => this.look(step), rest);
    else this.look(step);
  }

  /** @param {number} step */
  look(step) {
    this.shown = performance.now();
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
      return { pre, words: /** @type {{step: number, text: string}[]} */ (words), steps: words.map((/** @type {{step: number}} */ it) => it.step), shown: -1 };
    });
  }

  /** @param {number} step */
  show(step) {
    for (const sink of this.sinks) {
      const count = first(sink.steps, step + 1);
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

/** What changed at a step, and where its CPU is now. */
export class ChangesPane {
  /** @param {import("./run.js").Run} run */
  constructor(run) {
    this.run = run;
    element("changed").replaceChildren();
    element("stack").textContent = "";
  }

  /** @param {number} step */
  show(step) {
    const rows = this.run.changed(step).map((it) => {
      const row = made("li", "");
      row.append(made("span", it.name, "name"), `: ${it.before} \u2192 `, made("b", it.after));
      return row;
    });
    const { left, entered, now } = this.run.movedTo(step);
    const named = (/** @type {number[]} */ calls) => calls.map((it) => this.run.called(it)).join(", ");
    if (left.length) rows.push(made("li", `cpu${this.run.cpu(step)} leaves ${named(left)}`));
    if (entered.length) rows.push(made("li", `cpu${this.run.cpu(step)} enters ${named(entered)}`));
    element("changed").replaceChildren(...(rows.length ? rows : [made("li", "nothing that others can see", "faint")]));
    element("stack").textContent = now.length ? `in ${now.map((it) => this.run.called(it)).reverse().join(" <- ")}` : "";
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
