/** The walls of the scene as lines of the present layout. They draw themselves in and fade out on the wall clock. */
import { crossing, wallLines } from './wall-field.mjs';
import { easeOut, Lasts, progress } from './motion.mjs';
import { linkBetween } from './links.mjs';

/** Above this many nodes a wall is not drawn as a line: there is no room between nodes to see it. */
const MostNodes = 1_000;

/**
 * @typedef {object} WallShape
 * @property {string} name
 * @property {Uint8Array} side
 * @property {import('./wall-field.mjs').Polyline[]} lines
 * @property {number} since  wall ms
 * @property {number | null} endedAt  wall ms, when it was taken away
 */

/**
 * @param {WallShape[]} old
 * @param {import('./scene.mjs').Scene} scene
 * @param {import('./layouts.mjs').Layout} layout
 * @param {number} wallMs
 * @returns {WallShape[]}
 */
export function buildWalls(old, scene, layout, wallMs) {
  if (scene.n > MostNodes || layout.x.length < scene.n) return [];
  const standing = scene.walls.map(wall => {
    const before = old.find(shape => shape.name === wall.name && shape.endedAt === null);
    const side = new Uint8Array(scene.n);
    for (const index of wall.side) side[index] = 1;
    return { name: wall.name, side, lines: wallLines(layout, side), since: before?.since ?? wallMs, endedAt: null };
  });
  const gone = old.filter(shape => !standing.some(wall => wall.name === shape.name))
    .map(shape => ({ ...shape, endedAt: shape.endedAt ?? wallMs }))
    .filter(shape => wallMs - shape.endedAt < Lasts.wallOut);
  return [...standing, ...gone];
}

/** @param {WallShape[]} walls @param {number} wallMs @returns {boolean} */
export function areWallsMoving(walls, wallMs) {
  return walls.some(wall => wallMs - wall.since < Lasts.wallIn || wall.endedAt !== null);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 */
export function drawWalls(ctx, picture) {
  const { palette, wallMs } = picture;
  for (const wall of picture.walls) {
    const shown = picture.isReduced ? 1 : easeOut(progress(wallMs - wall.since, Lasts.wallIn));
    const left = wall.endedAt === null ? 1 : 1 - progress(wallMs - wall.endedAt, Lasts.wallOut);
    if (left <= 0) continue;
    ctx.globalAlpha = left;
    for (const line of wall.lines) drawWall(ctx, palette, line, shown);
    ctx.globalAlpha = 1;
  }
}

function drawWall(ctx, palette, line, shown) {
  const last = Math.max(1, Math.round((line.length - 1) * shown));
  ctx.beginPath();
  line.slice(0, last + 1).forEach((point, i) => ctx[i ? 'lineTo' : 'moveTo'](point.x, point.y));
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  const strokes = [[13, palette.css('canvas')], [8, palette.css('text', 0.16)], [2.5, palette.css('text', 0.75)]];
  for (const [wide, colour] of strokes) {
    ctx.lineWidth = wide;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
  // Bricks: short cross strokes, so that a wall is a wall without its colour too.
  ctx.setLineDash([2, 10]);
  ctx.lineCap = 'butt';
  ctx.lineWidth = 8;
  ctx.strokeStyle = palette.css('text', 0.55);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * Where on its drawn link a message meets a standing wall.
 * @param {import('./picture.mjs').Picture} picture
 * @param {{ from: number, to: number }} flight
 * @param {number} margin
 * @returns {number | null}
 */
export function stopShare(picture, flight, margin) {
  const { layout } = picture;
  for (const wall of picture.walls) {
    if (wall.endedAt !== null) continue;
    const share = crossing(layout, wall.side, flight.from, flight.to);
    if (share === null) continue;
    const link = linkBetween(layout, flight.from, flight.to, margin);
    const [dx, dy] = [layout.x[flight.to] - layout.x[flight.from], layout.y[flight.to] - layout.y[flight.from]];
    const distance = Math.hypot(dx, dy);
    const along = (share * distance - (distance - link.length) / 2 - 8) / Math.max(1, link.length);
    return Math.min(1, Math.max(0.04, along));
  }
  return null;
}
