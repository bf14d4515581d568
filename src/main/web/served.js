// The page of a run on a node: fetches the run first.

import { authorization } from "./token.js";

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

at("title").textContent = "fetching the run";
const answer = await fetch("run.json", { headers: authorization() });
if (answer.ok) {
  at("run").textContent = await answer.text();
  await import("./main.js");
} else {
  at("title").textContent = "no run to show";
  at("outcome").textContent = answer.status === 401 ? "The node needs a token: open the page of the cluster first." : (await answer.json()).error;
}
