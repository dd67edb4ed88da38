/** What points at nodes: hover, selection, keyboard focus, the cue of a lesson, countdowns, and labels in a cloud. */
import { Badge, Ring } from './frame-format.mjs';
import { drawCountdown, ringRadius } from './health-rings.mjs';
import { clamp01, Lasts } from './motion.mjs';
import { nameOf } from './scene.mjs';

const MostLabels = 28;

const Hovered = { width: 2, gap: 3, alpha: 0.45, dash: [] };
const Selected = { width: 2, gap: 2.5, alpha: 1, dash: [] };
const Focused = { width: 2, gap: 2.5, alpha: 1, dash: [4, 3] };

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 * @returns {boolean} whether it goes on moving without a new frame
 */
export function drawOverlay(ctx, picture) {
  drawCountdowns(ctx, picture);
  const isCueMoving = drawCues(ctx, picture);
  const { hover, selected, focus } = picture;
  if (hover >= 0 && !selected.includes(hover)) outline(ctx, picture, hover, Hovered);
  for (const index of selected) outline(ctx, picture, index, Selected);
  if (focus >= 0 && !selected.includes(focus)) outline(ctx, picture, focus, Focused);
  return isCueMoving;
}

function placeOf(picture, index) {
  const { layout } = picture;
  return index < layout.x.length ? { x: layout.x[index], y: layout.y[index], r: layout.r } : null;
}

function rimOf(picture, index) {
  const { r } = picture.layout;
  return picture.cluster.ring[index] === Ring.None ? r : ringRadius(r) + 1.5;
}

function outline(ctx, picture, index, { width, gap, alpha, dash }) {
  const place = placeOf(picture, index);
  if (!place) return;
  // Lines that point at something keep their width in a zoomed view.
  const px = 1 / Math.max(1, picture.camera.scale);
  ctx.beginPath();
  ctx.arc(place.x, place.y, rimOf(picture, index) + (gap + width / 2) * px, 0, 2 * Math.PI);
  ctx.lineWidth = width * px;
  ctx.setLineDash(dash.map(length => length * px));
  ctx.strokeStyle = picture.palette.css('accent', alpha);
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawCountdowns(ctx, picture) {
  for (const arc of picture.cluster.arcs) {
    const place = placeOf(picture, arc.subject);
    if (!place || picture.cluster.ring[arc.subject] !== Ring.Suspect) continue;
    const gone = clamp01((picture.playheadMs - arc.startMs) / Math.max(1e-9, arc.endMs - arc.startMs));
    ctx.globalAlpha = picture.isBright(arc.subject) ? 1 : 0.16;
    drawCountdown(ctx, picture.palette, place, gone);
  }
  ctx.globalAlpha = 1;
}

/** A cue breathes three times and then stands: an idle stage costs nothing. */
function drawCues(ctx, picture) {
  const { cluster } = picture;
  const age = picture.wallMs - picture.cueSince;
  const isMoving = !picture.isReduced && age < Lasts.breath * Lasts.breaths;
  let any = false;
  for (let index = 0; index < cluster.count; index++) {
    if (index !== cluster.scene.cue && !(cluster.badges[index] & Badge.Cue)) continue;
    any = true;
    const breath = isMoving ? 0.5 - 0.5 * Math.cos((age / Lasts.breath) * 2 * Math.PI) : 0;
    outline(ctx, picture, index, { width: 2.5, gap: 5 + 6 * breath, alpha: 0.95 - 0.45 * breath, dash: [] });
    outline(ctx, picture, index, { width: 6, gap: 3 + 6 * breath, alpha: 0.16, dash: [] });
  }
  return any && isMoving;
}

/**
 * Names in a cloud: of what is pointed at, and of what is not as it should be.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 */
export function drawCloudLabels(ctx, picture) {
  const { cluster, layout, camera, size } = picture;
  const named = new Set([picture.hover, ...picture.selected, picture.focus, cluster.scene.cue ?? -1]);
  named.delete(-1);
  for (let index = 0; index < cluster.count && named.size < MostLabels; index++) {
    const ring = cluster.ring[index];
    const isOdd = ring === Ring.Suspect || ring === Ring.Dead || cluster.badges[index] & (Badge.Crown | Badge.Paused);
    if (isOdd) named.add(index);
  }
  const taken = [];
  for (const index of named) {
    const isAsked = index === picture.hover || index === picture.focus || picture.selected.includes(index);
    const x = layout.x[index] * camera.scale + camera.x;
    const y = layout.y[index] * camera.scale + camera.y - (layout.r + 3) * camera.scale - (isAsked ? 13 : 7);
    if (x < -20 || y < -30 || x > size.width + 20 || y > size.height + 20) continue;
    if (!isAsked && taken.some(other => Math.abs(other.x - x) < 34 && Math.abs(other.y - y) < 16)) continue;
    taken.push({ x, y });
    drawTag(ctx, picture, nameOf(cluster.scene, index), { x, y, isAsked });
  }
}

/**
 * A name beside a place: on a plate if somebody asked for it, else only lifted off the ground.
 * @param {CanvasRenderingContext2D} ctx in CSS px
 * @param {import('./picture.mjs').Picture} picture
 * @param {string} text
 * @param {{ x: number, y: number, isAsked: boolean }} at
 */
export function drawTag(ctx, picture, text, { x, y, isAsked }) {
  const { palette, size } = picture;
  ctx.font = `${isAsked ? 650 : 600} ${isAsked ? 12 : 10}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const half = ctx.measureText(text).width / 2 + 6;
  const cx = Math.min(size.width - half - 2, Math.max(half + 2, x));
  const cy = Math.max(11, y);
  ctx.lineJoin = 'round';
  if (isAsked) {
    ctx.beginPath();
    ctx.roundRect(cx - half, cy - 10, 2 * half, 19, 6);
    ctx.fillStyle = palette.css('accent');
    ctx.fill();
  } else {
    ctx.lineWidth = 4;
    ctx.strokeStyle = palette.css('canvas', 0.9);
    ctx.strokeText(text, cx, cy);
  }
  ctx.fillStyle = isAsked ? palette.ink('accent') : palette.css('text');
  ctx.fillText(text, cx, cy);
}

/**
 * States that only some of the messages are drawn.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 * @param {number} oneIn
 */
export function drawSampleChip(ctx, picture, oneIn) {
  if (oneIn < 1.5) return;
  const { palette, size } = picture;
  const text = `1 of ${Math.round(oneIn)} messages drawn`;
  ctx.font = `500 11px ${palette.font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const wide = ctx.measureText(text).width + 18;
  ctx.beginPath();
  ctx.roundRect(10, size.height - 32, wide, 22, 11);
  ctx.fillStyle = palette.css('page', 0.92);
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.css('border');
  ctx.stroke();
  ctx.fillStyle = palette.css('text2');
  ctx.fillText(text, 19, size.height - 20.5);
}
