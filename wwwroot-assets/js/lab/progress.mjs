/** How far a learner got, lesson by lesson. Storage may be refused or hold anything; then there is no progress. */
export function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
    const entries = Object.entries(kept).filter(([, steps]) => Number.isInteger(steps) && steps >= 0 && steps < 100);
    return Object.fromEntries(entries.slice(0, 200));
  } catch {
    return {};
  }
}

/** Notes that so many steps were answered. */
export function note(key, slug, steps) {
  const kept = read(key);
  kept[slug] = Math.max(kept[slug] ?? 0, steps);
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Nothing can be kept here; the lesson goes on.
  }
}

/** Forgets everything. */
export function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // There was nothing to forget.
  }
}
