/** The messages in the air, and the marks that some leave behind when they end. All positions are shares of a link. */
import { Fate } from './frame-format.mjs';
import { Lasts } from './motion.mjs';

const MostFlights = 6_000;
const MostEndings = 220;
const MostTraces = 140;

/** A flight seen in fewer pictures than this was too fast for the eye; a line says where it went. */
const FewestSightings = 5;

/**
 * @typedef {import('./frame-decoder.mjs').FlightRecord & {
 *   endMs: number,       virtual time at which it stops moving
 *   stop: number | null, share of the link at which it is drawn to stop, if that is known better than by its fate
 *   seen: number,        pictures in which it was drawn
 *   isTracer: boolean    leave a line in any case
 * }} Flight
 *
 * @typedef {object} Ending
 * @property {'lost'|'wall'|'dropped'|'down'|'trace'|'landing'} type
 * @property {Flight} flight
 * @property {number} share   where on the link
 * @property {number} since   wall ms
 * @property {number} lasts   wall ms
 */

export class Flights {
  /** @type {Map<number, Flight>} */
  #inAir = new Map();
  /** @type {Ending[]} */
  endings = [];

  /** @returns {IterableIterator<Flight>} */
  get inAir() { return this.#inAir.values(); }

  get count() { return this.#inAir.size; }

  /** @param {number} id @returns {Flight | undefined} */
  find(id) { return this.#inAir.get(id); }

  /**
   * Adds what departed. A snapshot lists all that is in the air, so what it does not list and has not ended by then is
   * no more.
   * @param {import('./frame-decoder.mjs').Frame} frame
   */
  add(frame) {
    if (frame.isSnapshot) this.#keepOnly(frame);
    for (const record of frame.flights) {
      const old = this.#inAir.get(record.id);
      this.#inAir.set(record.id, {
        ...record, endMs: endOf(record), stop: null, seen: old?.seen ?? 0, isTracer: false,
      });
    }
    while (this.#inAir.size > MostFlights) this.#inAir.delete(this.#inAir.keys().next().value);
  }

  /**
   * The moment a message that fits reached a node within a frame, for the change that it caused.
   * @param {import('./frame-decoder.mjs').Frame} frame
   * @returns {(index: number, slot: number) => number} NaN: no such message
   */
  arrivalsIn(frame) {
    const byNode = new Map();
    for (const flight of this.#inAir.values()) {
      if (flight.fate !== Fate.Arrives || flight.arrivesMs < frame.fromMs || flight.arrivesMs > frame.toMs) continue;
      const key = flight.to * 8 + flight.colour;
      byNode.set(key, Math.min(byNode.get(key) ?? Infinity, flight.arrivesMs));
    }
    return (index, slot) => byNode.get(index * 8 + slot) ?? NaN;
  }

  /**
   * Ends what is over.
   * @param {number} playheadMs
   * @param {number} wallMs
   */
  advance(playheadMs, wallMs) {
    for (const flight of this.#inAir.values()) {
      if (flight.endMs > playheadMs) continue;
      this.#inAir.delete(flight.id);
      this.#leaveMark(flight, wallMs);
    }
    if (this.endings.length > 0) this.endings = this.endings.filter(ending => wallMs - ending.since < ending.lasts);
  }

  /** The clock jumps over a step: what ends in it leaves a line. @param {number} toMs */
  traceUntil(toMs) {
    for (const flight of this.#inAir.values()) flight.isTracer ||= flight.endMs <= toMs;
  }

  clear() {
    this.#inAir.clear();
    this.endings = [];
  }

  #keepOnly(frame) {
    const listed = new Set(frame.flights.map(flight => flight.id));
    for (const flight of this.#inAir.values()) {
      if (!listed.has(flight.id) && (frame.isJump || flight.endMs > frame.toMs)) this.#inAir.delete(flight.id);
    }
  }

  #leaveMark(flight, since) {
    if (this.endings.length >= MostEndings) return;
    const fell = { [Fate.LostOnLink]: 'lost', [Fate.Wall]: 'wall', [Fate.Dropped]: 'dropped',
      [Fate.ReceiverDown]: 'down' }[flight.fate];
    const share = shareAt(flight, flight.endMs);
    if (fell) this.endings.push({ type: fell, flight, share, since, lasts: Lasts.lostMark + Lasts.ghost });
    const wasFast = flight.seen < FewestSightings;
    if ((wasFast || flight.isTracer) && this.#traces() < MostTraces) {
      const lasts = flight.isTracer ? Lasts.stepTrace : Lasts.trace;
      this.endings.push({ type: 'trace', flight, share, since, lasts });
    } else if (!fell && !wasFast) {
      this.endings.push({ type: 'landing', flight, share: 1, since, lasts: Lasts.landing });
    }
  }

  #traces() {
    return this.endings.reduce((sum, ending) => sum + (ending.type === 'trace' ? 1 : 0), 0);
  }
}

/** @param {import('./frame-decoder.mjs').FlightRecord} flight @returns {number} virtual ms */
function endOf(flight) {
  if (flight.fate === Fate.Held) return Infinity;
  const isCut = flight.fate === Fate.LostOnLink || flight.fate === Fate.Wall || flight.fate === Fate.Dropped;
  return isCut ? flight.departsMs + (flight.arrivesMs - flight.departsMs) * flight.fateAt : flight.arrivesMs;
}

/**
 * How far along its link a flight is drawn. Where the wall that stops it is known, it moves evenly towards that.
 * @param {Flight} flight
 * @param {number} playheadMs
 * @returns {number} 0..1
 */
export function shareAt(flight, playheadMs) {
  const way = flight.arrivesMs - flight.departsMs;
  const even = way > 0 ? (Math.min(playheadMs, flight.endMs) - flight.departsMs) / way : 1;
  const share = Math.min(1, Math.max(0, even));
  if (flight.fate === Fate.Held) return Math.min(share, flight.fateAt);
  return flight.stop !== null && flight.fateAt > 0 ? Math.min(1, share / flight.fateAt) * flight.stop : share;
}

/**
 * Whether a flight is drawn when only one in many may be: a fixed property of its id, so that nothing flickers.
 * @param {number} id
 * @param {number} share 0..1
 */
export function isSampled(id, share) {
  return share >= 1 || (Math.imul(id, 0x9e3779b1) >>> 0) / 0x1_0000_0000 < share;
}
