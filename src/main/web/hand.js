// Exploring by hand: what can happen next, which outcomes are still possible, and the path to here.
// The server has the machine; the choices are a path, which is in the link.

import { element, made } from "./panes.js";
import { counted } from "./run.js";

/** @typedef {{word: string, cpu: number, when: string, possible: boolean, context: string, what: string, where: string}} Way */
/** @typedef {{states: number, bound: string, all: boolean, outcomes: {outcome: string, path: string[], endless: boolean}[]}} Possible */

const HEADINGS = { now: "", early: "Time passes early, as on an overloaded host", fault: "A fault" };

const MOST_ROWS = 8; // outcomes listed before all are requested

export class Hand {
  /** @param {(data: any) => void} show receives what the server knows about a path */
  constructor(show) {
    this.show = show;
    /** @type {string[]} */ this.path = [];
    this.asking = new AbortController();
    element("undo").addEventListener("click", () => this.back());
    element("restart").addEventListener("click", () => this.at([]));
  }

  get times() { return /** @type {HTMLSelectElement} */ (element("times")).value; }

  /** Follows a path from the start. @param {string[]} path @param {string} [next] a choice to follow it @param {string} [times] */
  async at(path, next, times) {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const data = await ask("path.json", { path: path.join(","), next: next ?? "", times: times ?? "1" }, signal);
      this.path = data.path;
      element("trouble").textContent = "";
      this.show(data);
      this.draw(data);
      await this.look(data, signal);
    } catch (trouble) {
      if (!signal.aborted) element("trouble").textContent = String(trouble instanceof Error ? trouble.message : trouble);
    }
  }

  /** Undoes the last choice. */
  back() {
    const last = this.path[this.path.length - 1];
    if (last === undefined) return;
    const [word, count] = last.split("*");
    const times = Number(count ?? 1) - Number(this.times);
    this.at([...this.path.slice(0, -1), ...(times > 0 ? [times > 1 ? `${word}*${times}` : word] : [])]);
  }

  /** @param {any} data */
  draw(data) {
    element("ways").replaceChildren(...(data.next.length ? Object.keys(HEADINGS).flatMap((when) => this.ways(data.next, when)) : [over(data)]));
    const words = this.path.map((/** @type {string} */ word, /** @type {number} */ i) => {
      const button = made("button", word);
      button.title = "go back to here";
      button.addEventListener("click", () => this.at(this.path.slice(0, i + 1)));
      return button;
    });
    element("path").replaceChildren(...(words.length ? words : [made("span", "nothing chosen yet", "faint")]));
    for (const id of ["undo", "restart"]) /** @type {HTMLButtonElement} */ (element(id)).disabled = words.length === 0;
  }

  /** @param {Way[]} all @param {string} when */
  ways(all, when) {
    const ways = all.filter((it) => it.when === when);
    const list = ways.map((it) => this.way(it));
    if (list.length === 0 || when === "now") return list;
    const more = document.createElement("details");
    more.append(made("summary", `${HEADINGS[/** @type {keyof HEADINGS} */ (when)]} (${list.length})`), ...list);
    return [more];
  }

  /** @param {Way} way */
  way(way) {
    const row = made("div", "", "way");
    const button = /** @type {HTMLButtonElement} */ (made("button", `cpu${way.cpu}`));
    button.disabled = !way.possible;
    button.setAttribute("aria-label", `cpu${way.cpu}: ${way.what}`);
    button.addEventListener("click", () => this.at(this.path, way.word, this.times));
    const context = way.context && way.context !== "task" ? `[${way.context}] ` : "";
    const text = made("span", `${context}${way.what}${way.possible ? "" : " \u2014 has to wait for another CPU"}`, "what");
    const still = made("span", "", "still");
    still.dataset.word = way.word;
    row.append(button, text, made("span", way.where, "where"), still);
    return row;
  }

  /** Queries what is still possible: from here, then after each choice. @param {any} data @param {AbortSignal} signal */
  async look(data, signal) {
    const place = element("possible");
    place.replaceChildren(made("p", data.over ? "The run is over." : "exploring what can follow \u2026", "faint"));
    if (data.over) return;
    const here = await possible(this.path, signal);
    place.replaceChildren(...this.outcomes(here));
    if (here.all && here.outcomes.length < 2) return; // no choice changes that
    for (const way of /** @type {Way[]} */ (data.next)) {
      if (way.possible && way.when === "now") this.still(way.word, await possible([...this.path, way.word], signal), here);
    }
  }

  /** @param {Possible} here */
  outcomes(here) {
    const known = here.all
      ? `${here.outcomes.length === 1 ? "Only this is still possible" : `${counted(here.outcomes.length, "outcome")} are still possible`} (${counted(here.states, "state")})`
      : `A bound was reached (${here.bound}): ${here.outcomes.length ? "other outcomes may also be possible" : "no outcome has been found yet"}`;
    const rows = here.outcomes.map((it) => {
      const row = made("li", it.outcome + (it.endless ? " (repeats for ever)" : ""));
      const follow = made("button", "follow");
      follow.setAttribute("aria-label", `follow a shortest path to: ${it.outcome}`);
      follow.addEventListener("click", () => this.at(it.path));
      row.append(" ", follow);
      return row;
    });
    const list = document.createElement("ul");
    list.append(...rows.slice(0, MOST_ROWS));
    const more = document.createElement("details");
    const rest = document.createElement("ul");
    rest.append(...rows.slice(MOST_ROWS));
    more.append(made("summary", `${rows.length - MOST_ROWS} more`), rest);
    return [made("p", known, here.all ? "" : "warn"), list, ...(rows.length > MOST_ROWS ? [more] : [])];
  }

  /** @param {string} word @param {Possible} there @param {Possible} here */
  still(word, there, here) {
    const place = [...document.querySelectorAll("#ways .still")].find((it) => /** @type {HTMLElement} */ (it).dataset.word === word);
    if (!place) return;
    const gone = here.all && there.all && there.outcomes.length < here.outcomes.length;
    const count = there.outcomes.length;
    const least = there.all ? "" : "at least ";
    place.textContent = gone && count === 1 ? `decides: ${there.outcomes[0].outcome}` : `then ${least}${count} outcome${count === 1 ? "" : "s"}`;
    place.classList.toggle("warn", gone);
  }
}

/** @param {any} data */
function over(data) {
  const end = made("p", "The run is over here. ");
  if (data.witness) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([data.witness], { type: "text/plain" }));
    link.download = "by-hand.witness";
    link.textContent = "Save it as a witness";
    end.append(link, " for lastwords replay.");
  }
  return end;
}

/** @param {string[]} path @param {AbortSignal} signal @returns {Promise<Possible>} */
function possible(path, signal) { return ask("outcomes.json", { path: path.join(",") }, signal); }

/** @param {string} what @param {Record<string, string>} query @param {AbortSignal} signal */
async function ask(what, query, signal) {
  const answer = await fetch(`${what}?${new URLSearchParams(query)}`, { signal });
  if (!answer.ok) throw new Error((await answer.text()) || `the server answered ${answer.status}`);
  return answer.json();
}

/** What decided a run, as a sentence, and the step that did it; -1: unknown. @param {string[]} path */
export async function decision(path) {
  const it = await ask("decision.json", { path: path.join(",") }, new AbortController().signal);
  if (it.known === "certain") return { step: -1, text: "nothing: no other outcome was ever possible" };
  if (it.known !== "decided") return { step: -1, text: `not known: a bound of ${it.bound.toLocaleString("en")} states was reached` };
  const [nearest, ...more] = it.others;
  const others = more.length ? ` and ${more.length} others` : "";
  return { step: it.step, text: `choice ${it.choice} of ${it.choices}, at step ${it.step}: before it, other outcomes were still possible: ${nearest}${others}` };
}
