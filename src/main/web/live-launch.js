// The form that launches a machine.

import { ask } from "./live-api.js";
import { element, make, say } from "./live-rows.js";

const form = () => /** @type {HTMLFormElement} */ (element("launch"));
/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement} */ (form().elements.namedItem(name));

/** @param {HTMLElement} select @param {string[]} names */
function options(select, names) {
  select.replaceChildren(...names.map((name) => make("option", name)));
}

async function describe() {
  const it = await ask(`v1/scenarios/${encodeURIComponent(field("scenario").value)}`);
  options(field("variant"), it.variants);
  say(element("title"), it.title);
}

function order() {
  const of = (/** @type {string} */ name) => field(name).value.trim();
  return {
    scenario: of("scenario"), variant: of("variant"), clock: of("clock"), name: of("name"),
    speed: Number(of("speed")), seed: Number(of("seed")), spread: field("spread").checked, paused: field("paused").checked,
  };
}

/** @param {(id: string) => void} launched */
export async function listenForLaunches(launched) {
  form().addEventListener("submit", (submit) => {
    submit.preventDefault();
    const press = /** @type {HTMLButtonElement} */ (form().querySelector("button"));
    press.disabled = true;
    say(element("launched"), "launching", "");
    ask("v1/machines", order())
      .then((it) => { say(element("launched"), `${it.name} is launched`, ""); launched(it.id); }, (e) => say(element("launched"), e.message, "bad"))
      .finally(() => { press.disabled = false; });
  });
  const names = /** @type {string[]} */ (await ask("v1/scenarios"));
  const inFolder = (/** @type {string} */ name) => name.includes("/");
  options(field("scenario"), [...names.filter((it) => !inFolder(it)), ...names.filter(inFolder)]);
  field("scenario").addEventListener("change", describe);
  await describe();
}
