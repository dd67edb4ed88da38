/**
 * Bytes in, a frame out. Nothing here throws on garbage: a faulty frame is answered with a reason, and a gap in the
 * sequence with a request to resynchronise.
 */
import {
  ArcBytes, FlightBytes, FormatVersion, FrameFlag, FrameKind, HeaderBytes, LabelBytes, Limits, NodeBytes,
} from './frame-format.mjs';

/**
 * @typedef {object} NodeLabel
 * @property {number} index
 * @property {bigint} value
 * @property {number} generation
 * @property {number} incarnation
 *
 * @typedef {object} Arc  A suspicion's countdown under the lens.
 * @property {number} subject
 * @property {number} startMs
 * @property {number} endMs
 *
 * @typedef {object} FlightRecord
 * @property {number} id
 * @property {number} from
 * @property {number} to
 * @property {number} departsMs  virtual time
 * @property {number} arrivesMs  virtual time
 * @property {number} kind
 * @property {number} colour
 * @property {number} pips
 * @property {number} fate
 * @property {number} fateAt     how far it gets, 0..1
 *
 * @typedef {object} Frame
 * @property {boolean} isSnapshot
 * @property {boolean} isPlaying
 * @property {boolean} isJump
 * @property {boolean} lensIsNode
 * @property {number} sequence
 * @property {number} fromMs
 * @property {number} toMs
 * @property {number} rate
 * @property {number} nodes       in the cluster
 * @property {number} informed
 * @property {Uint32Array} nodeIndex
 * @property {Uint8Array} nodeState  four bytes a node: fill, ring, badges, ringAux
 * @property {NodeLabel[]} labels
 * @property {Arc[]} arcs
 * @property {FlightRecord[]} flights
 * @property {number} flightsTotal  before the server's sampling
 *
 * @typedef {{ frame: Frame } | { scene: import('./scene.mjs').Scene } | { error: string }} Decoded
 */

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * @param {Uint8Array} bytes
 * @returns {Decoded}
 */
export function decode(bytes) {
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) return { error: 'empty' };
  if (bytes[0] === FrameKind.Scene) return decodeScene(bytes);
  if (bytes[0] > FrameKind.Scene) return { error: 'unknown-kind' };
  if (bytes.length < HeaderBytes) return { error: 'short-header' };
  if (bytes[1] !== FormatVersion) return { error: 'unknown-version' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frame = readHeader(view);
  const error = checkHeader(frame) ?? readSections(view, frame);
  return error ? { error } : { frame };
}

/** @param {Uint8Array} bytes @returns {Decoded} */
function decodeScene(bytes) {
  try {
    const scene = JSON.parse(utf8.decode(bytes.subarray(1)));
    if (scene === null || typeof scene !== 'object' || Array.isArray(scene)) return { error: 'scene-shape' };
    return Number.isInteger(scene.n) && scene.n >= 0 && scene.n <= Limits.nodes ? { scene } : { error: 'scene-nodes' };
  } catch {
    // JSON.parse and a fatal TextDecoder speak by throwing; what they say is not worth more than this.
    return { error: 'scene-json' };
  }
}

/** @param {DataView} view @returns {Frame} */
function readHeader(view) {
  const flags = view.getUint8(2);
  return {
    isSnapshot: view.getUint8(0) === FrameKind.Snapshot,
    isPlaying: (flags & FrameFlag.Playing) !== 0,
    lensIsNode: (flags & FrameFlag.LensIsNode) !== 0,
    isJump: (flags & FrameFlag.Jump) !== 0,
    sequence: view.getUint32(4, true),
    fromMs: view.getFloat64(8, true),
    toMs: view.getFloat64(16, true),
    rate: view.getFloat64(24, true),
    nodes: view.getUint32(32, true),
    informed: view.getUint32(36, true),
    nodeIndex: new Uint32Array(0),
    nodeState: new Uint8Array(0),
    labels: [],
    arcs: [],
    flights: [],
    flightsTotal: 0,
  };
}

/** @param {Frame} frame @returns {string | null} */
function checkHeader(frame) {
  if (!Number.isFinite(frame.fromMs) || !Number.isFinite(frame.toMs) || frame.toMs < frame.fromMs) return 'times';
  if (Number.isNaN(frame.rate) || frame.rate < 0) return 'rate';
  if (frame.nodes > Limits.nodes) return 'too-many-nodes';
  return frame.informed > frame.nodes ? 'informed' : null;
}

/** @param {DataView} view @param {Frame} frame @returns {string | null} */
function readSections(view, frame) {
  const cursor = { at: HeaderBytes };
  const error = readNodes(view, cursor, frame) ?? readLabels(view, cursor, frame)
    ?? readArcs(view, cursor, frame) ?? readFlights(view, cursor, frame);
  if (error) return error;
  if (cursor.at + 4 > view.byteLength) return 'short-total';
  frame.flightsTotal = view.getUint32(cursor.at, true);
  return cursor.at + 4 === view.byteLength ? null : 'trailing-bytes';
}

/**
 * Reads a section's count and checks that all its items are there.
 * @returns {number} the count, or -1
 */
function openSection(view, cursor, itemBytes, limit) {
  if (cursor.at + 4 > view.byteLength) return -1;
  const count = view.getUint32(cursor.at, true);
  cursor.at += 4;
  return count > limit || cursor.at + count * itemBytes > view.byteLength ? -1 : count;
}

function readNodes(view, cursor, frame) {
  const count = openSection(view, cursor, NodeBytes, Limits.nodes);
  if (count < 0) return 'short-nodes';
  frame.nodeIndex = new Uint32Array(count);
  frame.nodeState = new Uint8Array(count * 4);
  for (let i = 0; i < count; i++, cursor.at += NodeBytes) {
    const index = view.getUint32(cursor.at, true);
    if (index >= frame.nodes) return 'node-index';
    frame.nodeIndex[i] = index;
    for (let b = 0; b < 4; b++) frame.nodeState[i * 4 + b] = view.getUint8(cursor.at + 4 + b);
  }
  return null;
}

function readLabels(view, cursor, frame) {
  const count = openSection(view, cursor, LabelBytes, Limits.labels);
  if (count < 0) return 'short-labels';
  for (let i = 0; i < count; i++, cursor.at += LabelBytes) {
    const at = cursor.at;
    const index = view.getUint32(at, true);
    if (index >= frame.nodes) return 'label-index';
    frame.labels.push({
      index,
      value: view.getBigInt64(at + 4, true),
      generation: view.getUint32(at + 12, true),
      incarnation: view.getUint32(at + 16, true),
    });
  }
  return null;
}

function readArcs(view, cursor, frame) {
  const count = openSection(view, cursor, ArcBytes, Limits.arcs);
  if (count < 0) return 'short-arcs';
  for (let i = 0; i < count; i++, cursor.at += ArcBytes) {
    const arc = {
      subject: view.getUint32(cursor.at, true),
      startMs: view.getFloat64(cursor.at + 4, true),
      endMs: view.getFloat64(cursor.at + 12, true),
    };
    if (arc.subject >= frame.nodes) return 'arc-subject';
    if (!Number.isFinite(arc.startMs) || !Number.isFinite(arc.endMs)) return 'arc-times';
    frame.arcs.push(arc);
  }
  return null;
}

function readFlights(view, cursor, frame) {
  const count = openSection(view, cursor, FlightBytes, Limits.flights);
  if (count < 0) return 'short-flights';
  for (let i = 0; i < count; i++, cursor.at += FlightBytes) {
    const flight = readFlight(view, cursor.at, frame.fromMs);
    if (flight.from >= frame.nodes || flight.to >= frame.nodes) return 'flight-ends';
    if (!Number.isFinite(flight.departsMs) || !Number.isFinite(flight.arrivesMs)) return 'flight-times';
    frame.flights.push(flight);
  }
  return null;
}

/** @returns {FlightRecord} */
function readFlight(view, at, fromMs) {
  const departsMs = fromMs + view.getFloat32(at + 12, true);
  return {
    id: view.getUint32(at, true),
    from: view.getUint32(at + 4, true),
    to: view.getUint32(at + 8, true),
    departsMs,
    // A message cannot arrive before it left; rounding to f32 may say so by a hair.
    arrivesMs: Math.max(departsMs, fromMs + view.getFloat32(at + 16, true)),
    kind: view.getUint8(at + 20),
    colour: view.getUint8(at + 21),
    pips: view.getUint8(at + 22),
    fate: view.getUint8(at + 23),
    fateAt: view.getUint8(at + 24) / 255,
  };
}
