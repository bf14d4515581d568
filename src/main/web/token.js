// The token that a node requires. It stays in this tab, and is lost with it.

const KEY = "lastwords-token";

/** @returns {Record<string, string>} headers of a request */
export function authorization() {
  const token = sessionStorage.getItem(KEY);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** @param {string} token */
export function keep(token) { sessionStorage.setItem(KEY, token.trim()); }
