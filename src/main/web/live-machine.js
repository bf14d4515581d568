// The machine shown in detail: its story, faults, parts and end.

import { ask } from "./live-api.js";
import { faultsOf } from "./live-log.js";
import { button, element, make, row, rows, say } from "./live-rows.js";

export class Chosen {
  /** @param {string} id */
  constructor(id) {
    this.id = id;
    this.name = "";
    /** @type {Map<string, string>} */ this.texts = new Map();
    element("moments").replaceChildren();
    element("end").replaceChildren(make("p", "It has not ended."));
    this.faults([]);
    this.parts([]);
    say(element("steps"), "");
    say(element("injected"), "");
    element("chosen").hidden = false;
  }

  /** Its entry in the list of machines. @param {any} it */
  known(it) {
    if (!this.differences) this.differences = faultsOf(it.name);
    this.name = it.name;
    say(element("name"), `${it.name}: ${it.scenario}${it.variant === "default" ? "" : `:${it.variant}`}, ${it.state}`);
    /** @type {HTMLButtonElement} */ (element("inject").querySelector("button")).disabled = it.state === "ended" || it.state === "failed";
    if (it.state === "failed") element("end").replaceChildren(make("p", it.outcome, "bad"));
  }

  /** @param {any[]} faults */
  faults(faults) {
    this.differences?.take(faults);
    for (const it of faults) {
      for (const does of ["begins", "ends"]) this.texts.set(`fault ${it.id} ${does}`, `fault ${it.id} ${does}: ${it.text}`);
    }
    element("harmless").hidden = faults.length > 0;
    const at = element("faults");
    /** @type {HTMLElement} */ (at.closest(".wide")).hidden = faults.length === 0;
    rows(at, faults, (it) => String(it.id), (it) => this.faultRow(it), fault);
  }

  /** @param {any} it */
  faultRow(it) {
    const tr = row(5);
    const path = `v1/machines/${encodeURIComponent(this.id)}/faults/${it.id}`;
    const withdraw = button("withdraw", () => ask(path, undefined, "DELETE").then(() => say(element("injected"), `fault ${it.id} is withdrawn`, ""), refused));
    withdraw.setAttribute("aria-label", `withdraw fault ${it.id}`);
    tr.children[4].append(withdraw);
    return tr;
  }

  /** @param {any[]} parts */
  parts(parts) {
    const nodes = [...new Set(parts.map((it) => it.node))].sort();
    rows(element("parts"), nodes, (it) => it, newNode, (at, it) => partsOf(at, it, parts.filter((part) => part.node === it)));
  }

  /** Lines from a number on, replacing the old ones. @param {any} change */
  story(change) {
    const list = element("moments");
    const box = element("story");
    const follows = box.scrollHeight - box.scrollTop - box.clientHeight < 30;
    while (list.children.length > change.from) list.lastElementChild?.remove();
    list.append(...change.moments.map((/** @type {any} */ it) => moment(it, this.texts)));
    if (follows) box.scrollTop = box.scrollHeight;
    say(element("steps"), `${change.steps} step${change.steps === 1 ? "" : "s"}${change.over ? "" : " so far"}`);
  }

  /** @param {any} report */
  report(report) {
    const { explanation, consoles, pstoreRecords } = report.result;
    const lanes = /** @type {HTMLAnchorElement} */ (make("a", "lanes, step by step"));
    lanes.href = `machines/${encodeURIComponent(this.id)}/`;
    const more = make("p");
    more.append(lanes);
    element("end").replaceChildren(make("p", report.machine.outcome, "outcome"), more, box("why", explanation));
    for (const [name, lines] of Object.entries(consoles)) element("end").append(make("h4", name), box(name, lines));
    element("end").append(make("h4", "pstore"), box("pstore", pstoreRecords));
    if (report.recording) element("end").append(make("p", report.recording));
  }
}

/** @param {string} name @param {string[]} lines */
function box(name, lines) {
  const made = make("pre", lines.length ? lines.join("\n") : "nothing");
  made.tabIndex = 0;
  made.setAttribute("role", "region");
  made.setAttribute("aria-label", name);
  return made;
}

/** @param {HTMLElement} tr @param {any} it */
function fault(tr, it) {
  const [number, text, state, fired, order] = tr.children;
  say(number, String(it.id), "number");
  say(text, it.text);
  say(state, it.state, it.state === "active" ? "bad" : "");
  say(fired, it.fired < 0 ? "known at the end" : String(it.fired), "number");
  /** @type {HTMLButtonElement} */ (order.firstElementChild).hidden = it.state !== "active";
}

function newNode() {
  const made = make("div");
  const free = make("details");
  free.append(make("summary"), make("ul"));
  made.append(make("h4"), make("ul"), free);
  return made;
}

/** Locks that are free, lost with their node, or no longer queried are many and tell little. @param {HTMLElement} at @param {string} node @param {any[]} own */
function partsOf(at, node, own) {
  const [title, list, rest] = /** @type {HTMLElement[]} */ ([...at.children]);
  const quiet = own.filter((it) => it.name.startsWith("lock:") && (it.state === "free" || !it.state));
  say(title, `${node || "nowhere"}: ${own.length} ${own.length === 1 ? "part" : "parts"}`);
  rows(list, groups(own.filter((it) => !quiet.includes(it))), (it) => it.key, newPart, part);
  rest.hidden = quiet.length === 0;
  say(rest.children[0], `${quiet.length} ${quiet.every((it) => it.state === "free") ? "free " : ""}${quiet.length === 1 ? "lock" : "locks"}`);
  rows(/** @type {HTMLElement} */ (rest.children[1]), groups(quiet), (it) => it.key, newPart, part);
}

/** Groups parts that do the same into one line: of 64 CPUs most do. @param {any[]} parts @returns {{key: string, state: string, lost: string, names: string[]}[]} */
function groups(parts) {
  const all = new Map();
  for (const { name, state, lost } of parts) {
    const key = `${state} ${lost}`;
    if (!all.has(key)) all.set(key, { key, state, lost, names: [] });
    all.get(key).names.push(name);
  }
  return [...all.values()];
}

function newPart() {
  const made = make("li");
  made.append(make("b"), " ", make("span"));
  return made;
}

/** @param {HTMLElement} li @param {{state: string, lost: string, names: string[]}} it */
function part(li, it) {
  say(li.children[0], it.names.join(", "));
  li.className = it.names.length > 6 ? "long" : "";
  say(li.children[1], it.lost || it.state, it.lost ? "bad" : "");
}

/** @param {any} it @param {Map<string, string>} faults their texts, as steps name them */
function moment(it, faults) {
  const who = it.cpu < 0 ? "-" : `cpu${it.cpu}`;
  const context = it.context === "task" ? "" : `[${it.context}] `;
  const li = make("li", `${micros(it.ns).padStart(12)}  ${who.padEnd(5)}  ${context}${faults.get(it.text) ?? it.text}`, it.kind);
  if (it.place && it.kind !== "message" && it.kind !== "console") li.append(make("span", `  ${it.function}()  ${it.place}`, "faint"));
  return li;
}

/** @param {number} nanos */
function micros(nanos) { return `${Math.floor(nanos / 1000)}.${String(nanos % 1000).padStart(3, "0")}`; }

/** @param {Error} e */
function refused(e) { say(element("injected"), e.message, "bad"); }

/** @param {() => string} machine the id of the machine shown in detail */
export async function listenForFaults(machine) {
  const form = /** @type {HTMLFormElement} */ (element("inject"));
  form.addEventListener("submit", (submit) => {
    submit.preventDefault();
    const text = /** @type {HTMLInputElement} */ (form.elements.namedItem("fault")).value;
    ask(`v1/machines/${encodeURIComponent(machine())}/faults`, { fault: text })
      .then((it) => say(element("injected"), `fault ${it.id} is ${it.state}: ${it.text}`, ""), refused);
  });
  for (const it of await ask("v1/faults")) {
    const option = /** @type {HTMLOptionElement} */ (make("option", it.title));
    option.value = it.block.replace(/^\{ | \}$/g, "");
    element("examples").append(option);
  }
}
