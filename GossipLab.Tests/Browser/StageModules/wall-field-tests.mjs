import { layOut } from '/js/stage/layouts.mjs';
import { crossing, pullAt, wallLines } from '/js/stage/wall-field.mjs';
import { equal, isTrue, near } from './check.mjs';

const Stage = { width: 816, height: 588 };

function sideOf(n, members) {
  const side = new Uint8Array(n);
  for (const index of members) side[index] = 1;
  return side;
}

export function A_wall_parts_every_layout() {
  for (const [n, members] of [[4, [0]], [16, [2, 3, 4]], [16, [1, 5, 9]], [40, [0, 1, 30]], [64, [3, 50, 63]]]) {
    const layout = layOut('auto', n, Stage);
    const side = sideOf(n, members);
    for (let i = 0; i < n; i++) {
      equal(pullAt(layout, side, layout.x[i], layout.y[i]) > 0, side[i] === 1, `node ${i} of ${n}`);
    }
    isTrue(wallLines(layout, side).length > 0, `no line among ${n} nodes`);
  }
}

export function A_wall_keeps_clear_of_nodes() {
  const layout = layOut('ring', 16, Stage);

  for (const line of wallLines(layout, sideOf(16, [2, 3, 4, 5]))) {
    for (const point of line) {
      for (let i = 0; i < 16; i++) {
        const distance = Math.hypot(layout.x[i] - point.x, layout.y[i] - point.y);
        isTrue(distance > layout.r, `the wall runs through node ${i}`);
      }
    }
  }
}

export function One_side_in_one_piece_makes_one_line() {
  const layout = layOut('ring', 16, Stage);

  equal(wallLines(layout, sideOf(16, [2, 3, 4, 5])).length, 1);
  equal(wallLines(layout, sideOf(16, [1, 9])).length, 2);
}

export function A_link_meets_the_wall_between_its_ends() {
  const layout = layOut('ring', 16, Stage);
  const side = sideOf(16, [0, 1, 2, 3, 4, 5, 6, 7]);

  const share = crossing(layout, side, 1, 12);

  const x = layout.x[1] + (layout.x[12] - layout.x[1]) * share;
  const y = layout.y[1] + (layout.y[12] - layout.y[1]) * share;
  near(pullAt(layout, side, x, y), 0, 1e-9);
  equal(crossing(layout, side, 1, 2), null);
}
