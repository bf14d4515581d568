// Requests to the node that serves this page.

import { authorization } from "./token.js";

/** An answer other than 2xx, with the node's reason. */
export class Refused extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** @param {Response} answer */
async function checked(answer) {
  if (answer.ok) return answer;
  const said = await answer.json().catch(() => ({ error: answer.statusText }));
  throw new Refused(answer.status, said.error);
}

/** @param {string} path @param {any} [body] @param {string} [method] @returns {Promise<any>} */
export async function ask(path, body, method = body === undefined ? "GET" : "POST") {
  /** @type {Record<string, string>} */ const headers = authorization();
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await checked(await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
  return answer.status === 204 ? null : answer.json();
}

/** Server-sent events up to their end. EventSource cannot send a token. @param {string} path @param {AbortSignal} signal @param {(name: string, data: any) => void} take */
export async function follow(path, signal, take) {
  const answer = await checked(await fetch(path, { headers: authorization(), signal }));
  if (!answer.body) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const blocks = (rest + piece.value).split("\n\n");
    rest = /** @type {string} */ (blocks.pop());
    blocks.forEach((block) => event(block, take));
  }
}

/** @param {string} block @param {(name: string, data: any) => void} take */
function event(block, take) {
  const fields = new Map(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]));
  const data = fields.get("data");
  if (data) take(fields.get("event") ?? "", JSON.parse(data));
}
