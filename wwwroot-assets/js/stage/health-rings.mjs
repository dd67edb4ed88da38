/** Rings around a disc: what is believed of the node's health. Each state has its own line, not only its own colour. */
import { Ring } from './frame-format.mjs';

const Turn = 2 * Math.PI;
const Top = -Math.PI / 2;

/** @param {number} r of the disc @returns {number} of the ring around it */
export const ringRadius = r => r + Math.max(2.5, Math.min(5, r * 0.16));

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./palette.mjs').Palette} palette
 * @param {{ x: number, y: number, r: number, ring: number, ringShown: number, hasArc: boolean }} disc
 *   ringShown 0..1: how far the ring has appeared
 */
export function drawHealthRing(ctx, palette, disc) {
  const colour = palette.rings[disc.ring] ?? 'none';
  const base = ctx.globalAlpha;
  ctx.globalAlpha = base * Math.min(1, disc.ringShown);
  ctx.strokeStyle = palette.css(colour);
  const wide = Math.max(1.5, Math.min(2.5, disc.r * 0.09));
  if (disc.ring === Ring.Alive) line(ctx, disc, wide, []);
  if (disc.ring === Ring.Suspect && !disc.hasArc) line(ctx, disc, wide + 0.5, [5, 3.5]);
  if (disc.ring === Ring.Dead) drawDead(ctx, disc, wide, palette.css('canvas', 0.85));
  if (disc.ring === Ring.Left) line(ctx, disc, wide, [0.1, wide * 2.2]);
  if (disc.ring === Ring.Joining) line(ctx, disc, wide, [0.1, wide * 2.2], disc.ringShown);
  ctx.globalAlpha = base;
}

function line(ctx, { x, y, r }, wide, dash, share = 1) {
  ctx.beginPath();
  ctx.arc(x, y, ringRadius(r), Top, Top + Turn * share);
  ctx.lineWidth = wide;
  ctx.lineCap = dash.length > 0 && dash[0] < 1 ? 'round' : 'butt';
  ctx.setLineDash(dash);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
}

function drawDead(ctx, disc, wide, halo) {
  line(ctx, disc, wide + 1.5, []);
  const { x, y, r } = disc;
  const reach = r * 0.62;
  const first = Math.min(1, disc.ringShown * 2);
  const second = Math.max(0, disc.ringShown * 2 - 1);
  ctx.beginPath();
  ctx.moveTo(x - reach, y - reach);
  ctx.lineTo(x - reach + 2 * reach * first, y - reach + 2 * reach * first);
  if (second > 0) {
    ctx.moveTo(x + reach, y - reach);
    ctx.lineTo(x + reach - 2 * reach * second, y - reach + 2 * reach * second);
  }
  ctx.lineCap = 'round';
  const colour = ctx.strokeStyle;
  ctx.lineWidth = wide + 3.5;
  ctx.strokeStyle = halo;
  ctx.stroke();
  ctx.lineWidth = wide + 1;
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.lineCap = 'butt';
}

/**
 * The countdown of a suspicion: a dashed ring that empties clockwise, an exact function of virtual time.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./palette.mjs').Palette} palette
 * @param {{ x: number, y: number, r: number }} disc
 * @param {number} gone 0..1
 */
export function drawCountdown(ctx, palette, { x, y, r }, gone) {
  const radius = ringRadius(r);
  const wide = Math.max(2, Math.min(3.5, r * 0.12));
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Turn);
  ctx.lineWidth = wide;
  ctx.strokeStyle = palette.css('suspect', 0.2);
  ctx.stroke();
  if (gone >= 1) return;
  ctx.beginPath();
  // Drawn backwards from the top, so that the dashes stay and the emptying end eats them.
  ctx.arc(x, y, radius, Top, Top + Turn * Math.max(1e-4, gone), true);
  ctx.setLineDash([5, 3]);
  ctx.strokeStyle = palette.css('suspect');
  ctx.stroke();
  ctx.setLineDash([]);
}
