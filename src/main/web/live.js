// The page of a cluster: one stream of changes, and the user's requests.

import { follow, Refused } from "./live-api.js";
import { showMachines, showNodes } from "./live-cluster.js";
import { listenForLaunches } from "./live-launch.js";
import { log } from "./live-log.js";
import { Chosen, listenForFaults } from "./live-machine.js";
import { element, say } from "./live-rows.js";
import { keep } from "./token.js";

const AGAIN = 1000; // ms until the first retry
const LONGEST = 10000; // and the longest pause between retries

class Page {
  constructor() {
    /** @type {any} */ this.cluster = null;
    /** @type {any[] | null} */ this.machines = null;
    /** @type {Chosen | null} */ this.chosen = null;
    this.abort = new AbortController();
    this.contact = true;
    this.pause = AGAIN;
    this.troubles = "";
    this.forms = false;
  }

  /** @param {string} name @param {any} data */
  take(name, data) {
    if (name === "cluster") this.cluster = data;
    if (name === "machines") this.machines = data;
    if (name === "cluster" || name === "machines") this.list();
    if (name === "troubles") this.trouble(data.join("; "));
    if (name === "faults") this.chosen?.faults(data);
    if (name === "parts") this.chosen?.parts(data);
    if (name === "story") this.chosen?.story(data);
    if (name === "report") this.chosen?.report(data);
  }

  list() {
    if (this.cluster) showNodes(this.cluster, this.machines ?? []);
    if (!this.machines) return;
    showMachines(this.machines, this.chosen?.id ?? "", (id) => this.choose(id));
    const it = this.machines.find((one) => one.id === this.chosen?.id || one.name === this.chosen?.id);
    if (it) this.chosen?.known(it);
    else if (this.chosen?.name) this.choose(""); // it was there, and was removed
  }

  /** @param {string} text */
  trouble(text) {
    if (text && text !== this.troubles) log(text, "bad");
    this.troubles = text;
    say(element("troubles"), text, "bad");
  }

  /** @param {string} id of a machine, empty for none */
  choose(id) {
    if (id === (this.chosen?.id ?? "")) return;
    history.replaceState(null, "", id ? `#machine=${encodeURIComponent(id)}` : location.pathname);
    this.chosen = id ? new Chosen(id) : null;
    element("chosen").hidden = !id;
    this.list();
    this.abort.abort();
  }

  /** Follows the cluster as long as the page is open. */
  async run() {
    for (;;) {
      this.abort = new AbortController();
      const id = this.chosen?.id;
      try {
        await follow(`v1/live${id ? `?machine=${encodeURIComponent(id)}` : ""}`, this.abort.signal, (name, data) => this.heard(name, data));
        throw new Error("the node ends the stream");
      } catch (e) {
        if (!this.abort.signal.aborted) await this.lost(/** @type {Error} */ (e));
      }
    }
  }

  /** @param {string} name @param {any} data */
  heard(name, data) {
    if (!this.contact) log("contact again");
    this.contact = true;
    this.pause = AGAIN;
    if (!this.forms) this.listen();
    this.take(name, data);
  }

  listen() {
    this.forms = true;
    const failed = (/** @type {Error} */ e) => log(e.message, "bad");
    listenForLaunches((id) => this.choose(id)).catch(failed);
    listenForFaults(() => this.chosen?.id ?? "").catch(failed);
  }

  /** @param {Error} e */
  async lost(e) {
    if (e instanceof Refused && e.status === 401) return askForToken();
    if (e instanceof Refused && e.status === 404) {
      log(e.message, "bad");
      return this.choose("");
    }
    if (this.contact) log(`no contact: ${e.message}`, "bad");
    this.contact = false;
    say(element("contact"), "no contact with this node: what you see is as it was", "bad");
    await new Promise((done) => setTimeout(done, this.pause));
    this.pause = Math.min(LONGEST, 1.5 * this.pause);
  }
}

/** @returns {Promise<void>} when there is one to try */
function askForToken() {
  const form = /** @type {HTMLFormElement} */ (element("token"));
  form.hidden = false;
  say(element("contact"), "needs a token", "bad");
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("token"));
  field.focus();
  return new Promise((done) => {
    form.onsubmit = (submit) => {
      submit.preventDefault();
      keep(field.value);
      form.hidden = true;
      done();
    };
  });
}

function linked() { return decodeURIComponent(/^#machine=(.+)$/.exec(location.hash)?.[1] ?? ""); }

const page = new Page();
page.choose(linked());
window.addEventListener("hashchange", () => page.choose(linked()));
page.run();
