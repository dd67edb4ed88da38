/** Messages in the air up to 64 nodes: every one with its own mark, a short trail and a faint line of where it goes. */
import { Fate } from './frame-format.mjs';
import { shareAt } from './flights.mjs';
import { linkBetween, pointOn } from './links.mjs';
import { drawMark } from './message-marks.mjs';
import { stopShare } from './walls.mjs';

const Margin = 5;
const TrailPx = 52;

/** Letters and way lines are left out above this many marks; a crowd of letters is noise. */
const MostLettered = 90;

/** While time stands, so many messages at most say when they are due. */
const MostTimed = 12;

const sizeOf = ({ layout }) => Math.max(6.5, Math.min(10, layout.r * 0.29));

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 * @returns {{ id: number, x: number, y: number }[]} where marks were drawn
 */
export function drawFlights(ctx, picture) {
  const { flights, playheadMs, layout } = picture;
  const size = sizeOf(picture);
  const marks = [];
  for (const flight of flights.inAir) {
    if (flight.departsMs > playheadMs || flight.from >= layout.x.length || flight.to >= layout.x.length) continue;
    if (flight.fate === Fate.Wall && flight.stop === null) flight.stop = stopShare(picture, flight, Margin);
    const link = linkBetween(layout, flight.from, flight.to, Margin);
    const share = shareAt(flight, playheadMs);
    const at = pointOn(link, picture.isReduced ? 0.5 : share);
    flight.seen++;
    marks.push({ id: flight.id, flight, link, share, ...at });
  }
  for (const mark of marks) drawWay(ctx, picture, mark);
  for (const mark of marks) drawFlight(ctx, picture, mark, { size, hasLetter: marks.length <= MostLettered });
  ctx.globalAlpha = 1;
  return marks;
}

/** A push to a node that knows already brings nothing: it is drawn dim. */
function isWasted(picture, flight) {
  return flight.colour >= 1 && flight.colour <= 3 && picture.cluster.slotOf(flight.to) === flight.colour;
}

function brightness(picture, flight) {
  const dim = picture.isFlightBright(flight) ? 1 : 0.12;
  return picture.hoverFlight === flight.id ? 1 : dim * (isWasted(picture, flight) ? 0.42 : 1);
}

/** Reduced motion: nothing travels; a line appears and goes. */
const still = share => Math.min(1, share * 6, (1 - share) * 4 + 0.15);

function drawWay(ctx, picture, { flight, link, share }) {
  const { palette } = picture;
  const name = palette.cargo[flight.colour] ?? 'text2';
  const isHovered = picture.hoverFlight === flight.id;
  const shown = picture.isReduced ? 3.2 * still(share) : Math.min(1, share * 5);
  ctx.globalAlpha = Math.min(1, brightness(picture, flight) * (isHovered ? 0.6 : 0.15 * shown));
  ctx.beginPath();
  ctx.moveTo(link.x, link.y);
  ctx.lineTo(link.x + link.ux * link.length, link.y + link.uy * link.length);
  ctx.lineWidth = picture.isReduced ? 1.8 : 1;
  ctx.strokeStyle = palette.css(name);
  ctx.stroke();
}

function drawFlight(ctx, picture, mark, { size, hasLetter }) {
  const { flight, link, share } = mark;
  const { palette } = picture;
  const isDim = isWasted(picture, flight) && picture.hoverFlight !== flight.id;
  const alpha = brightness(picture, flight) * (picture.isReduced ? still(share) : 1);
  ctx.globalAlpha = alpha;
  if (!picture.isReduced) drawTrail(ctx, palette, mark, size);
  const grown = picture.isReduced ? 1 : Math.min(1, 0.35 + share * 6);
  drawMark(ctx, palette, {
    kind: flight.kind, colour: flight.colour, x: mark.x, y: mark.y, ux: link.ux, uy: link.uy,
    size: size * grown, hasLetter: hasLetter && !isDim,
  });
  drawPips(ctx, palette, mark, size);
  if (flight.fate === Fate.Held) drawHeld(ctx, palette, mark, size);
  else if (!picture.isPlaying) drawHeading(ctx, palette, mark, size);
}

function drawTrail(ctx, palette, { flight, link, share: done, x, y }, size) {
  const length = Math.min(TrailPx, link.length * done);
  if (length < 4) return;
  const name = palette.cargo[flight.colour] ?? 'text2';
  const tailX = x - link.ux * length;
  const tailY = y - link.uy * length;
  const wide = size * 0.5;
  // Two tapers, the shorter one in the longer: looks like a fading trail at half the price of a gradient.
  ctx.fillStyle = palette.css(name, 0.2);
  for (const share of [1, 0.55]) {
    ctx.beginPath();
    ctx.moveTo(x - link.uy * wide, y + link.ux * wide);
    ctx.lineTo(x + (tailX - x) * share, y + (tailY - y) * share);
    ctx.lineTo(x + link.uy * wide, y - link.ux * wide);
    ctx.fill();
  }
}

/** News riding along: up to three dots behind the mark, then a plus. */
function drawPips(ctx, palette, { flight, link, x, y }, size) {
  if (flight.pips === 0) return;
  ctx.fillStyle = ctx.strokeStyle = palette.css('text');
  for (let k = 0; k < Math.min(3, flight.pips); k++) {
    const back = size + 4 + k * 4.6;
    ctx.beginPath();
    ctx.arc(x - link.ux * back, y - link.uy * back, 1.7, 0, 2 * Math.PI);
    ctx.fill();
  }
  if (flight.pips <= 3) return;
  const back = size + 4 + 3 * 4.6 + 1;
  const px = x - link.ux * back;
  const py = y - link.uy * back;
  ctx.beginPath();
  ctx.moveTo(px - 2.2, py);
  ctx.lineTo(px + 2.2, py);
  ctx.moveTo(px, py - 2.2);
  ctx.lineTo(px, py + 2.2);
  ctx.lineWidth = 1.2;
  ctx.stroke();
}

function drawHeld(ctx, palette, { x, y }, size) {
  ctx.beginPath();
  ctx.arc(x, y, size + 5, 0, 2 * Math.PI);
  ctx.setLineDash([3, 3]);
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = palette.css('paused');
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * While time stands, few messages, or the one pointed at, say when they are due.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 * @param {object[]} marks as drawFlights gave them
 */
export function drawDueTimes(ctx, picture, marks) {
  const size = sizeOf(picture);
  for (const mark of marks) {
    const isAsked = picture.hoverFlight === mark.flight.id;
    if (mark.flight.fate === Fate.Held || (marks.length > MostTimed && !isAsked)) continue;
    drawDue(ctx, picture, mark, size);
  }
}

/** While time stands, a mark says which way it goes. */
function drawHeading(ctx, palette, { link, x, y }, size) {
  const tip = size + 7;
  ctx.beginPath();
  ctx.moveTo(x + link.ux * tip - link.uy * 3, y + link.uy * tip + link.ux * 3);
  ctx.lineTo(x + link.ux * (tip + 4), y + link.uy * (tip + 4));
  ctx.lineTo(x + link.ux * tip + link.uy * 3, y + link.uy * tip - link.ux * 3);
  ctx.lineWidth = 1.5;
  ctx.lineCap = 'round';
  ctx.strokeStyle = palette.css('text2');
  ctx.stroke();
  ctx.lineCap = 'butt';
}

function drawDue(ctx, { palette, playheadMs }, { flight, link, share }, size) {
  // Near its ends a link runs by discs, and a tag there would hide what they say.
  const { x, y } = pointOn(link, Math.min(0.75, Math.max(0.25, share)));
  const text = `in ${duration(flight.arrivesMs - playheadMs)}`;
  ctx.font = `500 10.5px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const wide = ctx.measureText(text).width / 2 + 4;
  const middle = y - size - 12;
  ctx.fillStyle = palette.css('canvas', 0.86);
  ctx.beginPath();
  ctx.roundRect(x - wide, middle - 8, 2 * wide, 16, 4);
  ctx.fill();
  ctx.fillStyle = palette.css('text2');
  ctx.fillText(text, x, middle + 0.5);
}

/** @param {number} ms @returns {string} */
export function duration(ms) {
  if (ms < 0) return '0 ms';
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
