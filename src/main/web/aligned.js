// Two stories side by side: what both tell is in one row, differences are marked.

/** @typedef {import("./run.js").Moment} Moment */
/** @typedef {{left: number, right: number, same: boolean}} Row numbers of moments, -1 where a side has none */

const MOST = 4_000_000; // table cells; longer stories are compared row by row

/** @param {Moment[]} left @param {Moment[]} right @returns {Row[]} */
export function aligned(left, right) {
  const a = left.map(key);
  const b = right.map(key);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const rows = range(head).map((i) => ({ left: i, right: i, same: true }));
  rows.push(...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head));
  rows.push(...range(tail).map((i) => ({ left: a.length - tail + i, right: b.length - tail + i, same: true })));
  return rows;
}

/** What two moments must have in common to count as the same: not the time, nor the line. @param {Moment} it */
function key(it) {
  return `${it.cpu}|${it.kind}|${it.text.replace(/\d+(\.\d+)? (ns|us|ms|s)\b/g, "#")}|${it.place.replace(/\s.*/, "")}`;
}

/** @param {number} count */
function range(count) { return Array.from({ length: count }, (_, i) => i); }

/** @param {string[]} a @param {string[]} b @param {number} offset @returns {Row[]} */
function middle(a, b, offset) {
  const pairs = a.length * b.length > MOST ? [] : common(a, b);
  /** @type {Row[]} */ const rows = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...pairs, [a.length, b.length]]) {
    while (i < x || j < y) rows.push({ left: i < x ? offset + i++ : -1, right: j < y ? offset + j++ : -1, same: false });
    if (x < a.length) rows.push({ left: offset + i++, right: offset + j++, same: true });
  }
  return rows;
}

/** The longest common subsequence, as pairs of indices. @param {string[]} a @param {string[]} b */
function common(a, b) {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] = a[i] === b[j] ? length[(i + 1) * width + j + 1] + 1 : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}
