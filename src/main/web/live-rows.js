// Elements that are kept while their content changes, so that they keep the focus.

/** @param {string} id @returns {HTMLElement} */
export function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** @param {string} name @param {string} [text] @param {string} [className] @returns {HTMLElement} */
export function make(name, text = "", className = "") {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** @param {Element} at @param {string} text @param {string} [className] */
export function say(at, text, className) {
  if (at.textContent !== text) at.textContent = text;
  if (className !== undefined && at.className !== className) at.className = className;
}

/** @param {string} label @param {() => void} act */
export function button(label, act) {
  const made = /** @type {HTMLButtonElement} */ (make("button", label));
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/**
 * A child for each item, created once and filled on each update.
 * @template T
 * @param {HTMLElement} parent
 * @param {T[]} items
 * @param {(item: T) => string} key
 * @param {(item: T) => HTMLElement} create
 * @param {(child: HTMLElement, item: T) => void} fill
 */
export function rows(parent, items, key, create, fill) {
  const old = new Map([...parent.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, /** @type {HTMLElement} */ (child)]));
  items.forEach((item, i) => {
    let child = old.get(key(item));
    if (!child) {
      child = create(item);
      child.dataset.key = key(item);
    }
    old.delete(key(item));
    fill(child, item);
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
  });
  old.forEach((child) => child.remove());
}

/** A row with this many cells. @param {number} count */
export function row(count) {
  const made = make("tr");
  for (let i = 0; i < count; i++) made.append(make("td"));
  return made;
}

/** Emulated time. @param {number} nanos */
export function time(nanos) {
  if (nanos < 1e6) return `${(nanos / 1e3).toFixed(1)} µs`;
  return nanos < 1e9 ? `${(nanos / 1e6).toFixed(1)} ms` : `${(nanos / 1e9).toFixed(2)} s`;
}
