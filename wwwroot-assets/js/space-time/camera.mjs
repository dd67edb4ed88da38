/** Which part of the diagram is seen, and where on screen it stands. On narrow screens time runs down. */
import { firstAfter, orderScale, timeScale } from './scale.mjs';

const Gutter = 38;
const AxisRoom = 30;
const LeastLane = 13;
const MostLane = 44;

export class Camera {
  lanes = [];
  isTurned = false;
  /** 0 is true time, 1 is the order of events; between them it changes over. */
  order = 0;
  scroll = 0;
  #places = new Map();
  #units = new Map();
  #views = [{ from: 0, zoom: 1 }, { from: 0, zoom: 1 }];

  constructor() {
    this.scales = [timeScale([]), orderScale([])];
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    this.width = width;
    this.height = height;
    this.isTurned = width < height * 0.9 && width < 600;
    this.length = (this.isTurned ? height : width) - Gutter - (this.isTurned ? 0 : 8);
    this.breadth = (this.isTurned ? width : height) - AxisRoom - (this.isTurned ? 26 : 0);
    this.#spread();
  }

  /** @param {number[]} lanes @param {import('./trace.mjs').Event[]} events */
  show(lanes, events) {
    this.lanes = lanes;
    this.#places = new Map(lanes.map((node, place) => [node, place]));
    this.scales = [timeScale(events.map(event => event.at)), orderScale(events)];
    // Asked for each event and frame, so it is worked out once.
    const [time, order] = this.scales;
    this.#units = new Map(events.map(event => [event.id, [time.of(event.at), order.ofEvent(event)]]));
    this.#spread();
  }

  #spread() {
    const least = this.isTurned ? 26 : LeastLane;
    this.lane = Math.min(MostLane, Math.max(least, this.breadth / Math.max(1, this.lanes.length)));
    this.scrollBy(0);
  }

  placeOf = node => this.#places.get(node) ?? -1;

  shows = node => this.#places.has(node);

  /** Pixels along the axis of a moment. @param {number} time */
  along(time) {
    return this.#mix(this.scales[0].of(time), this.scales[1].of(time));
  }

  alongUnits = units => Gutter + (units - this.#views[0].from) * this.#views[0].zoom;

  #mix(timeUnits, orderUnits) {
    const [time, order] = this.#views;
    const byTime = (timeUnits - time.from) * time.zoom;
    const byOrder = (orderUnits - order.from) * order.zoom;
    return Gutter + byTime + (byOrder - byTime) * this.order;
  }

  /** Where an event stands. @returns {[number, number]} */
  at(event) {
    const units = this.#units.get(event.id) ?? [this.scales[0].of(event.at), this.scales[1].ofEvent(event)];
    return this.point(this.#mix(...units), this.placeOf(event.lane));
  }

  /** @param {number} along @param {number} place of a line @param {number} [aside] @returns {[number, number]} */
  point(along, place, aside = 0) {
    const across = (place + 0.5) * this.lane - this.scroll + aside;
    return this.isTurned ? [across, along] : [along, across];
  }

  /** A point at an edge of the picture. @returns {[number, number]} */
  edge(along, across, aside = 0) {
    return this.isTurned ? [across + aside, along] : [along, across + aside];
  }

  ends = () => [0, this.breadth];

  label(place) {
    return this.isTurned ? [this.point(0, place)[0], 14] : [Gutter - 8, this.point(0, place)[1]];
  }

  /** The corners of the strips that the names of lines and the moments stand on. */
  strips() {
    const box = (x, y, right, bottom) => [x, y, right, y, right, bottom, x, bottom];
    return this.isTurned
      ? [box(0, 0, this.width, Gutter - 6), box(this.breadth, 0, this.width, this.height)]
      : [box(0, 0, Gutter - 6, this.height), box(0, this.breadth, this.width, this.height)];
  }

  isInside([x, y]) {
    const [along, across] = this.isTurned ? [y, x] : [x, y];
    return along > Gutter && along < Gutter + this.length && across > 0 && across < this.breadth;
  }

  seesLane(place) {
    const across = (place + 0.5) * this.lane - this.scroll;
    return across > -this.lane && across < this.breadth + this.lane;
  }

  touches(x1, y1, x2, y2) {
    return Math.max(x1, x2) >= -20 && Math.min(x1, x2) <= this.width + 20
      && Math.max(y1, y2) >= -20 && Math.min(y1, y2) <= this.height + 20;
  }

  get #view() {
    return this.#views[this.order >= 0.5 ? 1 : 0];
  }

  get #scale() {
    return this.scales[this.order >= 0.5 ? 1 : 0];
  }

  /** Shows the last events, so many that they can be told apart. */
  followEnd(now) {
    for (const [i, scale] of this.scales.entries()) {
      const view = this.#views[i];
      const end = Math.max(scale.of(now), scale.end);
      view.from = end - (this.length - 30) / view.zoom;
    }
  }

  /** All of it on one screen, or as much as has room for its events. */
  fit(count, now) {
    const [time, order] = this.scales;
    const share = Math.min(1, this.length / 7 / Math.max(1, count));
    this.#views[0].zoom = (this.length - 30) / Math.max(1, Math.max(time.of(now), time.end) * share);
    this.#views[1].zoom = (this.length - 30) / Math.max(1, order.end * share);
    this.followEnd(now);
  }

  /** Pixels along the axis for each of so many events. @param {number} count */
  roomFor(count) {
    const i = this.order >= 0.5 ? 1 : 0;
    return this.scales[i].end * this.#views[i].zoom / Math.max(1, count);
  }

  pan(pixels) {
    for (const view of this.#views) view.from -= pixels / view.zoom;
  }

  scrollBy(pixels) {
    const most = Math.max(0, this.lanes.length * this.lane - this.breadth);
    this.scroll = Math.min(most, Math.max(0, this.scroll + pixels));
  }

  /** @param {number} factor @param {number} along what stays where it is */
  zoomBy(factor, along) {
    for (const view of this.#views) {
      const units = view.from + (along - Gutter) / view.zoom;
      view.zoom = Math.min(1e4, Math.max(1e-7, view.zoom * factor));
      view.from = units - (along - Gutter) / view.zoom;
    }
  }

  /** Lets an event stand at the same place in both orders, so that a change of order leaves it there. */
  hold(event) {
    const along = this.isTurned ? this.at(event)[1] : this.at(event)[0];
    const units = [this.scales[0].of(event.at), this.scales[1].ofEvent(event)];
    this.#views.forEach((view, i) => { view.from = units[i] - (along - Gutter) / view.zoom; });
  }

  /** Brings an event into view. */
  reveal(event) {
    const [x, y] = this.at(event);
    const [along, across] = this.isTurned ? [y, x] : [x, y];
    if (along < Gutter + 20 || along > this.length) this.pan(this.length / 2 - along);
    if (across < 0 || across > this.breadth) this.scrollBy(across - this.breadth / 2);
  }

  /** Moments to write on the axis: five or so round ones. */
  ticks() {
    const { times, units } = this.#scale;
    if (times.length < 2) return [];
    const view = this.#view;
    const timeAt = along => {
      const wanted = view.from + along / view.zoom;
      return times[Math.min(times.length - 1, Math.max(0, firstAfter(units, wanted) - 1))];
    };
    const [from, to] = [timeAt(0), timeAt(this.length)];
    const step = niceStep((to - from) / 6);
    const ticks = [];
    let last = -Infinity;
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
      const along = this.along(time);
      if (along - last > 52) ticks.push(time);
      last = along - last > 52 ? along : last;
    }
    return ticks;
  }

  breaks = () => (this.order < 0.5 ? this.scales[0].breaks.filter(({ at }) => {
    const along = this.alongUnits(at);
    return along > Gutter && along < this.length;
  }) : []);
}

function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= least) ?? 10 * power;
}
