/** Writes frames as the server does, for tests. */

const Bytes = { header: 40, count: 4, node: 8, label: 24, arc: 20, flight: 28 };

/**
 * @param {object} parts what differs from an empty, playing delta
 * @returns {Uint8Array}
 */
export function frame(parts = {}) {
  const frameParts = {
    kind: 1, flags: 1, sequence: 1, fromMs: 0, toMs: 100, rate: 1, count: 4, informed: 0,
    nodes: [], labels: [], arcs: [], flights: [], flightsTotal: 0, ...parts,
  };
  const { nodes, labels, arcs, flights } = frameParts;
  const length = Bytes.header + 5 * Bytes.count + nodes.length * Bytes.node + labels.length * Bytes.label
    + arcs.length * Bytes.arc + flights.length * Bytes.flight;
  const pen = new Pen(length);
  writeHeader(pen, frameParts);
  pen.list(nodes, node => pen.u32(node.index).u8(node.fill ?? 0, node.ring ?? 0, node.badges ?? 0, node.aux ?? 0));
  pen.list(labels, label => pen.u32(label.index).i64(label.value).u32(label.generation).u32(label.incarnation).u32(0));
  pen.list(arcs, arc => pen.u32(arc.subject).f64(arc.startMs).f64(arc.endMs));
  pen.list(flights, flight => writeFlight(pen, flight));
  pen.u32(frameParts.flightsTotal);
  return pen.bytes;
}

/** @param {object | string} scene @returns {Uint8Array} */
export function scene(scene) {
  const text = new TextEncoder().encode(typeof scene === 'string' ? scene : JSON.stringify(scene));
  return Uint8Array.of(2, ...text);
}

function writeHeader(pen, { kind, flags, sequence, fromMs, toMs, rate, count, informed }) {
  pen.u8(kind, 1, flags, 0).u32(sequence).f64(fromMs).f64(toMs).f64(rate).u32(count).u32(informed);
}

function writeFlight(pen, flight) {
  pen.u32(flight.id).u32(flight.from).u32(flight.to).f32(flight.departs).f32(flight.arrives)
    .u8(flight.kind ?? 0, flight.colour ?? 0, flight.pips ?? 0, flight.fate ?? 0, flight.fateAt ?? 0, 0, 0, 0);
}

class Pen {
  #at = 0;

  constructor(length) {
    this.bytes = new Uint8Array(length);
    this.view = new DataView(this.bytes.buffer);
  }

  u8(...values) {
    for (const value of values) this.view.setUint8(this.#at++, value);
    return this;
  }

  u32(value) { return this.#put('setUint32', value, 4); }

  i64(value) { return this.#put('setBigInt64', BigInt(value), 8); }

  f32(value) { return this.#put('setFloat32', value, 4); }

  f64(value) { return this.#put('setFloat64', value, 8); }

  list(items, write) {
    this.u32(items.length);
    for (const item of items) write(item);
  }

  #put(method, value, size) {
    this.view[method](this.#at, value, true);
    this.#at += size;
    return this;
  }
}
