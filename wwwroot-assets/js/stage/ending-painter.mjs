/** What messages leave behind when they end: an X where one was lost, a ghost, a line where one was too fast to see. */
import { clamp01, easeOut, Lasts } from './motion.mjs';
import { linkBetween, pointOn } from './links.mjs';
import { markOf, traceMark } from './message-marks.mjs';

const Margin = 5;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 */
export function drawEndings(ctx, picture) {
  const { flights, layout, wallMs } = picture;
  const size = Math.max(3.5, Math.min(9.5, layout.r * 0.27));
  // Many lines at once are a tangle: the more there are, the fainter each is.
  const faint = Math.min(1, Math.sqrt(24 / Math.max(1, flights.endings.length)));
  for (const ending of flights.endings) {
    const { flight } = ending;
    if (flight.from >= layout.x.length || flight.to >= layout.x.length) continue;
    const at = pointOn(linkBetween(layout, flight.from, flight.to, Margin), ending.share);
    const age = wallMs - ending.since;
    ctx.globalAlpha = picture.isFlightBright(flight) ? 1 : 0.15;
    if (ending.type === 'trace') drawTrace(ctx, picture, ending, { age, faint });
    else if (ending.type === 'landing') drawLanding(ctx, picture, { flight, at, age, size });
    else drawLoss(ctx, picture, { type: ending.type, flight, at, age, size });
  }
  ctx.globalAlpha = 1;
}

const colourOf = (palette, flight) => palette.cargo[flight.colour] ?? 'text2';

function drawTrace(ctx, { layout, palette }, { flight, share, lasts }, { age, faint }) {
  const link = linkBetween(layout, flight.from, flight.to, Margin);
  const end = pointOn(link, share);
  ctx.globalAlpha *= 0.55 * faint * (1 - age / lasts);
  ctx.strokeStyle = ctx.fillStyle = palette.css(colourOf(palette, flight));
  ctx.beginPath();
  ctx.moveTo(link.x, link.y);
  ctx.lineTo(end.x, end.y);
  ctx.lineWidth = Math.max(1, Math.min(1.8, layout.r * 0.1));
  ctx.stroke();
  const head = Math.min(7, layout.r * 0.5);
  ctx.beginPath();
  ctx.moveTo(end.x + link.ux * 2, end.y + link.uy * 2);
  ctx.lineTo(end.x - link.ux * head - link.uy * head * 0.5, end.y - link.uy * head + link.ux * head * 0.5);
  ctx.lineTo(end.x - link.ux * head + link.uy * head * 0.5, end.y - link.uy * head - link.ux * head * 0.5);
  ctx.fill();
}

function drawLanding(ctx, { palette, isReduced }, { flight, at, age, size }) {
  if (isReduced) return;
  const p = clamp01(age / Lasts.landing);
  ctx.globalAlpha *= 0.4 * (1 - p);
  ctx.beginPath();
  ctx.arc(at.x, at.y, size * (0.5 + 0.7 * easeOut(p)), 0, 2 * Math.PI);
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = palette.css(colourOf(palette, flight));
  ctx.stroke();
}

function drawLoss(ctx, picture, { type, flight, at, age, size }) {
  const { palette, isReduced } = picture;
  const ghost = clamp01((age - Lasts.lostMark) / Lasts.ghost);
  const fallen = type === 'down' && !isReduced ? 12 * easeOut(age / 500) : 0;
  const place = { ...at, y: at.y + fallen };
  const base = ctx.globalAlpha * (1 - ghost);
  ctx.globalAlpha = base * 0.5;
  ctx.beginPath();
  traceMark(ctx, markOf(flight.kind), place, size);
  ctx.lineWidth = 1.5;
  ctx.setLineDash([2.5, 2]);
  ctx.strokeStyle = palette.css(colourOf(palette, flight));
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = base;
  drawCross(ctx, palette, place, size * (isReduced ? 1 : 0.6 + 0.4 * easeOut(age / 160)));
  if (type === 'dropped') drawHand(ctx, palette, place, size);
}

function drawCross(ctx, palette, { x, y }, size) {
  const reach = size * 0.78;
  ctx.beginPath();
  ctx.moveTo(x - reach, y - reach);
  ctx.lineTo(x + reach, y + reach);
  ctx.moveTo(x + reach, y - reach);
  ctx.lineTo(x - reach, y + reach);
  ctx.lineCap = 'round';
  for (const [wide, colour] of [[6, palette.css('canvas', 0.9)], [2.6, palette.css('dead')]]) {
    ctx.lineWidth = wide;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
  ctx.lineCap = 'butt';
}

/** A small open hand: somebody took this message out. */
function drawHand(ctx, palette, { x, y }, size) {
  const s = size * 0.5;
  const hx = x + size * 1.5;
  const hy = y - size * 1.3;
  ctx.beginPath();
  for (const [dx, top] of [[-0.75, -0.9], [-0.25, -1.3], [0.25, -1.3], [0.75, -0.95]]) {
    ctx.moveTo(hx + dx * s, hy + 0.4 * s);
    ctx.lineTo(hx + dx * s, hy + top * s);
  }
  ctx.moveTo(hx - 0.75 * s, hy + 0.4 * s);
  ctx.quadraticCurveTo(hx - 0.6 * s, hy + 1.5 * s, hx + 0.2 * s, hy + 1.4 * s);
  ctx.quadraticCurveTo(hx + 0.9 * s, hy + 1.2 * s, hx + 1.4 * s, hy + 0.1 * s);
  ctx.lineWidth = 1.5;
  ctx.lineCap = 'round';
  ctx.strokeStyle = palette.css('text2');
  ctx.stroke();
  ctx.lineCap = 'butt';
}
