// Nodes and machines of the cluster.

import { ask } from "./live-api.js";
import * as logs from "./live-log.js";
import { button, element, make, row, rows, say, time } from "./live-rows.js";

/** @type {Map<string, any>} nodes seen since the page was opened, by address */
const seen = new Map();

/** @param {any} cluster @param {any[]} machines */
export function showNodes(cluster, machines) {
  logs.nodes.take(cluster.members);
  seen.forEach((it) => { it.gone = true; });
  cluster.members.forEach((/** @type {any} */ it) => seen.set(it.address, { ...it, gone: false }));
  const back = new Set(cluster.members.map((/** @type {any} */ it) => it.name));
  seen.forEach((it, address) => { if (it.gone && back.has(it.name)) seen.delete(address); });
  const all = [...seen.values()].sort((a, b) => a.name.localeCompare(b.name));
  rows(element("nodes"), all, (it) => it.address, () => row(4), (tr, it) => node(tr, it, cluster, machines));
  say(element("contact"), `seen from ${cluster.self}`, "");
}

/** @param {HTMLElement} tr @param {any} it @param {any} cluster @param {any[]} machines */
function node(tr, it, cluster, machines) {
  const [name, state, parts, page] = tr.children;
  say(name, it.name || it.address);
  const collects = it.name === cluster.collector ? ", collects traces" : "";
  const alive = it.reachable && !it.gone;
  say(state, it.gone ? "gone" : `${it.status}${it.reachable ? "" : ", unreachable"}${collects}`, alive ? "" : "bad");
  const running = machines.filter((one) => one.state !== "ended" && one.state !== "failed");
  say(parts, it.gone ? "" : String(running.reduce((sum, one) => sum + (one.parts[it.name] ?? 0), 0)), "number");
  link(page, it.self || it.gone ? "" : it.http, it.self ? "this one" : "");
}

/** @param {Element} cell @param {string} address @param {string} otherwise */
function link(cell, address, otherwise) {
  if (!address) {
    say(cell, otherwise);
  } else if (cell.querySelector("a")?.getAttribute("href") !== `${address}/`) {
    const made = /** @type {HTMLAnchorElement} */ (make("a", address.replace(/^https?:\/\//, "")));
    made.href = `${address}/`;
    cell.replaceChildren(made);
  }
}

/** @param {any[]} machines @param {string} chosen @param {(id: string) => void} choose */
export function showMachines(machines, chosen, choose) {
  logs.machines.take(machines);
  const at = element("machines");
  element("none").hidden = machines.length > 0;
  /** @type {HTMLElement} */ (at.closest(".wide")).hidden = machines.length === 0;
  rows(at, machines, (it) => it.id, (it) => machineRow(it, choose), (tr, it) => machine(tr, it, chosen));
}

/** @param {any} it @param {(id: string) => void} choose */
function machineRow(it, choose) {
  const tr = row(7);
  tr.children[0].append(button(it.name, () => choose(it.id)));
  tr.children[3].className = "number";
  tr.children[5].className = "orders";
  const order = (/** @type {string} */ word) => button(word, () => send(it, word));
  tr.children[5].append(...["pause", "resume", "stop", "remove"].map(order));
  return tr;
}

/** @param {HTMLElement} tr @param {any} it @param {string} chosen */
function machine(tr, it, chosen) {
  const [name, runs, state, at, from, orders, outcome] = tr.children;
  name.firstElementChild?.setAttribute("aria-pressed", String(it.id === chosen || it.name === chosen));
  say(runs, `${it.scenario}${it.variant === "default" ? "" : `:${it.variant}`}, ${it.kernel}, ${it.clock}`);
  say(state, it.state, it.state === "failed" ? "bad" : it.state === "running" ? "good" : "");
  say(at, time(it.nanos));
  say(from, it.node);
  const over = it.state === "ended" || it.state === "failed";
  const possible = { pause: it.state === "running", resume: it.state === "paused", stop: !over, remove: true };
  for (const one of orders.children) {
    /** @type {HTMLButtonElement} */ (one).hidden = !possible[/** @type {keyof typeof possible} */ (one.textContent)];
    one.setAttribute("aria-label", `${one.textContent} ${it.name}`);
  }
  end(outcome, it);
}

/** @param {Element} cell @param {any} it */
function end(cell, it) {
  const text = [it.outcome, ...it.trace].filter(Boolean).join("; ");
  if (it.state !== "ended") {
    say(cell, text);
  } else if (cell.querySelector("a")?.textContent !== text) {
    const lanes = /** @type {HTMLAnchorElement} */ (make("a", text));
    lanes.href = `machines/${encodeURIComponent(it.id)}/`;
    lanes.title = "its lanes, step by step";
    cell.replaceChildren(lanes);
  }
}

/** @param {any} it @param {string} word */
async function send(it, word) {
  const path = `v1/machines/${encodeURIComponent(it.id)}`;
  try {
    await (word === "remove" ? ask(path, undefined, "DELETE") : ask(`${path}/${word}`, {}));
    say(element("ordered"), "");
  } catch (e) {
    say(element("ordered"), `${it.name}: ${/** @type {Error} */ (e).message}`, "bad");
  }
}
