/** The diagram on a canvas: it draws when something changed, and the hand moves, zooms and chooses. */
import { save } from '../lab/files.mjs';
import { readPalette } from '../stage/palette.mjs';
import { Camera } from './camera.mjs';
import { spansOf } from './lane-spans.mjs';
import { CanvasPen, SvgPen } from './pens.mjs';
import { draw } from './picture.mjs';
import { eventAt, lastOn } from './pick.mjs';
import { listenTo } from './hand.mjs';
import { readEvents, Trace } from './trace.mjs';

const MorphMs = 400;
const MostLanes = 64;

export class Diagram {
  trace = new Trace();
  camera = new Camera();
  cone = 'none';
  chosen = null;
  hidden = new Set();
  subject = -1;
  now = 0;
  isFollowing = true;
  #isDirty = false;
  #frame = 0;

  /** @param {HTMLCanvasElement} canvas @param {(id: number) => void} choose told of each event that is chosen */
  constructor(canvas, choose) {
    this.canvas = canvas;
    this.choose = choose;
    this.context = canvas.getContext('2d');
    this.palette = readPalette(canvas);
  }

  /** Takes what the server sends: what held before, and new events. */
  take(bytes, standing, { isReset, now, subject }) {
    const events = readEvents(bytes);
    if (isReset) {
      this.trace.reset(events.slice(0, standing), events.slice(standing));
      this.chosen = null;
    } else {
      this.trace.append(events);
    }
    this.now = now;
    this.subject = subject;
    this.#arrange();
    if (isReset) this.fit();
    else if (this.isFollowing) this.camera.followEnd(now);
    this.redraw();
  }

  #arrange() {
    const { trace } = this;
    const chosen = this.chosen === null ? null : trace.byId.get(this.chosen) ?? null;
    this.coneIds = chosen === null || this.cone === 'none' ? null : trace.cone(chosen, this.cone);
    this.spans = spansOf(trace, this.now, this.subject);
    const seen = trace.events.filter(event => this.coneIds === null || this.coneIds.has(event.id));
    const busy = new Map();
    for (const event of seen) if (event.lane >= 0) busy.set(event.lane, (busy.get(event.lane) ?? 0) + 1);
    const all = this.coneIds === null ? [...this.spans.keys()] : [...busy.keys()];
    const most = all.length <= MostLanes ? all
      : all.sort((a, b) => (busy.get(b) ?? 0) - (busy.get(a) ?? 0)).slice(0, MostLanes);
    const lanes = most.filter(node => !this.hidden.has(node)).sort((a, b) => a - b);
    this.left = all.length - lanes.length;
    const shown = new Set(lanes);
    this.camera.show(lanes, seen.filter(event => shown.has(event.lane)));
    this.through = trace.throughHidden(node => shown.has(node)).filter(edge => shown.has(edge.from.lane));
    this.canvas.dataset.events = String(seen.length);
    this.canvas.dataset.lanes = String(lanes.length);
  }

  get scene() {
    const { trace, spans, now, chosen, subject, through, coneIds: cone } = this;
    return { trace, spans, now, chosen, subject, through, cone };
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.camera.resize(width, height);
    if (this.spans !== undefined) this.fit();
    this.redraw();
  }

  fit() {
    this.isFollowing = true;
    this.camera.fit(this.trace.events.length, this.now);
    this.redraw();
  }

  redraw() {
    if (this.#isDirty) return;
    this.#isDirty = true;
    this.#frame = requestAnimationFrame(() => {
      this.#isDirty = false;
      this.paint();
    });
  }

  paint() {
    if (this.spans === undefined || !(this.camera.width > 0)) return;
    const ratio = this.canvas.width / this.camera.width;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, this.camera.width, this.camera.height);
    const pen = new CanvasPen(this.context, this.palette);
    draw(pen, this.camera, this.scene);
    pen.finish();
  }

  /** Changes over between true time and the order of events; what is chosen stays where it is. */
  setOrder(isOrder) {
    const [from, to] = [this.camera.order, isOrder ? 1 : 0];
    const chosen = this.trace.byId.get(this.chosen);
    if (chosen !== undefined) this.camera.hold(chosen);
    const start = performance.now();
    const whole = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MorphMs;
    const step = time => {
      const share = whole === 0 ? 1 : Math.min(1, Math.max(0, (time - start) / whole));
      this.camera.order = from + (to - from) * share * share * (3 - 2 * share);
      this.paint();
      if (share < 1) this.#frame = requestAnimationFrame(step);
      else this.canvas.dataset.order = isOrder ? 'events' : 'time';
    };
    this.#frame = requestAnimationFrame(step);
  }

  setCone(way) {
    this.cone = way;
    this.#rearranged();
  }

  setHidden(nodes) {
    this.hidden = new Set(nodes);
    this.#rearranged();
  }

  #rearranged() {
    this.#arrange();
    const chosen = this.trace.byId.get(this.chosen);
    this.camera.fit(Number(this.canvas.dataset.events), this.now);
    if (chosen !== undefined) this.camera.reveal(chosen);
    this.redraw();
  }

  /** @param {number | null} id */
  select(id) {
    this.chosen = id !== null && this.trace.byId.has(id) ? id : null;
    this.canvas.dataset.chosen = this.chosen ?? '';
    if (this.cone !== 'none') this.#arrange();
    const event = this.trace.byId.get(this.chosen);
    if (event !== undefined) {
      this.isFollowing = false;
      this.camera.reveal(event);
      this.choose(event.id);
    }
    this.redraw();
  }

  /** A place was pressed: an event or a message there; else what its node knew then. */
  press(x, y) {
    const event = eventAt(this.trace, this.camera, this.coneIds, x, y) ?? lastOn(this.trace, this.camera, x, y);
    this.select(event?.id ?? null);
  }

  /** A key leads along a line or across a message. @param {"back"|"on"|"from"|"to"} way */
  step(way) {
    const { trace } = this;
    const event = trace.byId.get(this.chosen);
    if (event === undefined) {
      this.select(trace.events.at(-1)?.id ?? null);
      return;
    }
    const next = way === 'back' ? trace.neighbour(event, -1) : way === 'on' ? trace.neighbour(event, 1)
      : trace.acrossFrom(event, way === 'from');
    if (next !== null) this.select(next.id);
  }

  zoom(factor) {
    this.isFollowing = false;
    this.camera.zoomBy(factor, this.camera.length * 0.6);
    this.redraw();
  }

  saveSvg(name, title) {
    save(name, this.svg(title), 'image/svg+xml');
  }

  svg(title) {
    const pen = new SvgPen(this.palette);
    draw(pen, this.camera, this.scene);
    return pen.finish(this.camera.width, this.camera.height, title);
  }

  refreshColours() {
    this.palette = readPalette(this.canvas);
    this.redraw();
  }

  stop() {
    cancelAnimationFrame(this.#frame);
  }
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {object} component  answers Chosen(id), Asked()
 */
export function create(canvas, component) {
  const diagram = new Diagram(canvas, id => component.invokeMethodAsync('Chosen', id).catch(() => {}));
  const stop = listenTo(canvas, diagram, () => component.invokeMethodAsync('Asked').catch(() => {}));
  diagram.resize();
  return {
    take: (bytes, standing, facts) => diagram.take(bytes, standing, facts),
    setOrder: isOrder => diagram.setOrder(isOrder),
    setCone: way => diagram.setCone(way),
    setHidden: nodes => diagram.setHidden(nodes),
    select: id => diagram.select(id),
    zoom: factor => diagram.zoom(factor),
    fit: () => diagram.fit(),
    saveSvg: (name, title) => diagram.saveSvg(name, title),
    dispose() {
      stop();
      diagram.stop();
    },
  };
}
