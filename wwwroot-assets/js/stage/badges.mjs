/** Small round badges at a disc's rim: faults (which are truth), the lens owner's crown, ties, counts. */
import { Badge, Fill, FillBit, FillMask, Ring } from './frame-format.mjs';

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./palette.mjs').Palette} palette
 * @param {import('./disc.mjs').Disc & { observers: number, incarnation: number }} disc
 */
export function drawBadges(ctx, palette, disc) {
  const { badges, r } = disc;
  const spots = [[0.74, 0.74], [-0.74, 0.74]];
  for (const [bit, colour, icon] of Faults) {
    if (!(badges & bit) || spots.length === 0) continue;
    const [dx, dy] = spots.shift();
    drawIcon(ctx, palette, place(disc, dx, dy), colour, icon);
  }
  if (disc.ring === Ring.Joining) drawIcon(ctx, palette, place(disc, 0.74, -0.74), 'alive', plus);
  if (disc.ring === Ring.Suspect) drawText(ctx, palette, place(disc, -0.74, -0.74), 'suspect', suspicion(disc));
  else if (disc.fill & FillBit.Tie) drawText(ctx, palette, place(disc, -0.74, -0.74), 'text', '≠');
  if (disc.incarnation > FirstIncarnation && r >= 12) drawIncarnation(ctx, palette, disc);
  if (badges & Badge.Crown) drawCrown(ctx, palette, disc);
  const isStale = (disc.fill & FillMask) === Fill.Stale;
  if (isStale && r >= 10 && r < 16.5) drawText(ctx, palette, place(disc, 0.74, -0.74), 'none', String(disc.generation));
}

/** A node starts with this one; only a higher one is news. */
const FirstIncarnation = 1;

const suspicion = disc => (disc.observers > 0 ? `?${disc.observers}` : '?');

function place({ x, y, r }, dx, dy) {
  const size = Math.max(5.5, Math.min(10, r * 0.31));
  return { x: x + dx * r, y: y + dy * r, size };
}

function plate(ctx, palette, { x, y, size }, colour, stretch = 0) {
  ctx.beginPath();
  ctx.roundRect(x - size - stretch, y - size, 2 * (size + stretch), 2 * size, size);
  ctx.lineWidth = 3;
  ctx.strokeStyle = palette.css('canvas');
  ctx.stroke();
  ctx.fillStyle = palette.css(colour);
  ctx.fill();
}

function drawIcon(ctx, palette, spot, colour, icon) {
  plate(ctx, palette, spot, colour);
  ctx.save();
  ctx.translate(spot.x, spot.y);
  ctx.scale(spot.size, spot.size);
  ctx.lineWidth = 0.24;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = ctx.fillStyle = palette.ink(colour);
  ctx.beginPath();
  icon(ctx);
  ctx.stroke();
  ctx.restore();
}

function drawText(ctx, palette, spot, colour, text) {
  plate(ctx, palette, spot, colour, (text.length - 1) * spot.size * 0.5);
  ctx.fillStyle = palette.ink(colour);
  ctx.font = `700 ${(spot.size * 1.4).toFixed(1)}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, spot.x, spot.y + spot.size * 0.1);
}

function drawIncarnation(ctx, palette, disc) {
  const spot = place(disc, 0.8, -0.78);
  const text = `i${disc.incarnation}`;
  spot.size *= 0.86;
  plate(ctx, palette, spot, 'page', (text.length - 1) * spot.size * 0.42);
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.css('text2', 0.6);
  ctx.stroke();
  ctx.fillStyle = palette.css('text2');
  ctx.font = `600 ${Math.max(8, spot.size * 1.25).toFixed(1)}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, spot.x, spot.y + 0.5);
}

function drawCrown(ctx, palette, { x, y, r, ring }) {
  const wide = Math.max(7, r * 0.46);
  const base = y - r - (ring === Ring.None ? 2.5 : 7.5);
  ctx.beginPath();
  const points = [[-1, 0], [-1.05, -0.95], [-0.48, -0.5], [0, -1.2], [0.48, -0.5], [1.05, -0.95], [1, 0]];
  points.forEach(([px, py], i) => ctx[i ? 'lineTo' : 'moveTo'](x + px * wide, base + py * wide * 0.8));
  ctx.closePath();
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = palette.css('canvas');
  ctx.stroke();
  ctx.fillStyle = palette.css('accent');
  ctx.fill();
  ctx.lineJoin = 'miter';
}

function power(ctx) {
  ctx.arc(0, 0.06, 0.5, -Math.PI * 0.28, Math.PI * 1.28);
  ctx.moveTo(0, -0.62);
  ctx.lineTo(0, -0.1);
}

function bars(ctx) {
  ctx.lineWidth = 0.34;
  ctx.moveTo(-0.26, -0.4);
  ctx.lineTo(-0.26, 0.4);
  ctx.moveTo(0.26, -0.4);
  ctx.lineTo(0.26, 0.4);
}

function snail(ctx) {
  ctx.lineWidth = 0.17;
  ctx.arc(0.12, -0.08, 0.16, Math.PI, Math.PI * 2.6);
  ctx.moveTo(0.53, -0.08);
  ctx.arc(0.12, -0.08, 0.41, 0, Math.PI * 2);
  ctx.moveTo(0.6, 0.42);
  ctx.lineTo(-0.4, 0.42);
  ctx.quadraticCurveTo(-0.68, 0.4, -0.64, -0.2);
  ctx.moveTo(-0.64, -0.12);
  ctx.lineTo(-0.76, -0.44);
  ctx.moveTo(-0.62, -0.12);
  ctx.lineTo(-0.44, -0.44);
}

function brokenWave(ctx) {
  ctx.lineWidth = 0.2;
  ctx.arc(0, 0.42, 0.9, -Math.PI * 0.78, -Math.PI * 0.56);
  ctx.moveTo(0.29, -0.43);
  ctx.arc(0, 0.42, 0.9, -Math.PI * 0.4, -Math.PI * 0.22);
  ctx.moveTo(-0.3, 0.08);
  ctx.arc(0, 0.42, 0.45, -Math.PI * 0.78, -Math.PI * 0.6);
  ctx.moveTo(0.14, -0.01);
  ctx.arc(0, 0.42, 0.45, -Math.PI * 0.4, -Math.PI * 0.22);
  ctx.moveTo(0, 0.44);
  ctx.lineTo(0, 0.46);
}

function arrowOut(ctx) {
  ctx.moveTo(-0.48, 0);
  ctx.lineTo(0.48, 0);
  ctx.moveTo(0.14, -0.36);
  ctx.lineTo(0.5, 0);
  ctx.lineTo(0.14, 0.36);
}

function plus(ctx) {
  ctx.moveTo(-0.46, 0);
  ctx.lineTo(0.46, 0);
  ctx.moveTo(0, -0.46);
  ctx.lineTo(0, 0.46);
}

/** In order of importance: a disc has room for two. */
const Faults = [
  [Badge.Left, 'left', arrowOut],
  [Badge.Down, 'left', power],
  [Badge.Paused, 'paused', bars],
  [Badge.Slow, 'paused', snail],
  [Badge.Lossy, 'suspect', brokenWave],
];
