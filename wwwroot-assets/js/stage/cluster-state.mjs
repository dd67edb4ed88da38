/**
 * What is known of every node at the playhead. Frames come ahead of the playhead; each change waits for its moment:
 * that of the message which brought it, if the frame tells of one, else the end of the frame.
 */
import { Fill, FillMask } from './frame-format.mjs';
import { EmptyScene, toScene } from './scene.mjs';

/** What has not been drawn yet may pile up to this many frames; then the oldest are applied at once. */
const MostBatches = 240;

/** Above this many changed nodes a frame's changes are not timed one by one. */
const MostTimed = 400;

/**
 * @typedef {object} Batch
 * @property {import('./frame-decoder.mjs').Frame} frame
 * @property {Float64Array | null} times  when each node of the frame changes; null: all at its end
 * @property {number} done                how many of the nodes (in `order`) have changed
 * @property {Int32Array | null} order
 */

export class ClusterState {
  /** @type {import('./scene.mjs').Scene} */
  scene = EmptyScene;
  count = 0;
  informed = 0;
  lensIsNode = false;
  /** Messages that departed in the newest frame, and how many of them the server sent. */
  flightsTotal = 0;
  flightsSent = 0;
  /** @type {import('./frame-decoder.mjs').Arc[]} */
  arcs = [];
  /** @type {({ text: string, generation: number, incarnation: number } | undefined)[]} */
  labels = [];
  fill = new Uint8Array(0);
  ring = new Uint8Array(0);
  badges = new Uint8Array(0);
  observers = new Uint8Array(0);
  /** The value before the newest change, and when that was (wall ms): for cross-fades. */
  fillBefore = new Uint8Array(0);
  fillAt = new Float64Array(0);
  ringBefore = new Uint8Array(0);
  ringAt = new Float64Array(0);
  /** Indices changed since the painter last looked; -1 in it means everything. @type {number[]} */
  changed = [];
  /** @type {Batch[]} */
  #batches = [];

  /** @param {object} raw @returns {{ isNewRun: boolean }} */
  setScene(raw) {
    const scene = toScene(raw);
    const isNewRun = scene.epoch !== this.scene.epoch;
    if (isNewRun) this.forget();
    this.scene = scene;
    this.#resize(scene.n);
    this.changed.push(-1);
    return { isNewRun };
  }

  /** Drops everything that was ever heard of nodes. */
  forget() {
    this.#batches.length = 0;
    this.#resize(0);
    this.arcs = [];
    this.informed = 0;
    this.changed.push(-1);
  }

  /**
   * Queues a frame.
   * @param {import('./frame-decoder.mjs').Frame} frame
   * @param {((index: number, slot: number) => number) | null} arrivalOf when a message reached a node in this frame
   */
  ingest(frame, arrivalOf) {
    if (frame.nodes > this.count) this.#resize(frame.nodes);
    this.#batches.push(timed(frame, arrivalOf));
    if (this.#batches.length > MostBatches) this.#finish(this.#batches.shift(), -Infinity);
  }

  /**
   * Applies what is due.
   * @param {number} playheadMs
   * @param {number} wallMs -Infinity: without transitions
   */
  advance(playheadMs, wallMs) {
    while (this.#batches.length > 0 && this.#batches[0].frame.toMs <= playheadMs) {
      this.#finish(this.#batches.shift(), wallMs);
    }
    const next = this.#batches[0];
    if (next?.times) this.#applyUntil(next, playheadMs, wallMs);
  }

  /** Applies all that waits. @param {number} wallMs */
  catchUp(wallMs) {
    for (const batch of this.#batches) this.#finish(batch, wallMs);
    this.#batches.length = 0;
  }

  /** @param {number} index @returns {number} the fill's value part, 0..4 */
  slotOf(index) {
    return this.fill[index] & FillMask;
  }

  /** @returns {number[]} what changed since the last call */
  takeChanged() {
    const changed = this.changed;
    this.changed = [];
    return changed;
  }

  #resize(count) {
    if (count === this.count) return;
    this.count = count;
    for (const name of ['fill', 'ring', 'badges', 'observers', 'fillBefore', 'ringBefore', 'fillAt', 'ringAt']) {
      const old = this[name];
      const next = new old.constructor(count);
      if (name.endsWith('At')) next.fill(-Infinity);
      next.set(old.subarray(0, Math.min(count, old.length)));
      this[name] = next;
    }
    this.labels.length = Math.min(this.labels.length, count);
    this.changed.push(-1);
  }

  #applyUntil(batch, playheadMs, wallMs) {
    const { times, order } = batch;
    while (batch.done < order.length && times[order[batch.done]] <= playheadMs) {
      this.#applyNode(batch.frame, order[batch.done++], wallMs);
    }
  }

  #finish(batch, wallMs) {
    const { frame, order } = batch;
    for (let k = batch.done; k < frame.nodeIndex.length; k++) this.#applyNode(frame, order ? order[k] : k, wallMs);
    for (const label of frame.labels) this.#applyLabel(label);
    this.informed = frame.informed;
    this.arcs = frame.arcs;
    this.lensIsNode = frame.lensIsNode;
    if (frame.flights.length === 0) return;
    this.flightsTotal = frame.flightsTotal;
    this.flightsSent = frame.flights.length;
  }

  #applyNode(frame, k, wallMs) {
    const index = frame.nodeIndex[k];
    const [fill, ring, badges, observers] = frame.nodeState.subarray(k * 4, k * 4 + 4);
    if (fill === this.fill[index] && ring === this.ring[index] && badges === this.badges[index]
      && observers === this.observers[index]) return;
    if ((fill & FillMask) !== this.slotOf(index)) {
      this.fillBefore[index] = this.fill[index];
      this.fillAt[index] = wallMs;
    }
    if (ring !== this.ring[index]) {
      this.ringBefore[index] = this.ring[index];
      this.ringAt[index] = wallMs;
    }
    this.fill[index] = fill;
    this.ring[index] = ring;
    this.badges[index] = badges;
    this.observers[index] = observers;
    this.changed.push(index);
    // A label that came with the change appears with it, not at the end of the frame.
    const label = frame.labels.find(candidate => candidate.index === index);
    if (label) this.#applyLabel(label);
  }

  #applyLabel({ index, value, generation, incarnation }) {
    const old = this.labels[index];
    const text = generation > 0 ? shortValue(value) : '';
    if (old?.text === text && old.generation === generation && old.incarnation === incarnation) return;
    this.labels[index] = { text, generation, incarnation };
    this.changed.push(index);
  }
}

/** @param {import('./frame-decoder.mjs').Frame} frame @returns {Batch} */
function timed(frame, arrivalOf) {
  const count = frame.nodeIndex.length;
  if (!arrivalOf || frame.isJump || frame.isSnapshot || count === 0 || count > MostTimed) {
    return { frame, times: null, order: null, done: 0 };
  }
  const times = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const slot = frame.nodeState[k * 4] & FillMask;
    const at = slot === Fill.None ? NaN : arrivalOf(frame.nodeIndex[k], slot);
    times[k] = at >= frame.fromMs && at <= frame.toMs ? at : frame.toMs;
  }
  const order = Int32Array.from(times.keys()).sort((a, b) => times[a] - times[b]);
  return { frame, times, order, done: 0 };
}

const Units = [
  [10n ** 18n, 'E'], [10n ** 15n, 'P'], [10n ** 12n, 'T'], [10n ** 9n, 'G'], [10n ** 6n, 'M'], [1000n, 'k'],
];

/** @param {bigint} value @returns {string} at most five characters and a sign */
export function shortValue(value) {
  const sign = value < 0n ? '−' : '';
  const size = value < 0n ? -value : value;
  if (size < 100_000n) return sign + size;
  const [unit, letter] = Units.find(([least]) => size >= least);
  const tenths = (size * 10n) / unit;
  return tenths < 100n ? `${sign}${tenths / 10n}.${tenths % 10n}${letter}` : `${sign}${tenths / 10n}${letter}`;
}
