/**
 * The plan of the heat-grid: one square cell a node up to 128 x 128, beyond that one cell for several nodes. Cells are
 * whole device pixels, so that they are crisp.
 *
 * @typedef {object} HeatGrid
 * @property {number} cell      edge of a cell with its gap, device px
 * @property {number} columns
 * @property {number} rows
 * @property {number} perCell   nodes in one cell
 * @property {number} cells
 * @property {number} left      device px from the stage's edge
 * @property {number} top
 * @property {Int32Array} cellOf  by node
 * @property {Int32Array} first   by cell: the first node in drawing order, -1 for a gap
 * @property {Int32Array} order   nodes in drawing order
 * @property {{ zone: number, row: number, rows: number }[]} bands
 */

const MostCells = 128 * 128;

/** Room for the rulers, CSS px. */
const RulerLeft = 46;
const RulerTop = 30;
const Edge = 14;
const BandName = 17;

/**
 * @param {number} n
 * @param {{ width: number, height: number }} size CSS px
 * @param {number} dpr
 * @param {number[] | null} zones
 * @returns {HeatGrid}
 */
export function planHeatGrid(n, size, dpr, zones = null) {
  const perCell = Math.max(1, Math.ceil(n / MostCells));
  const groups = bandsOf(n, zones);
  const room = {
    width: Math.max(16, Math.floor((size.width - RulerLeft - Edge) * dpr)),
    height: Math.max(16, Math.floor((size.height - RulerTop - Edge) * dpr)),
  };
  const cell = largestCell(groups, perCell, room, dpr);
  const gap = gapRows(cell, dpr);
  const columns = roundColumns(Math.max(1, Math.floor(room.width / cell)),
    count => rowsFor(groups, perCell, { columns: count, gap }) * cell <= room.height);
  const plan = place(n, groups, perCell, { columns, gap });
  const width = Math.min(columns, plan.widest) * cell;
  return {
    cell, perCell, ...plan, columns,
    left: Math.round(RulerLeft * dpr + (room.width - width) / 2),
    top: Math.round(RulerTop * dpr + Math.max(0, room.height - plan.rows * cell) / 2),
  };
}

function bandsOf(n, zones) {
  if (!zones) return [{ zone: 0, members: Array.from({ length: n }, (_, i) => i) }];
  const bands = new Map();
  for (let i = 0; i < n; i++) {
    if (!bands.has(zones[i])) bands.set(zones[i], []);
    bands.get(zones[i]).push(i);
  }
  return [...bands].sort((a, b) => a[0] - b[0]).map(([zone, members]) => ({ zone, members }));
}

function rowsFor(groups, perCell, { columns, gap }) {
  const gaps = (groups.length - 1) * gap;
  return groups.reduce((sum, { members }) => sum + Math.ceil(Math.ceil(members.length / perCell) / columns), gaps);
}

/** Rows left empty between zones, so that a name fits in. */
const gapRows = (cell, dpr) => Math.max(1, Math.ceil((BandName * dpr) / cell));

function largestCell(groups, perCell, room, dpr) {
  for (let cell = 40; cell > 1; cell--) {
    const shape = { columns: Math.floor(room.width / cell), gap: gapRows(cell, dpr) };
    if (shape.columns > 0 && rowsFor(groups, perCell, shape) * cell <= room.height) return cell;
  }
  return 1;
}

/** Rows that begin at round numbers read better, where they fit. */
function roundColumns(most, fits) {
  for (const step of [100, 50, 20, 10]) {
    const columns = Math.floor(most / step) * step;
    if (columns > 0 && fits(columns)) return columns;
  }
  return most;
}

function place(n, groups, perCell, { columns, gap }) {
  const rows = rowsFor(groups, perCell, { columns, gap });
  const plan = {
    rows, cells: rows * columns, widest: 0, bands: [], cellOf: new Int32Array(n).fill(-1),
    first: new Int32Array(rows * columns).fill(-1), order: new Int32Array(n),
  };
  let row = 0;
  let next = 0;
  for (const { zone, members } of groups) {
    members.forEach((node, k) => {
      const cell = row * columns + Math.floor(k / perCell);
      if (plan.first[cell] < 0) plan.first[cell] = next;
      plan.cellOf[node] = cell;
      plan.order[next++] = node;
    });
    const cells = Math.ceil(members.length / perCell);
    const height = Math.ceil(cells / columns);
    plan.widest = Math.max(plan.widest, Math.min(columns, cells));
    plan.bands.push({ zone, row, rows: height });
    row += height + gap;
  }
  return plan;
}

/**
 * @param {HeatGrid} grid
 * @param {number} x device px
 * @param {number} y device px
 * @returns {number} the cell, or -1
 */
export function cellAt(grid, x, y) {
  const column = Math.floor((x - grid.left) / grid.cell);
  const row = Math.floor((y - grid.top) / grid.cell);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return -1;
  const cell = row * grid.columns + column;
  return grid.first[cell] < 0 ? -1 : cell;
}

/** @param {HeatGrid} grid @param {number} cell @returns {{ x: number, y: number }} its upper left corner, device px */
export function cornerOf(grid, cell) {
  return {
    x: grid.left + (cell % grid.columns) * grid.cell,
    y: grid.top + Math.floor(cell / grid.columns) * grid.cell,
  };
}

/** @param {HeatGrid} grid @param {number} cell @returns {Int32Array} the nodes in it */
export function nodesIn(grid, cell) {
  const start = cell < 0 || cell >= grid.cells ? -1 : grid.first[cell];
  if (start < 0) return grid.order.subarray(0, 0);
  let end = start;
  while (end < grid.order.length && end - start < grid.perCell && grid.cellOf[grid.order[end]] === cell) end++;
  return grid.order.subarray(start, end);
}
