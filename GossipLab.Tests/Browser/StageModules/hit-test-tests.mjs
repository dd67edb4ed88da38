import { nearestMark, nearestNode, neighbourOf } from '/js/stage/hit-test.mjs';
import { layOut } from '/js/stage/layouts.mjs';
import { equal } from './check.mjs';

const Square = { x: [0, 100, 0, 100], y: [0, 0, 100, 100] };

export function The_nearest_node_within_reach_is_hit() {
  equal(nearestNode(Square, 92, 3, 12), 1);
  equal(nearestNode(Square, 60, 40, 200), 1);
  equal(nearestNode(Square, 50, 50, 12), -1);
  equal(nearestNode({ x: [], y: [] }, 0, 0, 50), -1);
}

export function The_nearest_mark_within_reach_is_hit() {
  const marks = [{ id: 8, x: 10, y: 10 }, { id: 9, x: 20, y: 10 }];

  equal(nearestMark(marks, 17, 11, 12), 9);
  equal(nearestMark(marks, 60, 60, 12), null);
}

export function Arrows_lead_to_the_neighbour_in_their_direction() {
  equal(neighbourOf(Square, 0, 'right'), 1);
  equal(neighbourOf(Square, 0, 'down'), 2);
  equal(neighbourOf(Square, 3, 'left'), 2);
  equal(neighbourOf(Square, 3, 'up'), 1);
  equal(neighbourOf(Square, 0, 'left'), -1);
  equal(neighbourOf(Square, 0, 'sideways'), -1);
}

export function Arrows_reach_every_node_of_a_ring() {
  const ring = layOut('ring', 16, { width: 816, height: 588 });
  const reached = new Set([0]);
  const open = [0];
  while (open.length > 0) {
    const from = open.pop();
    for (const direction of ['left', 'right', 'up', 'down']) {
      const next = neighbourOf(ring, from, direction);
      if (next < 0 || reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }

  equal(reached.size, 16);
}
