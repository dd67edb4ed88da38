import { layOut } from '/js/stage/layouts.mjs';
import { equal, isTrue, near } from './check.mjs';

const Stage = { width: 816, height: 588 };
const Phone = { width: 390, height: 390 };

function nearestGap({ x, y }) {
  let gap = Infinity;
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) gap = Math.min(gap, Math.hypot(x[i] - x[j], y[i] - y[j]));
  }
  return gap;
}

function assertFits(layout, size) {
  for (let i = 0; i < layout.x.length; i++) {
    isTrue(layout.x[i] - layout.r >= 0 && layout.x[i] + layout.r <= size.width
      && layout.y[i] - layout.r >= 0 && layout.y[i] + layout.r <= size.height,
    `node ${i} of ${layout.x.length} lies outside a stage ${size.width} wide`);
  }
}

export function Nodes_never_overlap_and_never_leave_the_stage() {
  for (const size of [Stage, Phone]) {
    for (const n of [2, 3, 4, 16, 24, 25, 40, 41, 64, 65, 300, 1000]) {
      const layout = layOut('auto', n, size);
      assertFits(layout, size);
      isTrue(nearestGap(layout) > 2 * layout.r, `${n} nodes overlap on a stage ${size.width} wide`);
    }
  }
}

export function The_arrangement_follows_the_number_of_nodes() {
  const names = [24, 25, 40, 41, 64, 65].map(n => layOut('auto', n, Stage).name);

  equal(names, ['ring', 'two-rings', 'two-rings', 'rings', 'rings', 'cloud']);
}

export function A_ring_begins_at_the_top_and_runs_clockwise() {
  const { x, y } = layOut('ring', 16, Stage);

  near(x[0], 408, 0.5);
  isTrue(y[0] < y[4] && y[4] < y[8], 'n0 is at the top and n8 at the bottom');
  isTrue(x[4] > x[0] && x[12] < x[0], 'n4 is on the right and n12 on the left');
}

export function Neighbours_on_a_ring_are_equally_far_apart() {
  const { x, y } = layOut('ring', 16, Stage);
  const gaps = [...x.keys()].map(i => Math.hypot(x[i] - x[(i + 1) % 16], y[i] - y[(i + 1) % 16]));

  near(Math.max(...gaps), Math.min(...gaps), 4);
}

export function Discs_of_sixteen_nodes_are_large() {
  isTrue(layOut('auto', 16, Stage).r >= 30, 'there is room for discs of 30 px');
  isTrue(layOut('auto', 16, Phone).r >= 15, 'on a phone, for discs of 15 px');
}

export function Nodes_of_a_zone_stand_together() {
  const zones = Array.from({ length: 12 }, (_, i) => i % 2);
  const { x } = layOut('ring', 12, Stage, zones);

  isTrue([0, 2, 4, 6, 8].every(i => x[i] >= 408 - 1), 'zone 0 is on the right');
  isTrue([3, 5, 7, 9, 11].every(i => x[i] <= 408 + 1), 'zone 1 is on the left');
}

export function A_cloud_of_zones_keeps_zones_apart() {
  const zones = Array.from({ length: 500 }, (_, i) => i % 5);
  const layout = layOut('cloud', 500, Stage, zones);

  assertFits(layout, Stage);
  equal(layout.zones.map(zone => zone.zone), [0, 1, 2, 3, 4]);
  for (let i = 0; i < 500; i++) {
    const own = layout.zones[zones[i]];
    isTrue(((layout.x[i] - own.x) / own.rx) ** 2 + ((layout.y[i] - own.y) / own.ry) ** 2 <= 1, `node ${i} strayed`);
  }
}

export function A_tiny_stage_gives_no_nonsense() {
  for (const n of [0, 1, 16, 64, 500]) {
    const layout = layOut('auto', n, { width: 30, height: 20 });
    isTrue([...layout.x, ...layout.y, layout.r].every(Number.isFinite), `${n} nodes on a tiny stage`);
  }
}
