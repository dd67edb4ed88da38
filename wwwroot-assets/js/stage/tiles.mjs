/**
 * The look of one cell of the heat-grid as pixels. A node that knows nothing is a small dot, one that knows fills its
 * cell: what spreads is a shape and not only a colour. Tiles are made once per look and copied.
 */
import { Badge, Fill, FillMask, Ring } from './frame-format.mjs';

/** Cross-fades are played in this many steps. */
export const Steps = 6;

const MostTiles = 1_500;

/** What of a node the grid can show, as one number. @param {number} fill @param {number} ring @param {number} badges */
export function lookOf(fill, ring, badges) {
  const isOut = badges & (Badge.Down | Badge.Left) ? 1 : 0;
  return (fill & FillMask) | (ring << 3) | (isOut << 6) | (badges & Badge.Paused ? 1 << 7 : 0);
}

export class Tiles {
  /** @type {Map<number, Uint32Array>} */
  #tiles = new Map();
  #ctx;

  /** @param {import('./palette.mjs').Palette} palette @param {number} cell device px */
  constructor(palette, cell) {
    this.palette = palette;
    this.cell = cell;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = cell;
    this.#ctx = canvas.getContext('2d', { willReadFrequently: true });
  }

  /**
   * @param {number} look
   * @param {number} before the look it comes from
   * @param {number} step   0..Steps: how much of the new look is seen
   * @param {boolean} isDim left aside by a filter
   * @returns {Uint32Array} cell * cell pixels
   */
  find(look, before, step, isDim) {
    const isDone = step >= Steps || look === before;
    const key = (isDim ? 1 : 0) + 2 * (isDone ? Steps : step) + 16 * look + 4096 * (isDone ? look : before);
    let tile = this.#tiles.get(key);
    if (!tile) {
      if (this.#tiles.size > MostTiles) this.#tiles.clear();
      tile = isDone ? this.#draw(look, isDim) : this.#mix(look, before, step, isDim);
      this.#tiles.set(key, tile);
    }
    return tile;
  }

  #mix(look, before, step, isDim) {
    const from = new Uint8ClampedArray(this.find(before, before, Steps, isDim).buffer);
    const to = new Uint8ClampedArray(this.find(look, look, Steps, isDim).buffer);
    const share = step / Steps;
    return new Uint32Array(from.map((value, i) => value + (to[i] - value) * share).buffer);
  }

  #draw(look, isDim) {
    const ctx = this.#ctx;
    const { cell, palette } = this;
    ctx.globalAlpha = 1;
    ctx.fillStyle = palette.css('canvas');
    ctx.fillRect(0, 0, cell, cell);
    ctx.globalAlpha = isDim ? 0.2 : 1;
    drawCell(ctx, palette, cell, {
      slot: look & 7, ring: (look >> 3) & 7, isOut: (look & 64) !== 0, isPaused: (look & 128) !== 0,
    });
    return new Uint32Array(ctx.getImageData(0, 0, cell, cell).data.buffer);
  }
}

function drawCell(ctx, palette, cell, { slot, ring, isOut, isPaused }) {
  const gap = cell >= 5 ? Math.max(1, Math.round(cell * 0.1)) : cell >= 3 ? 1 : 0;
  const edge = cell - gap;
  if (ring === Ring.Unknown) {
    square(ctx, palette.css('left', 0.35), edge, Math.max(1, Math.round(edge * 0.25)));
    return;
  }
  const isHollow = slot === Fill.None;
  const inner = isHollow ? Math.max(1, Math.round(edge * 0.42)) : edge;
  square(ctx, palette.css(palette.fills[slot] ?? 'none', alphaOf(slot, isOut)), edge, inner);
  if (cell >= 7 && (slot === Fill.B || slot === Fill.C)) mark(ctx, palette, slot, edge);
  if (isOut) slash(ctx, palette.css('text', 0.75), edge);
  if (isPaused) square(ctx, palette.css('paused'), edge, Math.max(1, Math.round(edge * 0.34)));
  if (ring === Ring.Suspect) frame(ctx, palette, edge);
  if (ring === Ring.Dead) cross(ctx, palette, edge);
  if (ring === Ring.Left) square(ctx, palette.css('left'), edge, Math.max(1, Math.round(edge * 0.5)));
}

function alphaOf(slot, isOut) {
  const alpha = slot === Fill.Stale ? 0.45 : slot === Fill.None ? 0.7 : 1;
  return isOut ? alpha * 0.4 : alpha;
}

function square(ctx, colour, edge, inner) {
  const at = Math.floor((edge - inner) / 2);
  ctx.fillStyle = colour;
  if (inner >= 7) {
    ctx.beginPath();
    ctx.roundRect(at, at, inner, inner, inner * 0.22);
    ctx.fill();
  } else {
    ctx.fillRect(at, at, inner, inner);
  }
}

function mark(ctx, palette, slot, edge) {
  ctx.fillStyle = ctx.strokeStyle = palette.ink(palette.fills[slot]);
  ctx.globalAlpha *= 0.5;
  if (slot === Fill.B) slash(ctx, ctx.strokeStyle, edge);
  else ctx.fillRect(Math.floor(edge / 2) - 1, Math.floor(edge / 2) - 1, 2, 2);
  ctx.globalAlpha *= 2;
}

function slash(ctx, colour, edge) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = Math.max(1, edge * 0.16);
  ctx.beginPath();
  ctx.moveTo(0.5, edge - 0.5);
  ctx.lineTo(edge - 0.5, 0.5);
  ctx.stroke();
}

/** A frame around the cell; it must be seen among thousands, so it pushes the value inwards. */
function frame(ctx, palette, edge) {
  const wide = Math.max(1.5, Math.round(edge * 0.24));
  ctx.strokeStyle = palette.css('canvas');
  ctx.lineWidth = 2 * wide + 1;
  ctx.strokeRect(0, 0, edge, edge);
  ctx.strokeStyle = palette.css('suspect');
  ctx.lineWidth = wide;
  ctx.strokeRect(wide / 2, wide / 2, edge - wide, edge - wide);
}

/** Dead takes the whole cell: a block with a cross cut out of it. */
function cross(ctx, palette, edge) {
  ctx.fillStyle = palette.css('dead');
  ctx.fillRect(0, 0, edge, edge);
  ctx.strokeStyle = palette.css('canvas');
  ctx.lineWidth = Math.max(1, edge * 0.17);
  ctx.beginPath();
  const inset = edge * 0.22;
  ctx.moveTo(inset, inset);
  ctx.lineTo(edge - inset, edge - inset);
  ctx.moveTo(edge - inset, inset);
  ctx.lineTo(inset, edge - inset);
  ctx.stroke();
}
