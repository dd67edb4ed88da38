/** What lies under a point. Positions are those of the layout; nothing here looks at a canvas. */

/**
 * @param {{ x: ArrayLike<number>, y: ArrayLike<number> }} places
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @returns {number} the nearest node within reach, or -1
 */
export function nearestNode(places, x, y, reach) {
  let nearest = -1;
  let least = reach * reach;
  for (let i = 0; i < places.x.length; i++) {
    const dx = places.x[i] - x;
    const dy = places.y[i] - y;
    const square = dx * dx + dy * dy;
    if (square <= least) {
      least = square;
      nearest = i;
    }
  }
  return nearest;
}

/**
 * @param {Iterable<{ id: number, x: number, y: number }>} marks where flights were drawn last
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @returns {number | null} a flight's id
 */
export function nearestMark(marks, x, y, reach) {
  let nearest = null;
  let least = reach * reach;
  for (const mark of marks) {
    const square = (mark.x - x) ** 2 + (mark.y - y) ** 2;
    if (square <= least) {
      least = square;
      nearest = mark.id;
    }
  }
  return nearest;
}

const Directions = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/**
 * The neighbour an arrow key leads to: near, and rather ahead than aside.
 * @param {{ x: ArrayLike<number>, y: ArrayLike<number> }} places
 * @param {number} from
 * @param {'left'|'right'|'up'|'down'} direction
 * @returns {number} -1 if there is none that way
 */
export function neighbourOf(places, from, direction) {
  const [ux, uy] = Directions[direction] ?? [0, 0];
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < places.x.length; i++) {
    const dx = places.x[i] - places.x[from];
    const dy = places.y[i] - places.y[from];
    const ahead = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy - dy * ux);
    if (i === from || ahead <= 0 || aside > ahead * 2) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}
