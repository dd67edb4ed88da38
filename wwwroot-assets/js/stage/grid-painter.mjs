/**
 * 1,001 to 20,000 nodes: a heat-grid, rastered by the CPU into one image. Only cells that changed are copied, so a
 * wave through 10,000 nodes costs a few milliseconds.
 */
import { cornerOf, nodesIn, planHeatGrid } from './heat-grid.mjs';
import { Lasts } from './motion.mjs';
import { lookOf, Steps, Tiles } from './tiles.mjs';

export class GridPainter {
  /** @type {import('./heat-grid.mjs').HeatGrid | null} */
  plan = null;
  #planFor = '';
  /** @type {Tiles | null} */
  #tiles = null;
  /** @type {ImageData | null} */
  #image = null;
  #pixels = new Uint32Array(0);
  #viewFor = '';
  /** What each cell looks like, what it looked like, and since when. */
  #looks = new Uint16Array(0);
  #before = new Uint16Array(0);
  #since = new Float64Array(0);
  #changing = new Set();

  /**
   * Makes or keeps the plan for the present stage.
   * @param {import('./picture.mjs').Picture} picture
   * @returns {import('./heat-grid.mjs').HeatGrid}
   */
  prepare({ cluster, size, dpr, camera }) {
    const { scene } = cluster;
    const key = `${cluster.count} ${size.width}x${size.height} ${dpr} ${scene.epoch} ${scene.zones ? 'zoned' : ''}`;
    if (key === this.#planFor) return this.plan;
    this.#planFor = key;
    const zones = scene.zones?.length === cluster.count ? scene.zones : null;
    this.plan = planHeatGrid(cluster.count, size, dpr, zones);
    this.#looks = new Uint16Array(this.plan.cells);
    this.#before = new Uint16Array(this.plan.cells);
    this.#since = new Float64Array(this.plan.cells).fill(-Infinity);
    this.#viewFor = '';
    camera.snapTo(this.plan.cell);
    return this.plan;
  }

  /** How the plan is seen through the camera, device px. @param {import('./picture.mjs').Picture} picture */
  viewOf({ camera, dpr }) {
    const { plan } = this;
    return {
      ...plan,
      cell: Math.max(1, Math.round(plan.cell * camera.scale)),
      left: Math.round(plan.left * camera.scale + camera.x * dpr),
      top: Math.round(plan.top * camera.scale + camera.y * dpr),
    };
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {import('./picture.mjs').Picture} picture
   * @param {number[]} changed
   * @returns {boolean} whether something is still in a transition
   */
  paintNodes(ctx, picture, changed) {
    this.prepare(picture);
    const view = this.viewOf(picture);
    const isFull = this.#prepareImage(picture, view) || changed.includes(-1);
    if (isFull) this.#changing.clear();
    if (isFull) for (let cell = 0; cell < view.cells; cell++) this.#refresh(picture, cell);
    else for (const index of changed) this.#refresh(picture, this.plan.cellOf[index]);
    if (isFull) for (let cell = 0; cell < view.cells; cell++) this.#blit(picture, view, cell);
    else for (const cell of this.#changing) this.#blit(picture, view, cell);
    for (const cell of this.#changing) {
      if (picture.isReduced || picture.wallMs - this.#since[cell] >= Lasts.fill) this.#changing.delete(cell);
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.putImageData(this.#image, 0, 0);
    return this.#changing.size > 0;
  }

  /** @returns {boolean} whether the image must be filled anew */
  #prepareImage({ size, dpr, palette, filter }, view) {
    const width = Math.max(1, Math.round(size.width * dpr));
    const height = Math.max(1, Math.round(size.height * dpr));
    const key = `${width}x${height} ${view.cell} ${view.left} ${view.top} ${palette.css('canvas')} `
      + `${palette.css('a')} ${JSON.stringify(filter)}`;
    if (key === this.#viewFor && this.#image) return false;
    this.#viewFor = key;
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
    this.#pixels.fill(0);
    if (this.#tiles?.cell !== view.cell || this.#tiles.palette !== palette) this.#tiles = new Tiles(palette, view.cell);
    return true;
  }

  #refresh(picture, cell) {
    if (cell < 0) return;
    const look = this.#lookOf(picture.cluster, cell);
    if (look !== this.#looks[cell]) {
      this.#before[cell] = this.#looks[cell];
      this.#looks[cell] = look;
      this.#since[cell] = picture.cluster.fillAt[this.plan.order[this.plan.first[cell]] ?? 0];
    }
    this.#changing.add(cell);
  }

  /** A cell of several nodes looks as most of them do, with the worst health among them. */
  #lookOf(cluster, cell) {
    const nodes = nodesIn(this.plan, cell);
    if (nodes.length === 0) return 0;
    if (nodes.length === 1) return lookOf(cluster.fill[nodes[0]], cluster.ring[nodes[0]], cluster.badges[nodes[0]]);
    const counts = [0, 0, 0, 0, 0, 0, 0, 0];
    let ring = 0;
    let badges = 0;
    for (const node of nodes) {
      counts[cluster.slotOf(node)]++;
      ring = Math.max(ring, cluster.ring[node]);
      badges |= cluster.badges[node];
    }
    return lookOf(counts.indexOf(Math.max(...counts)), ring, badges);
  }

  #stepOf(picture, cell) {
    if (picture.isReduced) return Steps;
    return Math.min(Steps, Math.floor(((picture.wallMs - this.#since[cell]) / Lasts.fill) * Steps));
  }

  #blit(picture, view, cell) {
    const node = this.plan.first[cell];
    if (node < 0) return;
    const { x, y } = cornerOf(view, cell);
    const size = view.cell;
    const { width, height } = this.#image;
    if (x >= width || y >= height || x + size <= 0 || y + size <= 0) return;
    const isDim = picture.filter !== null && !picture.isBright(this.plan.order[node]);
    const tile = this.#tiles.find(this.#looks[cell], this.#before[cell], this.#stepOf(picture, cell), isDim);
    const left = Math.max(0, -x);
    const right = Math.min(size, width - x);
    for (let row = Math.max(0, -y); row < Math.min(size, height - y); row++) {
      const to = (y + row) * width + x;
      // Small rows: a plain loop is faster than subarray and set.
      for (let column = left; column < right; column++) this.#pixels[to + column] = tile[row * size + column];
    }
  }
}
