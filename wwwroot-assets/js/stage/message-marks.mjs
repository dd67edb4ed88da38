/** Shape = kind. Every kind of message has its own mark, told apart without colour; most carry one character. */
import { Kind } from './frame-format.mjs';

const Dart = [[1.3, 0], [-0.95, 1], [-0.72, 0], [-0.95, -1]];
const Chevron = [[1, 0], [-0.2, 0.9], [-0.75, 0.9], [0.25, 0], [-0.75, -0.9], [-0.2, -0.9]];
const Diamond = [[1.1, 0], [0, 0.9], [-1.1, 0], [0, -0.9]];
const DoubleDart = [[1.25, 0], [0.3, 0.85], [0.3, 0.4], [-0.3, 0.4], [-0.3, 0.85], [-1.25, 0], [-0.3, -0.85],
  [-0.3, -0.4], [0.3, -0.4], [0.3, -0.85]];
const Hexagon = [0, 1, 2, 3, 4, 5].map(k => [Math.cos((k * Math.PI) / 3), Math.sin((k * Math.PI) / 3)]);
const Triangle = [[1, 0], [-0.7, 0.95], [-0.7, -0.95]];
const Square = [[0.82, 0.82], [-0.82, 0.82], [-0.82, -0.82], [0.82, -0.82]];
const Heart = [[0, 0.95], [-0.62, 0.35], [-0.95, -0.12], [-0.9, -0.55], [-0.55, -0.8], [-0.2, -0.72], [0, -0.4],
  [0.2, -0.72], [0.55, -0.8], [0.9, -0.55], [0.95, -0.12], [0.62, 0.35]];

/**
 * @typedef {object} Mark
 * @property {[number, number][] | null} points  in units of the mark's size, pointing right; null: a circle
 * @property {boolean} isHollow
 * @property {boolean} isUpright  not turned into the direction of flight
 * @property {boolean} hasTick
 * @property {boolean} hasHalo    a second, thin outline: it goes over a stream
 * @property {string} letter
 */

const mark = (points, letter, traits = {}) => Object.freeze({
  points, letter, isHollow: false, isUpright: false, hasTick: false, hasHalo: false, ...traits,
});

/** @type {readonly Mark[]} */
export const Marks = Object.freeze([
  [Kind.Push, mark(Dart, 'P')],
  [Kind.PushFeedback, mark(Chevron, '')],
  [Kind.Pull, mark(Dart, '?', { isHollow: true })],
  [Kind.PullReply, mark(Diamond, '=')],
  [Kind.Exchange, mark(DoubleDart, '')],
  [Kind.ExchangeReply, mark(Diamond, '', { isHollow: true })],
  [Kind.Ping, mark(null, 'p')],
  [Kind.Ack, mark(null, '', { hasTick: true })],
  [Kind.PingRequest, mark(Hexagon, 'r')],
  [Kind.Nack, mark(Hexagon, 'n', { isHollow: true })],
  [Kind.Gossip, mark(Triangle, '')],
  [Kind.SyncRequest, mark(Square, 'S', { isUpright: true })],
  [Kind.SyncReply, mark(Square, 's', { isUpright: true, isHollow: true })],
  [Kind.StreamPing, mark(null, 'p', { hasHalo: true })],
  [Kind.StreamAck, mark(null, '', { hasTick: true, hasHalo: true })],
  [Kind.Heartbeat, mark(Heart, '', { isUpright: true })],
].map(([, shape]) => shape));

const Unknown = mark(Square, '', { isHollow: true });

/** @param {number} kind @returns {Mark} */
export const markOf = kind => Marks[kind] ?? Unknown;

/** The clear rim that lifts a mark off what lies under it, CSS px. */
const HaloPx = 2;

/** News of a member travels as a small letter: suspect, dead, alive. */
const NewsLetters = ['', '', '', '', '', 's', '×', 'o'];

/** @param {number} kind @param {number} colour @returns {string} at most one character */
export function letterOf(kind, colour) {
  return kind === Kind.Gossip ? NewsLetters[colour] ?? '' : markOf(kind).letter;
}

/**
 * Adds a mark's outline to the current path.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Mark} shape
 * @param {{ x: number, y: number, ux: number, uy: number }} at a place and the unit direction of flight
 * @param {number} size
 */
export function traceMark(ctx, shape, at, size) {
  if (shape.points === null) {
    ctx.moveTo(at.x + size * 0.92, at.y);
    ctx.arc(at.x, at.y, size * 0.92, 0, 2 * Math.PI);
    return;
  }
  const ux = shape.isUpright ? 1 : at.ux;
  const uy = shape.isUpright ? 0 : at.uy;
  for (let i = 0; i < shape.points.length; i++) {
    const [a, b] = shape.points[i];
    const x = at.x + (ux * a - uy * b) * size;
    const y = at.y + (uy * a + ux * b) * size;
    if (i === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
  ctx.closePath();
}

/**
 * Draws one mark with its letter, lifted off what lies under it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./palette.mjs').Palette} palette
 * @param {{ kind: number, colour: number, x: number, y: number, ux: number, uy: number, size: number,
 *   hasLetter: boolean }} drawn
 */
export function drawMark(ctx, palette, drawn) {
  const shape = markOf(drawn.kind);
  const name = palette.cargo[drawn.colour] ?? 'text2';
  const { size } = drawn;
  // Larger fills under smaller ones instead of outlines: a fill is much cheaper to raster than a stroke.
  fillMark(ctx, shape, drawn, { size: size + HaloPx, colour: palette.css('canvas') });
  fillMark(ctx, shape, drawn, { size, colour: palette.css(name) });
  if (shape.isHollow) fillMark(ctx, shape, drawn, { size: size - rim(shape, size), colour: palette.css('canvas') });
  if (shape.hasHalo) drawHalo(ctx, palette, drawn, name);
  const ink = shape.isHollow ? palette.css(name) : palette.ink(name);
  if (shape.hasTick) drawTick(ctx, drawn, ink);
  else if (drawn.hasLetter) drawLetter(ctx, palette, drawn, ink);
}

/** How much smaller the inside of a hollow mark is; pointed shapes need more to show a rim of 2 px. */
const rim = (shape, size) => (shape.points === null ? 2.2 : Math.min(3.4, size * 0.31));

function fillMark(ctx, shape, at, { size, colour }) {
  ctx.beginPath();
  traceMark(ctx, shape, at, size);
  ctx.fillStyle = colour;
  ctx.fill();
}

function drawHalo(ctx, palette, { x, y, size }, name) {
  ctx.beginPath();
  ctx.arc(x, y, size + 2.5, 0, 2 * Math.PI);
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = palette.css(name);
  ctx.stroke();
}

function drawTick(ctx, { x, y, size }, ink) {
  ctx.beginPath();
  ctx.moveTo(x - size * 0.42, y + size * 0.02);
  ctx.lineTo(x - size * 0.1, y + size * 0.36);
  ctx.lineTo(x + size * 0.45, y - size * 0.34);
  ctx.lineWidth = Math.max(1.2, size * 0.24);
  ctx.strokeStyle = ink;
  ctx.stroke();
}

function drawLetter(ctx, palette, drawn, ink) {
  const letter = letterOf(drawn.kind, drawn.colour);
  if (letter === '' || drawn.size < 6) return;
  ctx.font = `700 ${(drawn.size * 1.12).toFixed(1)}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = ink;
  const back = markOf(drawn.kind).points === Dart ? drawn.size * 0.22 : 0;
  ctx.fillText(letter, drawn.x - drawn.ux * back, drawn.y - drawn.uy * back + drawn.size * 0.08);
}
