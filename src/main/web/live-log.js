// Events, found by comparing the current state with the previous one.

import { element, make } from "./live-rows.js";

const MOST = 300;

/** @param {string} text @param {string} [className] */
export function log(text, className) {
  const at = element("log");
  const follows = at.scrollHeight - at.scrollTop - at.clientHeight < 30;
  at.append(make("p", `${new Date().toLocaleTimeString("en-GB")}  ${text}`, className));
  while (at.children.length > MOST) at.firstElementChild?.remove();
  if (follows) at.scrollTop = at.scrollHeight;
}

/** Reports differences between lists of the same kind. @template T */
export class Differences {
  /** @param {(item: T) => string} key @param {(item: T, before: T | undefined) => void} changed @param {(item: T) => void} gone */
  constructor(key, changed, gone) {
    this.key = key;
    this.changed = changed;
    this.gone = gone;
    /** @type {Map<string, T> | null} */ this.before = null;
  }

  /** @param {T[]} items */
  take(items) {
    const now = new Map(items.map((item) => [this.key(item), item]));
    if (this.before) {
      now.forEach((item, key) => this.changed(item, this.before?.get(key)));
      this.before.forEach((item, key) => { if (!now.has(key)) this.gone(item); });
    }
    this.before = now;
  }
}

export const nodes = new Differences(
  (/** @type {any} */ it) => it.address,
  (it, before) => {
    const state = it.reachable ? it.status : `${it.status}, unreachable`;
    const was = before && (before.reachable ? before.status : `${before.status}, unreachable`);
    if (state !== was) log(`${it.name || it.address} is ${state}`, it.reachable ? "" : "bad");
  },
  (it) => log(`${it.name || it.address} is no longer in the cluster`, "bad"),
);

export const machines = new Differences(
  (/** @type {any} */ it) => it.id,
  (it, before) => {
    if (!before) log(`${it.name}: launched on ${it.node}, ${it.state}`);
    else if (before.state !== it.state) log(`${it.name}: ${it.state}${it.outcome ? `, ${it.outcome}` : ""}`, it.state === "failed" ? "bad" : "");
    else if (before.node !== it.node) log(`${it.name}: now controlled from ${it.node}`);
  },
  (it) => log(`${it.name}: removed`),
);

/** @param {string} name of the machine */
export function faultsOf(name) {
  return new Differences(
    (/** @type {any} */ it) => String(it.id),
    (it, before) => {
      const what = `${name}: fault ${it.id} (${it.text})`;
      if (!before) log(`${what} is ${it.state}`);
      else if (before.state !== it.state) log(`${what} is ${it.state}`);
      else if (it.fired > before.fired) log(`${what} has fired, ${it.fired} in all`, "bad");
    },
    () => {},
  );
}
