// A grid of cells as one stop of the Tab key: arrows walk, Home and End go to a row's ends, Page keys go ten rows,
// Enter and Space press. Cells come and go while somebody stands on one; who walks stays at the place.

const WAYS = {
  ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0],
  Home: [0, -Infinity], End: [0, Infinity], PageUp: [-10, 0], PageDown: [10, 0],
};

/** Where a key leads from a place, within the grid; null where it leads nowhere. */
export function stepOf(key, [row, column], [rows, columns]) {
  const way = WAYS[key];
  if (way === undefined) return null;
  const clamp = (place, count) => Math.min(Math.max(place, 0), count - 1);
  return [clamp(row + way[0], rows), clamp(column + way[1], columns)];
}

/**
 * @param {HTMLTableElement} table  its cells have role=gridcell
 * @param {object} component        answers Pressed(row, column)
 */
export function create(table, component) {
  let place = [0, 0];
  const rows = () => [...table.tBodies[0].rows];
  const cellsOf = row => [...row.querySelectorAll("[role=gridcell]")];

  function cellAt([row, column]) {
    const line = rows()[row];
    return line === undefined ? null : cellsOf(line)[column] ?? null;
  }

  function placeOf(cell) {
    const line = cell.closest("tr");
    return [rows().indexOf(line), cellsOf(line).indexOf(cell)];
  }

  // One cell can be reached by Tab: the one stood on last, or the first.
  function open() {
    for (const cell of table.querySelectorAll("[role=gridcell][tabindex='0']")) cell.tabIndex = -1;
    const cell = cellAt(place) ?? cellAt([0, 0]);
    if (cell !== null) cell.tabIndex = 0;
  }

  function press(cell) {
    component.invokeMethodAsync("Pressed", ...placeOf(cell)).catch(() => {}); // The page may be leaving.
  }

  function onKey(event) {
    const cell = event.target.closest?.("[role=gridcell]");
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      press(cell);
      return;
    }
    const from = placeOf(cell);
    const next = stepOf(event.key, from, [rows().length, cellsOf(rows()[from[0]]).length]);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    place = next;
    open();
    cellAt(place)?.focus();
  }

  function onClick(event) {
    const cell = event.target.closest?.("[role=gridcell]");
    if (!cell) return;
    place = placeOf(cell);
    open();
    press(cell);
  }

  const changes = new MutationObserver(open);
  changes.observe(table, { childList: true, subtree: true });
  table.addEventListener("keydown", onKey);
  table.addEventListener("click", onClick);
  open();
  return {
    dispose() {
      changes.disconnect();
      table.removeEventListener("keydown", onKey);
      table.removeEventListener("click", onClick);
    },
  };
}
