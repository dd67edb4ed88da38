/** Selection, focus and cue in the heat-grid: frames around cells, large enough to be found. */
import { Badge } from './frame-format.mjs';
import { Lasts } from './motion.mjs';
import { cornerOf } from './heat-grid.mjs';

/**
 * @param {CanvasRenderingContext2D} ctx in CSS px
 * @param {import('./picture.mjs').Picture} picture
 * @param {import('./heat-grid.mjs').HeatGrid} view
 * @returns {boolean} whether it goes on moving without a new frame
 */
export function drawGridOutlines(ctx, picture, view) {
  const { cluster, selected, focus } = picture;
  const age = picture.wallMs - picture.cueSince;
  const isBreathing = !picture.isReduced && age < Lasts.breath * Lasts.breaths;
  const breath = isBreathing ? 4 - 4 * Math.cos((age / Lasts.breath) * 2 * Math.PI) : 0;
  const cued = cluster.scene.cue ?? cluster.badges.findIndex(badges => (badges & Badge.Cue) !== 0);
  if (cued >= 0) frame(ctx, picture, view, { index: cued, gap: 4 + breath, dash: [] });
  for (const index of selected) frame(ctx, picture, view, { index, gap: 3, dash: [] });
  if (focus >= 0 && !selected.includes(focus)) frame(ctx, picture, view, { index: focus, gap: 3, dash: [4, 3] });
  return cued >= 0 && isBreathing;
}

function frame(ctx, { palette, dpr }, view, { index, gap, dash }) {
  const cell = view.cellOf[index] ?? -1;
  if (cell < 0) return;
  const corner = cornerOf(view, cell);
  const edge = view.cell / dpr;
  ctx.beginPath();
  ctx.roundRect(corner.x / dpr - gap, corner.y / dpr - gap, edge + 2 * gap - 1, edge + 2 * gap - 1, 3);
  ctx.lineWidth = 4;
  ctx.strokeStyle = palette.css('canvas');
  ctx.stroke();
  ctx.lineWidth = 2;
  ctx.setLineDash(dash);
  ctx.strokeStyle = palette.css('accent');
  ctx.stroke();
  ctx.setLineDash([]);
}
