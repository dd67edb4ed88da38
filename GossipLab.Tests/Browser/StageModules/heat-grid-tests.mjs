import { cellAt, cornerOf, nodesIn, planHeatGrid } from '/js/stage/heat-grid.mjs';
import { equal, isTrue } from './check.mjs';

const Stage = { width: 816, height: 588 };

export function Every_node_has_a_cell_and_every_cell_its_nodes() {
  for (const [n, zoneCount] of [[1001, 0], [10_000, 0], [10_000, 4], [20_000, 0], [20_000, 3]]) {
    const zones = zoneCount ? Array.from({ length: n }, (_, i) => i % zoneCount) : null;
    const grid = planHeatGrid(n, Stage, 1, zones);
    const seen = new Set();
    for (let cell = 0; cell < grid.cells; cell++) {
      for (const node of nodesIn(grid, cell)) {
        equal(grid.cellOf[node], cell, `node ${node} of ${n}`);
        seen.add(node);
      }
    }
    equal(seen.size, n, 'nodes in cells');
  }
}

export function Up_to_16384_nodes_have_a_cell_each() {
  equal([10_000, 16_384, 16_385, 20_000].map(n => planHeatGrid(n, Stage, 2).perCell), [1, 1, 2, 2]);
}

export function The_grid_fits_the_stage() {
  for (const size of [Stage, { width: 390, height: 390 }]) {
    for (const dpr of [1, 2]) {
      const grid = planHeatGrid(10_000, size, dpr);
      const last = cornerOf(grid, grid.cellOf[9_999]);
      isTrue(last.x + grid.cell <= size.width * dpr, 'the last cell is right of the stage');
      isTrue(last.y + grid.cell <= size.height * dpr, 'the last cell is below the stage');
    }
  }
}

export function Rows_begin_at_round_numbers_where_that_fits() {
  equal(planHeatGrid(10_000, Stage, 1).columns % 10, 0);
}

export function A_point_finds_its_cell_and_the_outside_finds_none() {
  const grid = planHeatGrid(10_000, Stage, 1);
  const cell = grid.cellOf[4321];
  const corner = cornerOf(grid, cell);

  equal(cellAt(grid, corner.x, corner.y), cell);
  equal(cellAt(grid, corner.x + grid.cell - 1, corner.y + grid.cell - 1), cell);
  equal(cellAt(grid, grid.left - 1, grid.top), -1);
  equal(cellAt(grid, grid.left, grid.top + grid.rows * grid.cell), -1);
}

export function Zones_are_bands_with_room_for_a_name_between() {
  const zones = Array.from({ length: 3000 }, (_, i) => (i < 1200 ? 7 : 9));
  const grid = planHeatGrid(3000, Stage, 1, zones);

  equal(grid.bands.map(band => band.zone), [7, 9]);
  isTrue((grid.bands[1].row - grid.bands[0].rows) * grid.cell >= 16, 'a name needs 16 px');
  equal(nodesIn(grid, grid.bands[0].rows * grid.columns).length, 0, 'nodes in the empty row');
}
