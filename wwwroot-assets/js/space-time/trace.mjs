/** The events of a run as the diagram knows them: who came before whom, and what held before the first. */

export const Kind = Object.freeze({
  Command: 0, Sent: 1, Arrived: 2, Lost: 3, Value: 4, Belief: 5, Self: 6, Killed: 7, Restarted: 8, Paused: 9,
  Resumed: 10,
});

const RecordBytes = 32;

/**
 * @typedef {object} Event
 * @property {number} id
 * @property {number} at      microseconds
 * @property {number} end     when a message is due or was lost, when a pause ends
 * @property {number} link    a message's number; else the event that caused it
 * @property {number} lane    a node, or -1
 * @property {number} other   the other node, or -1
 * @property {number} kind
 * @property {number} detail  a message's kind, or a belief's state
 * @property {number} colour  a value's colour, from 1; 0 is none
 * @property {boolean} byTimer
 */

/** @param {Uint8Array} bytes @returns {Event[]} */
export function readEvents(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const events = [];
  for (let p = 0; p + RecordBytes <= bytes.byteLength; p += RecordBytes) {
    events.push({
      id: view.getUint32(p, true), at: view.getFloat64(p + 4, true), end: view.getFloat64(p + 12, true),
      link: view.getUint32(p + 20, true), lane: view.getInt16(p + 24, true), other: view.getInt16(p + 26, true),
      kind: view.getUint8(p + 28), detail: view.getUint8(p + 29), colour: view.getUint8(p + 30),
      byTimer: view.getUint8(p + 31) === 1,
    });
  }
  return events;
}

/** Whether an event stands on its node's line: a loss happens on the way. @param {Event} event */
const isOnLane = event => event.kind !== Kind.Lost && event.lane >= 0;

export class Trace {
  /** @param {number} [capacity] the most events kept */
  constructor(capacity = 5000) {
    this.capacity = capacity;
    /** What held before the first event, the oldest first. @type {Event[]} */
    this.standing = [];
    /** @type {Event[]} */
    this.events = [];
    this.#index();
  }

  /** @param {Event[]} standing @param {Event[]} events */
  reset(standing, events) {
    this.standing = standing;
    this.events = events;
    this.#index();
  }

  /** @param {Event[]} events newer than all before */
  append(events) {
    this.events.push(...events);
    const surplus = this.events.length - this.capacity;
    if (surplus > 0) {
      const old = this.events.splice(0, surplus);
      const keep = event => event.kind >= Kind.Value && event.kind !== Kind.Self;
      this.standing.push(...old.filter(keep));
    }
    this.#index();
  }

  #index() {
    this.byId = new Map();
    /** @type {Map<number, Event[]>} */
    this.lanes = new Map();
    this.places = new Map();
    /** Messages by number: where they were sent, arrived and were lost. */
    this.messages = new Map();
    for (const event of this.events) {
      this.byId.set(event.id, event);
      if (isOnLane(event)) {
        const lane = this.lanes.get(event.lane) ?? [];
        this.places.set(event.id, lane.length);
        lane.push(event);
        this.lanes.set(event.lane, lane);
      }
      if (event.kind >= Kind.Sent && event.kind <= Kind.Lost) this.#link(event);
    }
  }

  #link(event) {
    const message = this.messages.get(event.link) ?? { sent: null, arrived: [], lost: null };
    if (event.kind === Kind.Sent) message.sent = event;
    else if (event.kind === Kind.Arrived) message.arrived.push(event);
    else message.lost = event;
    this.messages.set(event.link, message);
  }

  /** The event before on the same line. @param {Event} event @param {number} [step] 1 is the one after */
  neighbour(event, step = -1) {
    const place = this.places.get(event.id);
    return place === undefined ? null : this.lanes.get(event.lane)[place + step] ?? null;
  }

  /** Where a message goes from here, or came from. @param {Event} event @param {boolean} isBack */
  acrossFrom(event, isBack) {
    const message = this.messages.get(event.link);
    if (message === undefined || event.kind < Kind.Sent || event.kind > Kind.Lost) return null;
    if (isBack) return event.kind === Kind.Sent ? null : message.sent;
    return event.kind === Kind.Sent ? message.arrived[0] ?? message.lost : null;
  }

  /**
   * All that can have influenced an event, or that it can have influenced: along lines and along messages.
   * @param {Event} event @param {"past"|"future"|"both"} way
   * @returns {Set<number>} ids, its own among them
   */
  cone(event, way) {
    const found = new Set([event.id]);
    if (way !== 'future') this.#spread(event, true, found);
    if (way !== 'past') this.#spread(event, false, found);
    return found;
  }

  #spread(start, isBack, found) {
    const seen = new Set([start.id]);
    const open = [start];
    while (open.length > 0) {
      const event = open.pop();
      found.add(event.id);
      const next = [this.neighbour(event, isBack ? -1 : 1), ...this.#across(event, isBack)];
      for (const one of next) {
        if (one !== null && !seen.has(one.id)) {
          seen.add(one.id);
          open.push(one);
        }
      }
    }
  }

  #across(event, isBack) {
    if (isBack) return [this.acrossFrom(event, true)];
    if (event.kind !== Kind.Sent) return [];
    const { arrived, lost } = this.messages.get(event.link);
    return [...arrived, lost];
  }

  /**
   * What hidden lines handed on: for each arrival from a hidden line the latest event of a shown line that can have
   * led to it.
   * @param {(lane: number) => boolean} isShown
   * @returns {{ from: Event, to: Event }[]}
   */
  throughHidden(isShown) {
    const edges = [];
    /** By hidden line: the latest shown event that reached it. */
    const reached = new Map();
    /** By message that a hidden line sent: the same, when it was sent. */
    const carried = new Map();
    for (const event of this.events) {
      if (event.kind === Kind.Sent && !isShown(event.lane)) carried.set(event.link, reached.get(event.lane) ?? null);
      if (event.kind !== Kind.Arrived) continue;
      const sent = this.messages.get(event.link).sent;
      if (sent === null) continue;
      const from = isShown(sent.lane) ? sent : carried.get(event.link) ?? null;
      if (isShown(event.lane)) {
        if (!isShown(sent.lane) && from !== null && from.lane !== event.lane) edges.push({ from, to: event });
      } else if (from !== null && from.id > (reached.get(event.lane)?.id ?? -1)) {
        reached.set(event.lane, from);
      }
    }
    return edges;
  }
}
