// Small choices of a visitor, kept in the browser. Storage may be refused; then a choice lasts as long as the page.

/** Whether something is switched on; what it is at first, where nothing was kept. */
export function isOn(key, atFirst) {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? atFirst : kept === "on";
  } catch {
    return atFirst;
  }
}

/** Keeps whether it is. */
export function keep(key, on) {
  try {
    localStorage.setItem(key, on ? "on" : "off");
  } catch {
    // Nothing can be kept here.
  }
}
