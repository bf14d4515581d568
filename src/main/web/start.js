// The page of all scenarios: lists those that contain all words searched for.

/** @typedef {{name: string, title: string, variants: string[]}} Scenario */

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const wanted = /** @type {HTMLInputElement} */ (at("wanted"));
/** @type {{scenarios: Scenario[]}} */
const { scenarios } = JSON.parse(at("run").textContent ?? "");

/** @param {string} name */
const folderOf = (name) => name.slice(0, Math.max(0, name.lastIndexOf("/")));

/** @param {string} text @param {string} name of a scenario, with or without a variant */
function link(text, name) {
  const link = document.createElement("a");
  link.href = `run/${name.split("/").map(encodeURIComponent).join("/")}/`;
  link.textContent = text;
  return link;
}

/** @param {Scenario} one */
function row(one) {
  const item = document.createElement("li");
  item.append(link(one.name.slice(folderOf(one.name).length).replace("/", ""), one.name), ` ${one.title}`);
  const others = one.variants.filter((it) => it !== "default");
  if (others.length === 0) return item;
  const variants = document.createElement("span");
  variants.className = "variants";
  others.forEach((it) => variants.append(" ", link(it, `${one.name}:${it}`)));
  item.append(variants);
  return item;
}

/** @param {string} folder @param {Scenario[]} inside */
function group(folder, inside) {
  const heading = document.createElement("h2");
  heading.textContent = folder || "from the mails";
  const list = document.createElement("ul");
  list.append(...inside.map(row));
  return [heading, list];
}

function draw() {
  const words = wanted.value.toLowerCase().split(/\s+/);
  const found = scenarios.filter((it) => words.every((word) => `${it.name} ${it.title} ${it.variants.join(" ")}`.toLowerCase().includes(word)));
  const folders = [...new Set(found.map((it) => folderOf(it.name)))].sort();
  at("list-of-scenarios").replaceChildren(...folders.flatMap((folder) => group(folder, found.filter((it) => folderOf(it.name) === folder))));
  at("found").textContent = found.length === scenarios.length ? `${found.length} scenarios` : `${found.length} of ${scenarios.length} scenarios`;
}

wanted.addEventListener("input", draw);
draw();
wanted.focus();
