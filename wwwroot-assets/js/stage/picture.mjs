/**
 * Everything a painter looks at for one picture. Painters read it and change nothing but what they keep of their own.
 *
 * @typedef {object} Filter
 * @property {number[]} [slots]  value parts of the fill (0..4) that stay bright
 * @property {number[]} [rings]  health rings that stay bright
 * @property {number[]} [kinds]  message kinds that stay bright
 * @property {number[]} [nodes]  nodes that stay bright
 */
import { Lasts, progress } from './motion.mjs';

export class Picture {
  wallMs = 0;
  playheadMs = 0;
  /** Whether time goes on by itself; while it stands, messages say when they are due. */
  isPlaying = false;
  isReduced = false;
  dpr = 1;
  size = { width: 1, height: 1 };
  hover = -1;
  /** @type {number | null} */
  hoverFlight = null;
  /** @type {number[]} */
  selected = [];
  focus = -1;
  cueSince = 0;
  /** The pointer, CSS px on the stage; null while it is elsewhere. @type {{ x: number, y: number } | null} */
  pointer = null;
  /** @type {Filter | null} */
  #filter = null;
  #filterNodes = null;

  /**
   * @param {{ cluster: import('./cluster-state.mjs').ClusterState, flights: import('./flights.mjs').Flights,
   *   camera: import('./camera.mjs').Camera, palette: import('./palette.mjs').Palette }} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    /** @type {import('./layouts.mjs').Layout} */
    this.layout = null;
    /** @type {import('./walls.mjs').WallShape[]} */
    this.walls = [];
  }

  get filter() { return this.#filter; }

  set filter(filter) {
    this.#filter = filter;
    this.#filterNodes = filter?.nodes ? new Set(filter.nodes) : null;
  }

  /** @param {number} index @returns {boolean} whether the node stays bright under the filter */
  isBright(index) {
    const filter = this.#filter;
    if (!filter) return true;
    return (!filter.slots || filter.slots.includes(this.cluster.slotOf(index)))
      && (!filter.rings || filter.rings.includes(this.cluster.ring[index]))
      && (!this.#filterNodes || this.#filterNodes.has(index));
  }

  /** @param {import('./flights.mjs').Flight} flight */
  isFlightBright(flight) {
    const filter = this.#filter;
    if (!filter) return true;
    return (!filter.kinds || filter.kinds.includes(flight.kind))
      && (!this.#filterNodes || this.#filterNodes.has(flight.from) || this.#filterNodes.has(flight.to));
  }

  /** How far a node's newest value has faded in, 0..1. @param {number} index */
  fillShown(index) {
    return this.isReduced ? 1 : progress(this.wallMs - this.cluster.fillAt[index], Lasts.fill);
  }

  /** @param {number} index */
  ringShown(index) {
    return this.isReduced ? 1 : progress(this.wallMs - this.cluster.ringAt[index], Lasts.cross);
  }

  /** @param {number} index @returns {boolean} whether the node is still in a transition */
  isChanging(index) {
    const since = Math.max(this.cluster.fillAt[index], this.cluster.ringAt[index]);
    return !this.isReduced && this.wallMs - since < Lasts.ripple;
  }
}
