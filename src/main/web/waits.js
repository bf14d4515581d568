// Who waits for whom at the end: a CPU waits for one lock, and a lock has one holder, so this is a chain or a ring.

const WIDE = 130;
const HIGH = 26;
const GAP = 90;

/** @param {HTMLElement} place @param {import("./run.js").Run} run */
export function drawWaits(place, run) {
  /** @type {Map<string, string>} */
  const edges = new Map();
  for (const hold of run.holds) {
    if (hold.to < run.count) continue;
    if (hold.wanted) edges.set(`cpu${hold.cpu}`, hold.lock);
    else edges.set(hold.lock, `cpu${hold.cpu}`);
  }
  const chains = [...edges.keys()].filter((it) => it.startsWith("cpu")).map((it) => chain(it, edges)).filter((it) => it.length > 2);
  const longest = chains.sort((a, b) => b.length - a.length)[0];
  if (!longest) return;
  place.append(picture(longest));
}

/** @param {string} from @param {Map<string, string>} edges */
function chain(from, edges) {
  const nodes = [from];
  for (let next = edges.get(from); next !== undefined; next = edges.get(next)) {
    const seen = nodes.includes(next);
    nodes.push(next);
    if (seen) break;
  }
  return nodes;
}

/** @param {string[]} nodes */
function picture(nodes) {
  const ring = nodes.indexOf(nodes[nodes.length - 1]) < nodes.length - 1;
  const boxes = ring ? nodes.slice(0, -1) : nodes;
  const width = boxes.length * (WIDE + GAP) - GAP + 12;
  const svg = shape("svg", { viewBox: `0 0 ${width} ${HIGH + (ring ? 40 : 16)}`, width: String(width), role: "img" });
  svg.setAttribute("aria-label", nodes.map((it, i) => (i === 0 ? it : it.startsWith("cpu") ? `held by ${it}` : `waits for ${it}`)).join(", "));
  boxes.forEach((name, i) => {
    const x = 6 + i * (WIDE + GAP);
    svg.append(shape("rect", { x, y: 6, width: WIDE, height: HIGH, rx: 4 }));
    svg.append(shape("text", { x: x + WIDE / 2, y: 6 + HIGH / 2 + 4, "text-anchor": "middle" }, name.length > 17 ? `${name.slice(0, 16)}\u2026` : name));
    if (i + 1 < boxes.length) arrow(svg, x + WIDE, 6 + HIGH / 2, x + WIDE + GAP, 6 + HIGH / 2, boxes[i + 1].startsWith("cpu") ? "held by" : "waits for");
  });
  if (ring) {
    const back = boxes.indexOf(nodes[nodes.length - 1]);
    const from = 6 + (boxes.length - 1) * (WIDE + GAP) + WIDE / 2;
    const to = 6 + back * (WIDE + GAP) + WIDE / 2;
    svg.append(shape("line", { x1: from, y1: 6 + HIGH, x2: from, y2: HIGH + 26 }), shape("line", { x1: from, y1: HIGH + 26, x2: to, y2: HIGH + 26 }));
    arrow(svg, to, HIGH + 26, to, 6 + HIGH, "");
    svg.append(shape("text", { x: (from + to) / 2, y: HIGH + 22, "text-anchor": "middle" }, nodes[nodes.length - 1].startsWith("cpu") ? "held by" : "waits for"));
  }
  return svg;
}

/** @param {Element} svg @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {string} text */
function arrow(svg, x1, y1, x2, y2, text) {
  svg.append(shape("line", { x1, y1, x2, y2 }));
  const up = y2 < y1;
  const head = up ? [`${x2 - 4},${y2 + 7}`, `${x2 + 4},${y2 + 7}`] : [`${x2 - 7},${y2 - 4}`, `${x2 - 7},${y2 + 4}`];
  const tip = shape("polygon", { points: `${x2},${y2} ${head.join(" ")}` });
  svg.append(tip);
  if (text) svg.append(shape("text", { x: (x1 + x2) / 2, y: y1 - 4, "text-anchor": "middle" }, text));
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [text] */
function shape(name, attributes, text) {
  const it = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, String(value));
  if (text !== undefined) it.textContent = text;
  return it;
}
