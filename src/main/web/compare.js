// Two runs, one above the other: an event that both have is at one place, and differences are
// marked.

import { aligned } from "./aligned.js";
import { Axis } from "./axis.js";
import { Lanes } from "./lanes.js";
import { linked, numberOf, say } from "./link.js";
import { SourcePane, element, made } from "./panes.js";
import { Run } from "./run.js";

const SIDES = /** @type {const} */ (["left", "right"]);

class Side {
  /** @param {"left" | "right"} name @param {any} data @param {import("./aligned.js").Row[]} rows */
  constructor(name, data, rows) {
    this.name = name;
    this.run = new Run(data);
    this.rows = rows;
    this.axis = new Axis(this.run);
    this.axis.spread(rows.map((row) => (row[name] < 0 ? -1 : this.run.story[row[name]].step)));
    this.lanes = new Lanes(/** @type {HTMLCanvasElement} */ (element(`lanes-${name}`)), this.run, this.axis);
    this.source = new SourcePane(this.run, () => this.source.show(this.step), `-${name}`);
    this.step = 0;
    this.compared = ""; // the file whose lines were compared
    element(`name-${name}`).textContent = [data.scenario, data.kernel && `kernel ${data.kernel}`, data.machine && `machine ${data.machine}`].filter(Boolean).join(", ");
    element(`outcome-${name}`).textContent = data.outcome;
    element(`why-${name}`).textContent = data.why.join("\n");
    element(`again-${name}`).textContent = data.again;
  }

  /** The step of a row, or of the last one before it that this side has. @param {number} row */
  at(row) {
    for (let i = row; i >= 0; i--) {
      const moment = this.rows[i]?.[this.name] ?? -1;
      if (moment >= 0) return this.run.story[moment].step;
    }
    return 0;
  }

  /** @param {number} row @param {Side} other */
  show(row, other) {
    this.step = this.at(row);
    if (this.run.count) this.source.look(this.step);
    if (this.source.file === this.compared) return;
    this.compared = this.source.file;
    const { [this.compared]: its } = other.run.data.sources;
    if (its === undefined) return; // the other run does not get there
    const theirs = new Set(its.split("\n"));
    const lines = (this.run.data.sources[this.compared] ?? "").split("\n");
    lines.forEach((/** @type {string} */ line, /** @type {number} */ i) => this.source.lines[i].classList.toggle("differs", line.trim() !== "" && !theirs.has(line)));
  }

  /** The contents of the sinks at the end. */
  words() {
    return Object.entries(this.run.data.sinks).map(([sink, words]) => ({ sink, lines: words.map((/** @type {{text: string}} */ it) => it.text).join("").split("\n") }));
  }
}

class Comparison {
  /** @param {any} data */
  constructor(data) {
    this.rows = aligned(data.left.story, data.right.story);
    this.sides = { left: new Side("left", data.left, this.rows), right: new Side("right", data.right, this.rows) };
    this.row = 0;
    this.items = this.rows.map((row, i) => this.item(row, i));
    element("rows").replaceChildren(...this.items);
    this.head(data);
    this.words();
  }

  /** @param {any} data */
  head(data) {
    document.title = `${data.left.scenario} \u2013 two runs \u2013 lastwords`;
    element("title").textContent = data.left.title === data.right.title ? data.left.title : `${data.left.title} / ${data.right.title}`;
    const count = this.rows.filter((row) => !row.same).length;
    element("count").textContent = count ? `${count} of ${this.rows.length} events differ` : "all events are the same";
    if (data.left.outcome !== data.right.outcome) SIDES.forEach((side) => element(`outcome-${side}`).classList.add("differs"));
  }

  /** @param {import("./aligned.js").Row} row @param {number} i */
  item(row, i) {
    const item = made("tr", "", row.same ? "" : "differs");
    item.append(made("td", row.same ? "" : row.left < 0 ? ">" : row.right < 0 ? "<" : "\u2260", "sign"), this.cell("left", row), this.cell("right", row));
    item.addEventListener("click", () => this.go(i));
    return item;
  }

  /** @param {"left" | "right"} side @param {import("./aligned.js").Row} row */
  cell(side, row) {
    const cell = made("td", "");
    const { run } = this.sides[side];
    const moment = run.story[row[side]];
    if (moment) cell.append(made("span", `${run.when(moment.step)}  ${moment.cpu < 0 ? "-" : `cpu${moment.cpu}`} `, "when"), moment.text, made("span", moment.place ? `  ${moment.place}` : "", "where"));
    return cell;
  }

  /** @param {number} row */
  go(row) {
    if (this.rows.length === 0) return;
    this.items[this.row].removeAttribute("aria-current");
    this.row = Math.max(0, Math.min(this.rows.length - 1, row));
    const item = this.items[this.row];
    item.setAttribute("aria-current", "true");
    const list = element("list");
    const above = item.offsetTop;
    if (above < list.scrollTop + 24 || above > list.scrollTop + list.clientHeight - 40) list.scrollTop = Math.max(0, above - list.clientHeight / 2);
    if (SIDES.map((side) => this.sides[side].axis.showAt(this.place())).includes(true)) this.draw();
    this.sides.left.show(this.row, this.sides.right);
    this.sides.right.show(this.row, this.sides.left);
    this.cursor();
    say({ row: String(this.row) });
    element("now").textContent = this.sentence();
  }

  place() { return (this.row + 1) / (this.rows.length + 1); }

  cursor() {
    for (const side of SIDES) {
      const { axis, lanes } = this.sides[side];
      const x = Lanes.label + ((this.place() - axis.from) / (axis.to - axis.from)) * lanes.stage;
      element(`cursor-${side}`).style.transform = `translateX(${x}px)`;
    }
  }

  draw() { SIDES.forEach((side) => this.sides[side].lanes.draw()); this.cursor(); }

  sentence() {
    const row = this.rows[this.row];
    const told = (/** @type {"left" | "right"} */ side) => {
      const moment = this.sides[side].run.story[row[side]];
      return moment ? `${moment.text}${row.same || !moment.place ? "" : ` in ${moment.place}`}` : "nothing of that kind";
    };
    return row.same ? `event ${this.row + 1}: ${told("left")}` : `event ${this.row + 1} differs: ${told("left")} / ${told("right")}`;
  }

  /** Goes to the next place where they start to differ, or the previous one. @param {number} by */
  difference(by) {
    for (let i = this.row + by; i >= 0 && i < this.rows.length; i += by) {
      if (!this.rows[i].same && (this.rows[i - 1]?.same ?? true)) { this.go(i); return; }
    }
  }

  first() { const at = this.rows.findIndex((row) => !row.same); if (at >= 0) this.go(at); }

  /** @param {number} factor */
  zoom(factor) { SIDES.forEach((side) => this.sides[side].axis.zoomAt(factor, this.place())); this.draw(); }

  /** The last words of both, and which lines only one of them has. */
  words() {
    for (const side of SIDES) {
      const other = new Map(this.sides[side === "left" ? "right" : "left"].words().map((it) => [it.sink, new Set(it.lines.map(timeless))]));
      for (const { sink, lines } of this.sides[side].words()) {
        const pre = made("pre", "");
        pre.tabIndex = 0;
        pre.setAttribute("aria-label", `${sink}, ${side}`);
        const missing = (/** @type {string} */ line) => line !== "" && !other.get(sink)?.has(timeless(line));
        pre.append(...lines.map((/** @type {string} */ line) => made("span", `${line}\n`, missing(line) ? "differs" : "")));
        if (lines.join("") === "") pre.textContent = "nothing";
        element(`sinks-${side}`).append(made("h3", sink), pre);
      }
    }
  }
}

/** A console line without its timestamp. @param {string} line */
function timeless(line) { return line.replace(/^(<\d>)?\[ *\d+\.\d+\] /, ""); }

/** @param {Comparison} page */
function listen(page) {
  /** @type {Record<string, () => void>} */
  const buttons = {
    first: () => page.first(), "difference-before": () => page.difference(-1), "difference-after": () => page.difference(1),
    before: () => page.go(page.row - 1), after: () => page.go(page.row + 1), in: () => page.zoom(0.5), out: () => page.zoom(2),
  };
  for (const [id, act] of Object.entries(buttons)) element(id).addEventListener("click", act);
  /** @type {Record<string, string>} */
  const keys = { ArrowUp: "before", ArrowDown: "after", ArrowLeft: "difference-before", ArrowRight: "difference-after", "+": "in", "-": "out", Home: "first" };
  document.addEventListener("keydown", (key) => {
    const field = key.target instanceof HTMLElement && key.target.closest("input, select, button, [tabindex]");
    const act = buttons[keys[key.key]];
    if (!act || key.ctrlKey || key.altKey || key.metaKey || (field && field !== document.body)) return;
    key.preventDefault();
    act();
  });
  for (const side of SIDES) {
    const stage = element(`stage-${side}`);
    stage.addEventListener("pointerdown", (it) => {
      const { axis, lanes } = page.sides[side];
      const place = axis.from + ((it.clientX - stage.getBoundingClientRect().left - Lanes.label) / lanes.stage) * (axis.to - axis.from);
      page.go(Math.round(place * (page.rows.length + 1)) - 1);
    });
    new ResizeObserver(() => page.draw()).observe(stage);
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => page.draw());
  window.addEventListener("hashchange", () => { const row = numberOf(linked(), "row"); if (row >= 0) page.go(row); });
}

const row = numberOf(linked(), "row");
const page = new Comparison(JSON.parse(element("run").textContent ?? ""));
listen(page);
page.draw();
if (row >= 0) page.go(row);
else { page.go(0); page.first(); }
Object.assign(window, { lwCompare: page });
