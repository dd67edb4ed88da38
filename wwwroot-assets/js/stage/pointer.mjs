/**
 * Mouse, pen and fingers on the stage, told as gestures. What a gesture means is the stage's business.
 *
 * @typedef {object} Gestures
 * @property {(x: number, y: number) => void} hover
 * @property {() => void} leave
 * @property {(x: number, y: number, additive: boolean) => void} click
 * @property {(x: number, y: number) => void} doubleClick
 * @property {(x: number, y: number, clientX: number, clientY: number) => void} context
 * @property {(dx: number, dy: number) => void} pan
 * @property {(factor: number, x: number, y: number) => void} zoom
 */

/** A press that moves further than this is a drag, CSS px. */
const DragPx = 5;
const LongPressMs = 500;
const DoubleClickMs = 350;
const DoubleClickPx = 14;

export class Pointer {
  #element;
  #gestures;
  #wheelNeedsCtrl;
  /** @type {Map<number, { x: number, y: number }>} */
  #down = new Map();
  #start = null;
  #isDragging = false;
  #longPress = 0;
  #lastClick = { x: 0, y: 0, at: -Infinity };
  #abort = new AbortController();

  /**
   * @param {HTMLElement} element
   * @param {Gestures} gestures
   * @param {{ wheelNeedsCtrl?: boolean }} options
   */
  constructor(element, gestures, options = {}) {
    this.#element = element;
    this.#gestures = gestures;
    this.#wheelNeedsCtrl = options.wheelNeedsCtrl === true;
    const on = (type, handler, more = {}) =>
      element.addEventListener(type, handler, { signal: this.#abort.signal, ...more });
    on('pointerdown', event => this.#press(event));
    on('pointermove', event => this.#move(event));
    on('pointerup', event => this.#release(event));
    on('pointercancel', event => this.#cancel(event));
    on('pointerleave', () => this.#gestures.leave());
    on('contextmenu', event => this.#contextMenu(event));
    on('wheel', event => this.#wheel(event), { passive: false });
  }

  /** While the view fits, a finger may scroll the page; a zoomed view is panned by it. @param {boolean} isFit */
  allowScroll(isFit) {
    const action = isFit ? 'pan-x pan-y' : 'none';
    if (this.#element.style.touchAction !== action) this.#element.style.touchAction = action;
  }

  /** @param {string} cursor */
  setCursor(cursor) {
    if (this.#element.style.cursor !== cursor) this.#element.style.cursor = cursor;
  }

  dispose() {
    clearTimeout(this.#longPress);
    this.#abort.abort();
  }

  #at(event) {
    const box = this.#element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #press(event) {
    if (event.button !== 0) return;
    const at = this.#at(event);
    this.#down.set(event.pointerId, at);
    this.#isDragging = this.#down.size > 1;
    this.#start = at;
    clearTimeout(this.#longPress);
    if (event.pointerType !== 'touch' || this.#down.size > 1) return;
    this.#longPress = setTimeout(() => {
      this.#down.clear();
      this.#gestures.context(at.x, at.y, event.clientX, event.clientY);
    }, LongPressMs);
  }

  #move(event) {
    const at = this.#at(event);
    const before = this.#down.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') this.#gestures.hover(at.x, at.y);
      return;
    }
    if (!this.#isDragging && Math.hypot(at.x - this.#start.x, at.y - this.#start.y) < DragPx) return;
    clearTimeout(this.#longPress);
    if (!this.#isDragging) this.#element.setPointerCapture(event.pointerId);
    this.#isDragging = true;
    if (this.#down.size === 2) this.#pinch(event.pointerId, at);
    else this.#gestures.pan(at.x - before.x, at.y - before.y);
    this.#down.set(event.pointerId, at);
  }

  #pinch(pointerId, at) {
    const [other] = [...this.#down].filter(([id]) => id !== pointerId).map(([, point]) => point);
    const before = this.#down.get(pointerId);
    const old = Math.hypot(before.x - other.x, before.y - other.y);
    const now = Math.hypot(at.x - other.x, at.y - other.y);
    this.#gestures.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
    if (old > 0 && now > 0) this.#gestures.zoom(now / old, (at.x + other.x) / 2, (at.y + other.y) / 2);
  }

  #release(event) {
    clearTimeout(this.#longPress);
    const wasDown = this.#down.delete(event.pointerId);
    if (!wasDown || this.#isDragging) return;
    const at = this.#at(event);
    const now = event.timeStamp;
    const isSecond = now - this.#lastClick.at < DoubleClickMs
      && Math.hypot(at.x - this.#lastClick.x, at.y - this.#lastClick.y) < DoubleClickPx;
    this.#lastClick = { ...at, at: isSecond ? -Infinity : now };
    if (isSecond) this.#gestures.doubleClick(at.x, at.y);
    else this.#gestures.click(at.x, at.y, event.shiftKey || event.ctrlKey || event.metaKey);
  }

  #cancel(event) {
    clearTimeout(this.#longPress);
    this.#down.delete(event.pointerId);
    this.#gestures.leave();
  }

  #contextMenu(event) {
    event.preventDefault();
    // A finger's long press has been told already.
    if (event.pointerType === 'touch') return;
    const at = this.#at(event);
    this.#gestures.context(at.x, at.y, event.clientX, event.clientY);
  }

  #wheel(event) {
    if (this.#wheelNeedsCtrl && !event.ctrlKey) return;
    event.preventDefault();
    const at = this.#at(event);
    const lines = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    this.#gestures.zoom(Math.exp(-Math.max(-120, Math.min(120, lines)) * (event.ctrlKey ? 0.008 : 0.0016)), at.x, at.y);
  }
}
