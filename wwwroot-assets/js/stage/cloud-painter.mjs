/**
 * 65 to 1,000 nodes: small discs without labels. A disc's look is drawn once per class of look and copied; only nodes
 * that changed are redrawn.
 */
import { Badge, Fill, FillBit, FillMask, Ring } from './frame-format.mjs';
import { drawDisc } from './disc.mjs';
import { drawHealthRing } from './health-rings.mjs';
import { easeOut } from './motion.mjs';

/** More looks than this are not expected; a cache that grew so is thrown away. */
const MostSprites = 400;

/** What of the badges a small disc can show. */
const ShownBadges = Badge.Down | Badge.Paused | Badge.Left | Badge.Slow;

export class CloudPainter {
  /** @type {Map<string, HTMLCanvasElement>} */
  #sprites = new Map();
  #spritesFor = '';
  #changing = new Set();
  /** Ring and badges of each node as drawn: where they change, more than the disc must be erased. */
  #frames = new Uint16Array(0);

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {import('./picture.mjs').Picture} picture
   * @param {number[]} changed indices; with -1 among them everything is redrawn
   * @returns {boolean} whether something is still in a transition
   */
  paintNodes(ctx, picture, changed) {
    this.#prepare(picture);
    const { cluster, layout } = picture;
    const count = Math.min(cluster.count, layout.x.length);
    for (const index of changed) if (index >= 0 && index < count) this.#changing.add(index);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    if (this.#hasNewFrames(cluster, count) || changed.includes(-1)) this.#paintAll(ctx, picture, count);
    else this.#paintSome(ctx, picture);
    for (const index of this.#changing) if (picture.fillShown(index) >= 1) this.#changing.delete(index);
    return this.#changing.size > 0;
  }

  #hasNewFrames(cluster, count) {
    if (this.#frames.length !== count) this.#frames = new Uint16Array(count);
    let isNew = false;
    for (let index = 0; index < count; index++) {
      const frame = cluster.ring[index] | ((cluster.badges[index] & ShownBadges) << 8);
      isNew ||= frame !== this.#frames[index];
      this.#frames[index] = frame;
    }
    return isNew;
  }

  #prepare({ layout, camera, dpr, palette }) {
    const key = `${layout.r.toFixed(2)} ${camera.scale.toFixed(3)} ${dpr} ${palette.isDark} ${palette.css('canvas')}`;
    if (key === this.#spritesFor && this.#sprites.size < MostSprites) return;
    this.#spritesFor = key;
    this.#sprites.clear();
  }

  #paintAll(ctx, picture, count) {
    ctx.clearRect(0, 0, picture.size.width * picture.dpr, picture.size.height * picture.dpr);
    this.#changing.clear();
    for (let index = 0; index < count; index++) {
      this.#paintNode(ctx, picture, index);
      if (picture.fillShown(index) < 1) this.#changing.add(index);
    }
  }

  /** Only fills changed: a round hole is cut for each disc, so that its edge does not grow thicker fade by fade. */
  #paintSome(ctx, picture) {
    const scale = picture.camera.scale * picture.dpr;
    const reach = this.#halfOf(picture);
    ctx.globalCompositeOperation = 'destination-out';
    ctx.beginPath();
    for (const index of this.#changing) {
      const { x, y } = this.#placeOf(picture, index);
      ctx.moveTo(x + reach, y);
      ctx.arc(x, y, (picture.layout.r + 0.75) * scale, 0, 2 * Math.PI);
    }
    ctx.fill();
    ctx.globalCompositeOperation = 'source-over';
    for (const index of this.#changing) this.#paintNode(ctx, picture, index);
  }

  #halfOf({ layout, camera, dpr }) {
    return Math.ceil((layout.r * 1.42 + 2.5) * camera.scale * dpr);
  }

  #placeOf({ layout, camera, dpr }, index) {
    const scale = camera.scale * dpr;
    return {
      x: Math.round(layout.x[index] * scale + camera.x * dpr),
      y: Math.round(layout.y[index] * scale + camera.y * dpr),
    };
  }

  #paintNode(ctx, picture, index) {
    const { cluster } = picture;
    const half = this.#halfOf(picture);
    const { x, y } = this.#placeOf(picture, index);
    const blend = easeOut(picture.fillShown(index));
    const base = picture.isBright(index) ? 1 : 0.16;
    if (blend < 1) {
      ctx.globalAlpha = base;
      ctx.drawImage(this.#sprite(picture, cluster.fillBefore[index], index, half), x - half, y - half);
    }
    ctx.globalAlpha = base * blend;
    ctx.drawImage(this.#sprite(picture, cluster.fill[index], index, half), x - half, y - half);
    ctx.globalAlpha = 1;
  }

  #sprite(picture, fill, index, half) {
    const ring = picture.cluster.ring[index];
    const badges = picture.cluster.badges[index] & ShownBadges;
    const key = `${fill & ~FillBit.Hot} ${ring} ${badges}`;
    let sprite = this.#sprites.get(key);
    if (!sprite) {
      sprite = drawSprite(picture, { fill: fill & ~FillBit.Hot, ring, badges }, half);
      this.#sprites.set(key, sprite);
    }
    return sprite;
  }
}

function drawSprite({ layout, camera, dpr, palette }, look, half) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 2 * half;
  const ctx = canvas.getContext('2d');
  const scale = camera.scale * dpr;
  ctx.setTransform(scale, 0, 0, scale, half, half);
  const disc = {
    ...look, x: 0, y: 0, r: layout.r, fillBefore: look.fill, blend: 1, text: '', generation: 0, ringShown: 1,
    hasArc: false,
  };
  drawDisc(ctx, palette, disc);
  // In a crowd the ring of health is drawn where something is wrong; alive is what one expects.
  if (look.ring === Ring.Alive) return canvas;
  if (layout.r >= 4.5) drawHealthRing(ctx, palette, disc);
  else if (look.ring !== Ring.None && look.ring !== Ring.Unknown) drawDot(ctx, palette, look, layout.r);
  if (look.badges & (Badge.Paused | Badge.Slow)) drawBars(ctx, palette, look, layout.r);
  return canvas;
}

/** Too small for a ring: a dot in its colour. */
function drawDot(ctx, palette, { ring }, r) {
  ctx.beginPath();
  ctx.arc(0, 0, r * 0.5, 0, 2 * Math.PI);
  ctx.fillStyle = palette.css(palette.rings[ring]);
  ctx.fill();
}

/** Paused: two bars; slow: one. */
function drawBars(ctx, palette, { fill, badges }, r) {
  const slot = fill & FillMask;
  const isSolid = slot !== Fill.None && slot !== Fill.Stale;
  const at = badges & Badge.Paused ? [-0.3, 0.3] : [0];
  ctx.beginPath();
  for (const x of at) {
    ctx.moveTo(x * r, -0.4 * r);
    ctx.lineTo(x * r, 0.4 * r);
  }
  ctx.lineWidth = Math.max(1.1, r * 0.26);
  ctx.strokeStyle = isSolid ? palette.ink(palette.fills[slot]) : palette.css('paused');
  ctx.stroke();
}
