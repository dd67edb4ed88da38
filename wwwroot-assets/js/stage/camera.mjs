/** Which part of the plan is seen. Screen = plan * scale + shift. The plan at scale 1 fits the stage. */
import { easeInOut, Lasts, progress } from './motion.mjs';

const Least = 0.6;
const Most = 12;

export class Camera {
  scale = 1;
  x = 0;
  y = 0;
  #glide = null;
  #cell = 0;
  #wish = 1;

  get isFit() { return this.scale === 1 && this.x === 0 && this.y === 0; }

  get isGliding() { return this.#glide !== null; }

  /** @param {number} factor @param {number} atX screen @param {number} atY screen */
  zoom(factor, atX, atY) {
    this.#glide = null;
    this.#wish = Math.min(Most, Math.max(Least, this.#wish * factor));
    const scale = this.#snapped(this.#wish);
    this.x = atX - ((atX - this.x) * scale) / this.scale;
    this.y = atY - ((atY - this.y) * scale) / this.scale;
    this.scale = scale;
  }

  /** From now on a cell of so many device px stays a whole number of px at every scale; 0: any scale will do. */
  snapTo(cell) {
    this.#cell = cell;
    this.scale = this.#snapped(this.#wish);
  }

  #snapped(scale) {
    return this.#cell > 0 ? Math.max(1, Math.round(this.#cell * scale)) / this.#cell : scale;
  }

  /** @param {number} dx @param {number} dy */
  pan(dx, dy) {
    this.#glide = null;
    this.x += dx;
    this.y += dy;
  }

  /** Shows the whole plan. @param {number} wallMs @param {boolean} isCut without a glide */
  fit(wallMs, isCut) {
    this.glideTo({ scale: 1, x: 0, y: 0 }, wallMs, isCut);
  }

  /** @param {{ scale: number, x: number, y: number }} target @param {number} wallMs @param {boolean} isCut */
  glideTo(target, wallMs, isCut) {
    this.#wish = target.scale;
    if (isCut) Object.assign(this, target);
    this.#glide = isCut ? null : { from: { scale: this.scale, x: this.x, y: this.y }, target, since: wallMs };
  }

  /** @param {number} wallMs @returns {boolean} whether the view changed */
  advance(wallMs) {
    const glide = this.#glide;
    if (!glide) return false;
    const p = progress(wallMs - glide.since, Lasts.camera);
    const share = easeInOut(p);
    for (const part of ['scale', 'x', 'y']) {
      this[part] = glide.from[part] + (glide.target[part] - glide.from[part]) * share;
    }
    this.scale = this.#snapped(this.scale);
    if (p >= 1) {
      Object.assign(this, glide.target);
      this.#glide = null;
    }
    return true;
  }

  /** @param {number} x @param {number} y @returns {{ x: number, y: number }} a screen point on the plan */
  toPlan(x, y) {
    return { x: (x - this.x) / this.scale, y: (y - this.y) / this.scale };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} dpr */
  apply(ctx, dpr) {
    ctx.setTransform(dpr * this.scale, 0, 0, dpr * this.scale, dpr * this.x, dpr * this.y);
  }
}
