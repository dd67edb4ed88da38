// The files of a visitor's own lessons. Storage may be refused or hold anything; then there are none.
function listOf(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

/** All files as the bytes of a JSON list: a stream has no limit as a message has. */
export const read = (key) => new TextEncoder().encode(JSON.stringify(listOf(key)));

/** Keeps a file behind the others. */
export function keep(key, text) {
  const kept = listOf(key);
  if (kept.includes(text)) return;
  try {
    localStorage.setItem(key, JSON.stringify([...kept, text]));
  } catch {
    // There is no room; the lesson can be taken until the page is left.
  }
}

/** Forgets all of them. */
export function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // There was nothing to forget.
  }
}
