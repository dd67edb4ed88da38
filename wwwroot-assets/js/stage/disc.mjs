/**
 * One node as a labelled disc: fill = value, with a letter, stripe or dots so that colour never speaks alone.
 * Health rings are drawn by health-rings.mjs, faults by badges.mjs.
 */
import { Badge, Fill, FillBit, FillMask, Ring } from './frame-format.mjs';
import { LightInk } from './palette.mjs';

/**
 * @typedef {object} Disc
 * @property {number} x
 * @property {number} y
 * @property {number} r
 * @property {number} fill
 * @property {number} fillBefore
 * @property {number} blend       0..1: how much of the new fill is seen
 * @property {number} ring
 * @property {number} badges
 * @property {string} text        the value, or ''
 * @property {number} generation
 */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./palette.mjs').Palette} palette
 * @param {Disc} disc
 */
export function drawDisc(ctx, palette, disc) {
  if (disc.ring === Ring.Unknown) {
    drawSilhouette(ctx, palette, disc);
    return;
  }
  const base = ctx.globalAlpha;
  if (disc.blend < 1) drawBody(ctx, palette, disc, disc.fillBefore);
  ctx.globalAlpha = base * disc.blend;
  drawBody(ctx, palette, disc, disc.fill);
  ctx.globalAlpha = base;
  if (disc.badges & Badge.Down) drawHatch(ctx, palette, disc);
  if (disc.r >= 10) drawTexts(ctx, palette, disc);
}

function circle(ctx, x, y, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
}

function drawSilhouette(ctx, palette, { x, y, r }) {
  circle(ctx, x, y, r - 1);
  ctx.fillStyle = palette.css('page');
  ctx.fill();
  ctx.setLineDash([1.5, 4]);
  ctx.lineCap = 'round';
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = palette.css('left', 0.8);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
}

function drawBody(ctx, palette, disc, fill) {
  const slot = fill & FillMask;
  const isDown = (disc.badges & (Badge.Down | Badge.Left)) !== 0;
  const name = palette.fills[slot] ?? 'none';
  circle(ctx, disc.x, disc.y, disc.r - 1);
  ctx.fillStyle = palette.css('canvas');
  ctx.fill();
  if (slot !== Fill.None) {
    ctx.fillStyle = palette.css(name, slot === Fill.Stale ? 0.35 : isDown ? 0.45 : 1);
    ctx.fill();
    if (slot === Fill.B || slot === Fill.C || fill & FillBit.Tie) drawPattern(ctx, palette, disc, fill);
    if (fill & FillBit.Hot && !isDown) drawRays(ctx, palette, disc, name);
    if (fill & FillBit.Quiet) drawInnerRing(ctx, palette, disc, name);
  }
  circle(ctx, disc.x, disc.y, disc.r - 1);
  const isHollow = slot === Fill.None || slot === Fill.Stale;
  ctx.lineWidth = isHollow ? Math.max(1.5, disc.r * 0.07) : 1.5;
  ctx.strokeStyle = isHollow ? palette.css('none') : palette.css('text', 0.6);
  ctx.stroke();
}

/** B has one diagonal stripe, C has dots; a tie splits the disc. */
function drawPattern(ctx, palette, { x, y, r }, fill) {
  const slot = fill & FillMask;
  const ink = palette.ink(palette.fills[slot]);
  ctx.save();
  circle(ctx, x, y, r - 1.5);
  ctx.clip();
  if (fill & FillBit.Tie) {
    // Away from the ink, so that the value stays readable on both halves.
    ctx.fillStyle = ink === LightInk ? 'rgba(0,0,0,0.34)' : 'rgba(255,255,255,0.45)';
    ctx.beginPath();
    ctx.moveTo(x + r, y - r);
    ctx.lineTo(x + r, y + r);
    ctx.lineTo(x - r, y + r);
    ctx.closePath();
    ctx.fill();
  }
  ctx.globalAlpha *= 0.26;
  if (slot === Fill.B) stripe(ctx, x, y, r, ink);
  if (slot === Fill.C) dots(ctx, x, y, r, ink);
  ctx.restore();
}

function stripe(ctx, x, y, r, ink) {
  ctx.strokeStyle = ink;
  ctx.lineWidth = r * 0.34;
  ctx.beginPath();
  ctx.moveTo(x - r, y + r);
  ctx.lineTo(x + r, y - r);
  ctx.stroke();
}

function dots(ctx, x, y, r, ink) {
  const gap = Math.max(4, r * 0.42);
  ctx.fillStyle = ink;
  ctx.beginPath();
  for (let row = -2; row <= 2; row++) {
    for (let column = -3; column <= 3; column++) {
      const cx = x + (column + (row & 1 ? 0.5 : 0)) * gap;
      const cy = y + row * gap * 0.87;
      ctx.moveTo(cx + gap * 0.19, cy);
      ctx.arc(cx, cy, gap * 0.19, 0, 2 * Math.PI);
    }
  }
  ctx.fill();
}

function drawRays(ctx, palette, { x, y, r, ring }, name) {
  const inner = r + (ring === Ring.None ? 3.5 : 9);
  const outer = inner + Math.max(2.5, r * 0.13);
  ctx.beginPath();
  for (let k = 0; k < 8; k++) {
    const angle = (k + 0.5) * (Math.PI / 4);
    ctx.moveTo(x + inner * Math.cos(angle), y + inner * Math.sin(angle));
    ctx.lineTo(x + outer * Math.cos(angle), y + outer * Math.sin(angle));
  }
  ctx.lineCap = 'round';
  ctx.lineWidth = Math.max(1.4, r * 0.065);
  ctx.strokeStyle = palette.css(name, 0.75);
  ctx.stroke();
  ctx.lineCap = 'butt';
}

function drawInnerRing(ctx, palette, { x, y, r }, name) {
  circle(ctx, x, y, r - Math.max(3, r * 0.16));
  ctx.lineWidth = Math.max(1.2, r * 0.055);
  ctx.strokeStyle = palette.ink(name);
  const base = ctx.globalAlpha;
  ctx.globalAlpha = base * 0.85;
  ctx.stroke();
  ctx.globalAlpha = base;
}

function drawHatch(ctx, palette, { x, y, r }) {
  ctx.save();
  circle(ctx, x, y, r - 1.5);
  ctx.clip();
  ctx.beginPath();
  const gap = Math.max(3.5, r * 0.22);
  for (let at = -2 * r; at < 2 * r; at += gap) {
    ctx.moveTo(x + at, y - r);
    ctx.lineTo(x + at + 2 * r, y + r);
  }
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.css('text', 0.4);
  ctx.stroke();
  ctx.restore();
}

/** Share of the radius that a value of so many characters gets as its text height. */
const TextShare = [0, 0.92, 0.86, 0.72, 0.56, 0.46, 0.4];

function drawTexts(ctx, palette, disc) {
  const { x, y, r } = disc;
  const slot = disc.fill & FillMask;
  if (disc.text === '') return;
  const isSolid = slot !== Fill.None && slot !== Fill.Stale;
  const isDown = (disc.badges & (Badge.Down | Badge.Left)) !== 0;
  const ink = isSolid && !isDown ? palette.ink(palette.fills[slot]) : palette.css('text');
  const showsGeneration = r >= 16.5 && disc.generation > 0;
  const height = r * (TextShare[disc.text.length] ?? 0.36);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = ink;
  ctx.font = `650 ${height.toFixed(1)}px ${palette.font}`;
  ctx.fillText(disc.text, x, y + height * 0.06 - (showsGeneration ? r * 0.16 : 0));
  if (!showsGeneration) return;
  ctx.font = `500 ${Math.max(8.5, r * 0.31).toFixed(1)}px ${palette.font}`;
  const base = ctx.globalAlpha;
  ctx.globalAlpha = base * 0.88;
  ctx.fillText(r >= 25 ? `gen ${disc.generation}` : `g${disc.generation}`, x, y + r * 0.48);
  ctx.globalAlpha = base;
}
