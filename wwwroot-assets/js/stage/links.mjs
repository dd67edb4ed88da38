/** The way of a message on the stage: from rim to rim, a little left of the axis, so that answers pass beside it. */

const LaneOffset = 4;

/**
 * @typedef {object} Link
 * @property {number} x  where it starts
 * @property {number} y
 * @property {number} ux unit direction
 * @property {number} uy
 * @property {number} length
 */

/**
 * @param {import('./layouts.mjs').Layout} layout
 * @param {number} from
 * @param {number} to
 * @param {number} margin  room between a disc's rim and the link
 * @returns {Link}
 */
export function linkBetween(layout, from, to, margin) {
  const dx = layout.x[to] - layout.x[from];
  const dy = layout.y[to] - layout.y[from];
  const distance = Math.hypot(dx, dy) || 1;
  const ux = dx / distance;
  const uy = dy / distance;
  const trim = Math.min(layout.r + margin, distance * 0.45);
  const lane = Math.min(LaneOffset, layout.r * 0.5);
  return {
    x: layout.x[from] + ux * trim + uy * lane,
    y: layout.y[from] + uy * trim - ux * lane,
    ux, uy, length: distance - 2 * trim,
  };
}

/** @param {Link} link @param {number} share @returns {{ x: number, y: number, ux: number, uy: number }} */
export function pointOn(link, share) {
  const along = link.length * share;
  return { x: link.x + link.ux * along, y: link.y + link.uy * along, ux: link.ux, uy: link.uy };
}
