/** Chooses the painter for the cluster's size, keeps the layout, and redraws only the layers that need it. */
import { CloudPainter } from './cloud-painter.mjs';
import { drawEndings } from './ending-painter.mjs';
import { drawDueTimes, drawFlights } from './flight-painter.mjs';
import { GridPainter } from './grid-painter.mjs';
import { paintGround } from './ground.mjs';
import { easeInOut, Lasts, progress } from './motion.mjs';
import { layOut } from './layouts.mjs';
import { drawMagnifier } from './magnifier.mjs';
import { drawCloudLabels, drawOverlay, drawSampleChip } from './overlay.mjs';
import { RingPainter } from './ring-painter.mjs';
import { drawRulers } from './rulers.mjs';
import { drawStreaks } from './streak-painter.mjs';
import { areWallsMoving, buildWalls } from './walls.mjs';
import { drawGridOutlines } from './grid-overlay.mjs';

export class Renderer {
  /** Where marks of messages were drawn last, plan coordinates. @type {{ id: number, x: number, y: number }[]} */
  marks = [];
  /** Which painter draws: ring | cloud | grid. */
  mode = 'ring';
  #surface;
  #picture;
  #layoutName = 'auto';
  #layoutFor = '';
  #target = null;
  #move = null;
  #painters = { ring: new RingPainter(), cloud: new CloudPainter(), grid: new GridPainter() };
  #dirty = { ground: true, nodes: true, front: true };
  #isNodesChanging = false;
  #isFrontMoving = false;
  #isOverlayMoving = false;
  #wasPlaying = false;

  /** @param {import('./surface.mjs').Surface} surface @param {import('./picture.mjs').Picture} picture */
  constructor(surface, picture) {
    this.#surface = surface;
    this.#picture = picture;
    picture.layout = layOut('ring', 0, { width: 1, height: 1 });
  }

  /** @returns {import('./heat-grid.mjs').HeatGrid | null} the heat-grid as it is seen, device px */
  get gridView() {
    return this.mode === 'grid' && this.#painters.grid.plan ? this.#painters.grid.viewOf(this.#picture) : null;
  }

  /** Whether the next picture will differ without any new frame. */
  get isAnimating() {
    return this.#isNodesChanging || this.#isFrontMoving || this.#move !== null
      || areWallsMoving(this.#picture.walls, this.#picture.wallMs);
  }

  /** @param {...('ground'|'nodes'|'front')} layers none: all */
  invalidate(...layers) {
    for (const layer of layers.length > 0 ? layers : ['ground', 'nodes', 'front']) this.#dirty[layer] = true;
  }

  /** @param {string} name */
  setLayout(name) {
    this.#layoutName = name;
    this.#layoutFor = '';
  }

  /** The scene changed: walls and zones may have. */
  rebuild() {
    this.#layoutFor = '';
    this.invalidate();
  }

  /**
   * Draws what needs drawing.
   * @param {{ isMoving: boolean }} time whether virtual time moved since the last picture
   */
  draw({ isMoving }) {
    const picture = this.#picture;
    const changed = picture.cluster.takeChanged();
    this.#settleMode();
    this.#settleLayout();
    this.#advanceMove();
    if (areWallsMoving(picture.walls, picture.wallMs)) this.#advanceWalls();
    const isLensOpen = this.mode !== 'grid' || picture.pointer !== null;
    if (picture.isPlaying !== this.#wasPlaying || (changed.length > 0 && isLensOpen)) this.#dirty.front = true;
    this.#wasPlaying = picture.isPlaying;
    if (this.#dirty.ground) this.#drawGround();
    if (this.#dirty.nodes || changed.length > 0 || this.#isNodesChanging) this.#drawNodes(changed);
    if (this.#dirty.front || this.#isFrontMoving || (isMoving && this.#hasMovers())) this.#drawFront();
    this.#dirty = { ground: false, nodes: false, front: false };
  }

  #hasMovers() {
    const { flights, cluster } = this.#picture;
    return flights.count > 0 || flights.endings.length > 0 || cluster.arcs.length > 0 || this.marks.length > 0;
  }

  #settleMode() {
    const { cluster, camera } = this.#picture;
    const wanted = { heat: 'grid', cloud: 'cloud' }[this.#layoutName] ?? cluster.scene.mode;
    const mode = cluster.count > 1000 && wanted !== 'grid' ? 'grid' : wanted;
    if (mode === this.mode) return;
    this.mode = mode;
    for (const layer of Object.keys(this.#surface.layers)) this.#cleared(layer);
    if (mode !== 'grid') camera.snapTo(0);
    camera.fit(0, true);
    this.#layoutFor = '';
    this.invalidate();
    this.#picture.cluster.changed.push(-1);
  }

  #settleLayout() {
    const picture = this.#picture;
    const { cluster, size } = picture;
    const key = `${this.#layoutName} ${this.mode} ${cluster.count} ${size.width}x${size.height} ${cluster.scene.epoch}`;
    if (key === this.#layoutFor) return;
    const wasSized = this.#layoutFor !== '' && this.#layoutFor.includes(` ${size.width}x${size.height} `);
    this.#layoutFor = key;
    this.invalidate();
    if (this.mode === 'grid') {
      this.#painters.grid.prepare(picture);
      picture.walls = [];
      return;
    }
    const name = this.mode === 'cloud' ? 'cloud' : this.#layoutName;
    const zones = cluster.scene.zones?.length === cluster.count ? cluster.scene.zones : null;
    const old = picture.layout;
    const { surround } = picture.palette;
    this.#target = layOut(name, cluster.count, { width: size.width, height: size.height, surround }, zones);
    const mayMove = wasSized && !picture.isReduced && old.x.length > 0 && old.name !== '' && this.mode === 'ring';
    this.#move = mayMove ? { old, since: picture.wallMs } : null;
    picture.layout = this.#target;
    picture.walls = buildWalls(picture.walls, cluster.scene, this.#target, picture.wallMs);
    for (const flight of picture.flights.inAir) flight.stop = null;
  }

  /** Nodes glide from the old layout to the new one. */
  #advanceMove() {
    if (!this.#move) return;
    const { old, since } = this.#move;
    const p = progress(this.#picture.wallMs - since, Lasts.move);
    const share = easeInOut(p);
    const target = this.#target;
    const between = (from, to, i) => (i < from.length ? from[i] + (to[i] - from[i]) * share : to[i]);
    this.#picture.layout = p >= 1 ? target : {
      ...target,
      r: old.r + (target.r - old.r) * share,
      x: target.x.map((_, i) => between(old.x, target.x, i)),
      y: target.y.map((_, i) => between(old.y, target.y, i)),
    };
    if (p >= 1) this.#move = null;
    this.invalidate();
  }

  #advanceWalls() {
    const picture = this.#picture;
    picture.walls = picture.walls.filter(
      wall => wall.endedAt === null || picture.wallMs - wall.endedAt < Lasts.wallOut);
    this.#dirty.ground = true;
  }

  #drawGround() {
    const ctx = this.#surface.layers.ground;
    if (this.mode === 'grid') drawRulers(ctx, this.#picture, this.gridView);
    else paintGround(ctx, this.#picture);
  }

  #drawNodes(changed) {
    const list = this.#dirty.nodes ? [-1] : changed;
    this.#isNodesChanging = this.#painters[this.mode].paintNodes(this.#surface.layers.nodes, this.#picture, list);
  }

  #drawFront() {
    const isMoving = this.mode === 'grid' ? this.#drawGridFront() : this.#drawMessages();
    this.#isFrontMoving = isMoving || this.#picture.flights.endings.length > 0;
  }

  #drawGridFront() {
    const picture = this.#picture;
    const ctx = this.#cleared('overlay');
    ctx.setTransform(picture.dpr, 0, 0, picture.dpr, 0, 0);
    const isMoving = drawGridOutlines(ctx, picture, this.gridView);
    drawMagnifier(ctx, picture, this.gridView);
    return isMoving;
  }

  #drawMessages() {
    const picture = this.#picture;
    const { camera, dpr, flights, cluster } = picture;
    const isCloud = this.mode === 'cloud';
    // In a cloud discs are too small and too many to fly below them.
    const ctx = this.#cleared(isCloud ? 'overlay' : 'messages');
    camera.apply(ctx, dpr);
    drawEndings(ctx, picture);
    const { marks, share } = isCloud ? drawStreaks(ctx, picture) : { marks: drawFlights(ctx, picture), share: 1 };
    this.marks = marks;
    if (!isCloud && !this.#isOverlayDue()) return false;
    const top = isCloud ? ctx : this.#cleared('overlay');
    camera.apply(top, dpr);
    if (!isCloud && !picture.isPlaying) drawDueTimes(top, picture, marks);
    const isMoving = drawOverlay(top, picture);
    top.setTransform(dpr, 0, 0, dpr, 0, 0);
    if (isCloud) drawCloudLabels(top, picture);
    const sampled = Math.max(1, cluster.flightsTotal / Math.max(1, cluster.flightsSent));
    if (flights.count > 0) drawSampleChip(top, picture, sampled / share);
    this.#isOverlayMoving = isMoving || cluster.arcs.length > 0 || sampled > 1;
    return isMoving;
  }

  /** While only marks fly, what points at nodes is left as it was drawn. */
  #isOverlayDue() {
    return this.#dirty.front || this.#isOverlayMoving || this.#picture.cluster.arcs.length > 0;
  }

  #cleared(layer) {
    const ctx = this.#surface.layers[layer];
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    return ctx;
  }
}
