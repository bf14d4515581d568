// The fragment of a link: #step=500&mark=20 or #path=step:0*14,deliver:1:2.

/** @returns {Map<string, string>} */
export function linked() {
  const said = new Map();
  for (const part of location.hash.slice(1).split("&")) {
    const at = part.indexOf("=");
    if (at > 0) said.set(part.slice(0, at), decodeURIComponent(part.slice(at + 1)));
  }
  return said;
}

/** A number in the link, or -1. @param {Map<string, string>} said @param {string} name */
export function numberOf(said, name) {
  const text = said.get(name) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** Updates the address, without a new history entry. @param {Record<string, string>} said */
export function say(said) {
  const parts = Object.entries(said).filter(([, value]) => value !== "").map(([name, value]) => `${name}=${value}`);
  history.replaceState(null, "", `#${parts.join("&")}`);
}
