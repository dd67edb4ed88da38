/** A lens over the heat-grid: the 9 x 9 nodes around the pointer as real discs. */
import { drawDisc } from './disc.mjs';
import { cellAt, cornerOf, nodesIn } from './heat-grid.mjs';
import { drawHealthRing } from './health-rings.mjs';
import { drawTag } from './overlay.mjs';
import { discOf } from './ring-painter.mjs';
import { nameOf } from './scene.mjs';

const Side = 9;
const Pitch = 25;
const Padding = 10;
const Caption = 24;
const DiscRadius = 8.5;

/** Cells of this size need no lens, only a name, CSS px. */
const LargeCell = 16;

/**
 * @param {CanvasRenderingContext2D} ctx in CSS px
 * @param {import('./picture.mjs').Picture} picture
 * @param {import('./heat-grid.mjs').HeatGrid} view
 */
export function drawMagnifier(ctx, picture, view) {
  const { pointer, dpr } = picture;
  if (!pointer) return;
  const cell = cellAt(view, pointer.x * dpr, pointer.y * dpr);
  if (cell < 0) return;
  if (view.cell >= LargeCell * dpr) {
    drawSource(ctx, picture, view, cell);
    drawTag(ctx, picture, captionOf(picture, view, cell), { x: pointer.x, y: pointer.y - 24, isAsked: true });
    return;
  }
  const column = cell % view.columns;
  const row = Math.floor(cell / view.columns);
  const box = boxNear(picture);
  drawSource(ctx, picture, view, cell);
  drawPanel(ctx, picture, box, captionOf(picture, view, cell));
  for (let dy = -4; dy <= 4; dy++) {
    for (let dx = -4; dx <= 4; dx++) {
      if (column + dx < 0 || column + dx >= view.columns || row + dy < 0 || row + dy >= view.rows) continue;
      const [node] = nodesIn(view, (row + dy) * view.columns + column + dx);
      if (node === undefined) continue;
      const place = { x: box.x + Padding + (dx + 4.5) * Pitch, y: box.y + Padding + (dy + 4.5) * Pitch, r: DiscRadius };
      drawNode(ctx, picture, node, place, dx === 0 && dy === 0);
    }
  }
}

/** Beside the pointer, on the side with more room. */
function boxNear({ pointer, size }) {
  const width = Side * Pitch + 2 * Padding;
  const height = width + Caption;
  const x = pointer.x + 28 + width < size.width ? pointer.x + 28 : pointer.x - 28 - width;
  return {
    x: Math.max(4, Math.min(size.width - width - 4, x)),
    y: Math.max(4, Math.min(size.height - height - 4, pointer.y - height / 2)), width, height,
  };
}

function captionOf({ cluster }, view, cell) {
  const nodes = nodesIn(view, cell);
  const name = nameOf(cluster.scene, nodes[0]);
  return nodes.length === 1 ? name : `${name} … ${nameOf(cluster.scene, nodes[nodes.length - 1])}`;
}

/** The cell pointed at, and the part of the grid that the lens shows. */
function drawSource(ctx, { palette, dpr }, view, cell) {
  const corner = cornerOf(view, cell);
  const edge = view.cell / dpr;
  if (edge < LargeCell) {
    ctx.lineWidth = 1;
    ctx.strokeStyle = palette.css('accent', 0.55);
    ctx.strokeRect(corner.x / dpr - 4 * edge, corner.y / dpr - 4 * edge, Side * edge, Side * edge);
  }
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = palette.css('accent');
  ctx.strokeRect(corner.x / dpr - 1, corner.y / dpr - 1, edge + 1, edge + 1);
}

function drawPanel(ctx, { palette }, { x, y, width, height }, caption) {
  for (const [grow, alpha] of [[5, 0.05], [3, 0.06], [1.5, 0.08]]) {
    ctx.beginPath();
    ctx.roundRect(x - grow, y - grow + 2, width + 2 * grow, height + 2 * grow, 12 + grow);
    ctx.fillStyle = palette.isDark ? `rgba(0,0,0,${alpha * 3})` : palette.css('text', alpha);
    ctx.fill();
  }
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 12);
  ctx.fillStyle = palette.css('canvas');
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.css('border');
  ctx.stroke();
  ctx.font = `600 12px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.css('text');
  ctx.fillText(caption, x + width / 2, y + height - Caption / 2 - 3);
}

function drawNode(ctx, picture, node, place, isCentre) {
  const disc = discOf(picture, node, place);
  drawDisc(ctx, picture.palette, disc);
  drawHealthRing(ctx, picture.palette, disc);
  if (!isCentre) return;
  ctx.beginPath();
  ctx.arc(place.x, place.y, place.r + 3.5, 0, 2 * Math.PI);
  ctx.lineWidth = 1.8;
  ctx.strokeStyle = picture.palette.css('accent');
  ctx.stroke();
}
