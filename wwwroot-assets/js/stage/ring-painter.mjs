/** Up to 64 nodes: labelled discs. All of them are redrawn when one changes; that is cheap, and rings may overlap. */
import { drawBadges } from './badges.mjs';
import { drawDisc } from './disc.mjs';
import { Fill, FillBit, FillMask, Ring } from './frame-format.mjs';
import { drawHealthRing, ringRadius } from './health-rings.mjs';
import { clamp01, easeOut, Lasts, swell } from './motion.mjs';
import { nameOf } from './scene.mjs';

/**
 * What the discs of one picture look like; the magnifier uses it too.
 * @param {import('./picture.mjs').Picture} picture
 * @param {number} index
 * @param {{ x: number, y: number, r: number }} place
 */
export function discOf(picture, index, place) {
  const { cluster } = picture;
  const label = cluster.labels[index];
  return {
    ...place,
    fill: cluster.fill[index],
    fillBefore: cluster.fillBefore[index],
    blend: easeOut(picture.fillShown(index)),
    ring: cluster.ring[index],
    ringShown: picture.ringShown(index),
    badges: cluster.badges[index],
    observers: cluster.observers[index],
    text: label?.text ?? '',
    generation: label?.generation ?? 0,
    incarnation: label?.incarnation ?? 0,
    hasArc: false,
  };
}

export class RingPainter {
  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {import('./picture.mjs').Picture} picture
   * @returns {boolean} whether something is still in a transition
   */
  paintNodes(ctx, picture) {
    const { layout, cluster, camera, dpr, size } = picture;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, size.width * dpr, size.height * dpr);
    camera.apply(ctx, dpr);
    const timed = new Set(cluster.arcs.map(arc => arc.subject));
    let isChanging = false;
    for (let index = 0; index < Math.min(cluster.count, layout.x.length); index++) {
      isChanging = picture.isChanging(index) || isChanging;
      this.#paintNode(ctx, picture, index, timed.has(index));
    }
    ctx.globalAlpha = 1;
    return isChanging;
  }

  #paintNode(ctx, picture, index, hasArc) {
    const { layout, palette, cluster } = picture;
    const age = picture.wallMs - cluster.fillAt[index];
    const isNews = !picture.isReduced && (cluster.fill[index] & FillMask) !== Fill.None;
    const disc = discOf(picture, index, { x: layout.x[index], y: layout.y[index], r: layout.r });
    disc.hasArc = hasArc;
    ctx.globalAlpha = picture.isBright(index) ? 1 : 0.16;
    if (isNews && age < Lasts.ripple) drawRipple(ctx, palette, disc, age / Lasts.ripple);
    const grown = isNews ? swell(age / Lasts.pulse) : 1;
    const small = layout.r;
    disc.r = small * grown;
    drawDisc(ctx, palette, disc);
    drawHealthRing(ctx, palette, disc);
    disc.r = small;
    drawBadges(ctx, palette, disc);
    drawName(ctx, picture, disc, index);
  }
}

/** A wave leaves the disc when it learns something. */
function drawRipple(ctx, palette, { x, y, r, fill }, p) {
  const base = ctx.globalAlpha;
  ctx.globalAlpha = base * 0.5 * (1 - clamp01(p)) ** 1.5;
  ctx.beginPath();
  ctx.arc(x, y, r + r * 0.75 * easeOut(p), 0, 2 * Math.PI);
  ctx.lineWidth = 1 + 2.5 * (1 - p);
  ctx.strokeStyle = palette.css(palette.fills[fill & FillMask] ?? 'none');
  ctx.stroke();
  ctx.globalAlpha = base;
}

function drawName(ctx, picture, disc, index) {
  const { layout, palette, cluster } = picture;
  const height = Math.max(9.5, Math.min(1, layout.r / 31) * palette.nameSize);
  const isHot = (disc.fill & FillBit.Hot) !== 0;
  const rim = (disc.ring === Ring.None ? layout.r : ringRadius(layout.r) + 2) + (isHot ? layout.r * 0.12 : 0);
  const name = nameOf(cluster.scene, index);
  const [lx, ly] = [layout.lx[index], layout.ly[index]];
  ctx.font = `500 ${height.toFixed(1)}px ${palette.font}`;
  ctx.fillStyle = palette.css('text2');
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const half = ctx.measureText(name).width / 2;
  // The name's box touches the rim whichever way it stands.
  const away = rim + 5 + Math.abs(lx) * half + Math.abs(ly) * height * 0.5;
  ctx.fillText(name, disc.x + lx * away, disc.y + ly * away);
}
