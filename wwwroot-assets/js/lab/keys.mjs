// Keys that act wherever the focus is, except where a person types or a control needs the key itself.
const typing = "input:not([type=range]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]";
const pressable = "button, a, summary, label, input, [role=tab], [role=option], [role=menuitem]";
const inWay = ".mud-dialog-container, .mud-popover-open .mud-list, [role=menu]";

/** Whether an element keeps a key for itself. */
export function keepsKey(element, key) {
  if (!element) return false;
  if (element.closest(typing)) return true;
  if (element.closest("[data-keys=stage]")) return key === "Enter" || key.startsWith("Arrow");
  return (key === " " || key === "Enter") && element.closest(pressable) !== null;
}

/** The name of a key as the list of shortcuts has it: «Shift+k», «.», «Space». */
export function chordOf(event) {
  const key = event.key === " " ? "Space" : event.key;
  const isLetter = /^[a-z]$/i.test(key);
  return isLetter && event.shiftKey ? `Shift+${key.toLowerCase()}` : isLetter ? key.toLowerCase() : key;
}

/**
 * @param {string[]} chords the chords that mean something
 * @param {object} component answers keyPressed(chord, node)
 */
export function create(chords, component) {
  const wanted = new Set(chords);

  function onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const chord = chordOf(event);
    const isOpen = document.querySelector(inWay) !== null;
    if (!wanted.has(chord) || isOpen || keepsKey(document.activeElement, event.key)) return;
    event.preventDefault();
    const asked = chord === "w" && document.activeElement?.closest("[data-why-scope]")?.querySelector("[data-why-ask]");
    if (asked) {
      asked.click();
      return;
    }
    const node = document.activeElement?.closest("[data-node]")?.dataset.node;
    component.invokeMethodAsync("KeyPressed", chord, node === undefined ? null : Number(node)).catch(() => {});
  }

  document.addEventListener("keydown", onKey);
  return {
    dispose: () => document.removeEventListener("keydown", onKey),
  };
}
