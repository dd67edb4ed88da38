/**
 * The stage: a gossip cluster drawn live from binary frames. It draws what the frames say and tells what was pointed
 * at; it knows no protocol.
 */
import { Camera } from './camera.mjs';
import { ClusterState } from './cluster-state.mjs';
import { Flights } from './flights.mjs';
import { FrameReader } from './frame-reader.mjs';
import { neighbourOf } from './hit-test.mjs';
import { Interaction } from './interaction.mjs';
import { readPalette } from './palette.mjs';
import { Picker } from './picker.mjs';
import { Picture } from './picture.mjs';
import { Playhead } from './playhead.mjs';
import { Renderer } from './renderer.mjs';
import { Surface } from './surface.mjs';
import { Timeline } from './timeline.mjs';

const ThemeSettlesMs = 300;

/**
 * @typedef {object} StageOptions
 * @property {boolean} [reducedMotion]  default: what the system asks for
 * @property {string} [layout]          auto | ring | two-rings | rings | squares | cloud | heat
 * @property {boolean} [wheelNeedsCtrl] leave the plain wheel to the page
 *
 * @typedef {object} StageCallbacks
 * @property {(index: number | null, additive: boolean) => void} [onSelect]
 * @property {(index: number) => void} [onActivate]
 * @property {(index: number | null, clientX: number, clientY: number, flight: number | null) => void} [onContext]
 * @property {(id: number) => void} [onFlight]
 * @property {(ms: number, informed: number) => void} [onPlayhead]  at most 4 a second
 */

/**
 * @param {HTMLElement} root an empty element with a size of its own
 * @param {StageOptions} [options]
 * @param {StageCallbacks} [callbacks]
 */
export function create(root, options = {}, callbacks = {}) {
  const stage = new Stage(root, options, callbacks);
  return {
    /** Takes one frame. @returns {'ok' | 'resync'} resync: a snapshot is needed before anything else counts */
    push: bytes => stage.push(bytes),
    /** Reads the colours anew. */
    setTheme: () => stage.setTheme(),
    setMotion: reduced => stage.setMotion(reduced),
    /** Marks nodes as selected; null: none. @param {number | number[] | null} index */
    select: index => stage.select(index),
    /** Marks the node that has the keyboard; null: none. @param {number | null} index */
    focus: index => stage.focus(index),
    setLayout: name => stage.setLayout(name),
    /** @param {import('./picture.mjs').Filter | null} filter what stays bright; null: all */
    setFilter: filter => stage.setFilter(filter),
    fit: () => stage.fit(),
    /** @param {number} factor above 1: closer */
    zoom: factor => stage.zoom(factor),
    /** @returns {{ x: number, y: number, r: number } | null} a node's place on the stage, CSS px */
    placeOf: index => stage.placeOf(index),
    /** The node an arrow key leads to. @param {'left'|'right'|'up'|'down'} direction @returns {number} or -1 */
    neighbour: (index, direction) => stage.neighbour(index, direction),
    /** The order of frames is lost; the next must be a snapshot. */
    expectSnapshot: () => stage.expectSnapshot(),
    /** @returns {{ mode: string, playheadMs: number, informed: number, drawMs: number, draws: number }} */
    report: () => stage.report(),
    dispose: () => stage.dispose(),
  };
}

class Stage {
  #root;
  #callbacks;
  #cluster = new ClusterState();
  #flights = new Flights();
  #timeline = new Timeline();
  #reader = new FrameReader();
  #camera = new Camera();
  #picture;
  #surface;
  #renderer;
  #picker;
  #interaction;
  #playhead;
  #request = 0;
  #themeTimer = 0;
  #lastPlayheadMs = NaN;
  #drawMs = 0;
  #draws = 0;

  constructor(root, options, callbacks) {
    this.#root = root;
    this.#callbacks = callbacks;
    this.#picture = new Picture({
      cluster: this.#cluster, flights: this.#flights, camera: this.#camera, palette: readPalette(root),
    });
    this.#picture.isReduced = options.reducedMotion ?? matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#surface = new Surface(root, { onResize: () => this.#resize(), onVisible: seen => this.#wake(seen) });
    this.#renderer = new Renderer(this.#surface, this.#picture);
    this.#picker = new Picker(this.#picture, this.#renderer);
    this.#interaction = new Interaction({
      element: this.#surface.top, picture: this.#picture, renderer: this.#renderer, picker: this.#picker,
      redraw: (...layers) => this.#redraw(...layers), fit: () => this.fit(),
    }, options, callbacks);
    this.#playhead = new Playhead((ms, informed) => this.#callbacks.onPlayhead?.(ms, informed));
    if (options.layout) this.#renderer.setLayout(options.layout);
    this.#resize();
  }

  push(bytes) {
    const read = this.#reader.read(bytes);
    if ('resync' in read) return 'resync';
    const wallMs = performance.now();
    if ('scene' in read) this.#takeScene(read.scene, wallMs);
    else this.#takeFrame(read.frame, wallMs);
    if (this.#surface.isVisible) this.#schedule();
    else this.#followUnseen();
    return 'ok';
  }

  setTheme() {
    this.#readColours();
    // A style sheet that was not for this screen until now may take a moment.
    clearTimeout(this.#themeTimer);
    this.#themeTimer = setTimeout(() => this.#readColours(), ThemeSettlesMs);
  }

  setMotion(reduced) {
    this.#picture.isReduced = reduced;
    this.#redraw();
  }

  select(index) {
    this.#picture.selected = index === null ? [] : [index].flat();
    this.#redraw('front');
  }

  focus(index) {
    this.#picture.focus = index ?? -1;
    this.#redraw('front');
  }

  setLayout(name) {
    this.#renderer.setLayout(name);
    this.#redraw();
  }

  setFilter(filter) {
    this.#picture.filter = filter;
    this.#redraw();
  }

  fit() {
    this.#camera.fit(performance.now(), this.#picture.isReduced);
    this.#redraw();
  }

  zoom(factor) {
    const { width, height } = this.#surface.size;
    this.#camera.zoom(factor, width / 2, height / 2);
    this.#redraw();
  }

  placeOf(index) {
    return this.#picker.placeOf(index);
  }

  neighbour(index, direction) {
    return this.#renderer.mode === 'grid' ? this.#picker.gridNeighbour(index, direction)
      : neighbourOf(this.#picture.layout, index, direction);
  }

  expectSnapshot() {
    this.#reader.reset();
  }

  report() {
    return {
      mode: this.#renderer.mode, playheadMs: this.#timeline.playheadMs, informed: this.#cluster.informed,
      drawMs: this.#drawMs, draws: this.#draws,
    };
  }

  dispose() {
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#themeTimer);
    this.#playhead.dispose();
    this.#interaction.dispose();
    this.#surface.dispose();
  }

  #readColours() {
    const palette = readPalette(this.#root);
    if (palette.isSameAs(this.#picture.palette)) return;
    this.#picture.palette = palette;
    this.#redraw();
  }

  #takeScene(raw, wallMs) {
    const cueBefore = this.#cluster.scene.cue;
    const { isNewRun } = this.#cluster.setScene(raw);
    if (isNewRun) this.#flights.clear();
    if (this.#cluster.scene.cue !== cueBefore) this.#picture.cueSince = wallMs;
    this.#renderer.rebuild();
  }

  #takeFrame(frame, wallMs) {
    const jumped = this.#timeline.accept(frame, wallMs);
    if (jumped) this.#cluster.catchUp(-Infinity);
    this.#flights.add(frame);
    const isTimed = !jumped && frame.nodes <= 1000;
    this.#cluster.ingest(frame, isTimed ? this.#flights.arrivalsIn(frame) : null);
    if (!jumped) return;
    const isStep = !frame.isSnapshot && !this.#picture.isReduced;
    if (!frame.isSnapshot) this.#flights.traceUntil(frame.toMs);
    else this.#flights.endings.length = 0;
    this.#cluster.catchUp(isStep ? wallMs : -Infinity);
    this.#renderer.invalidate('front');
  }

  /** Nobody looks: state follows the frames, nothing is drawn. */
  #followUnseen() {
    this.#timeline.skipToEnd();
    this.#cluster.catchUp(-Infinity);
    this.#flights.advance(this.#timeline.playheadMs, performance.now());
    this.#flights.endings.length = 0;
    this.#playhead.tell(this.#timeline.playheadMs, this.#cluster.informed, performance.now());
  }

  #wake(isSeen) {
    if (isSeen) this.#redraw();
    else cancelAnimationFrame(this.#request);
    if (!isSeen) this.#request = 0;
  }

  #resize() {
    Object.assign(this.#picture, { size: this.#surface.size, dpr: this.#surface.dpr });
    this.#redraw();
  }

  #redraw(...layers) {
    this.#renderer.invalidate(...layers);
    this.#schedule();
  }

  #schedule() {
    if (this.#request === 0 && this.#surface.isVisible) this.#request = requestAnimationFrame(ms => this.#tick(ms));
  }

  #tick(wallMs) {
    this.#request = 0;
    const began = performance.now();
    const playheadMs = this.#timeline.advance(wallMs);
    const isMoving = playheadMs !== this.#lastPlayheadMs;
    this.#lastPlayheadMs = playheadMs;
    this.#cluster.advance(playheadMs, wallMs);
    this.#flights.advance(playheadMs, wallMs);
    Object.assign(this.#picture, { wallMs, playheadMs, isPlaying: this.#timeline.isPlaying });
    if (this.#camera.advance(wallMs)) this.#renderer.invalidate();
    this.#interaction.allowScroll(this.#camera.isFit);
    this.#renderer.draw({ isMoving });
    this.#playhead.tell(playheadMs, this.#cluster.informed, wallMs);
    this.#drawMs = performance.now() - began;
    this.#draws++;
    if (this.#timeline.isMoving || this.#renderer.isAnimating || this.#camera.isGliding) this.#schedule();
  }
}
