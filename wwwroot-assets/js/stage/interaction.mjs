/** What gestures on the stage mean: pointing, choosing, asking for a menu, moving the view. */
import { Pointer } from './pointer.mjs';

export class Interaction {
  #picture;
  #renderer;
  #picker;
  #redraw;
  #fit;
  #callbacks;
  #pointer;

  /**
   * @param {{ element: HTMLElement, picture: import('./picture.mjs').Picture,
   *   renderer: import('./renderer.mjs').Renderer, picker: import('./picker.mjs').Picker,
   *   redraw: (...layers: string[]) => void, fit: () => void }} parts
   * @param {import('./stage.mjs').StageOptions} options
   * @param {import('./stage.mjs').StageCallbacks} callbacks
   */
  constructor(parts, options, callbacks) {
    this.#picture = parts.picture;
    this.#renderer = parts.renderer;
    this.#picker = parts.picker;
    this.#redraw = parts.redraw;
    this.#fit = parts.fit;
    this.#callbacks = callbacks;
    this.#pointer = new Pointer(parts.element, this.#gestures(), options);
  }

  /** @param {boolean} isFit whether the view shows the whole plan */
  allowScroll(isFit) {
    this.#pointer.allowScroll(isFit);
  }

  dispose() {
    this.#pointer.dispose();
  }

  /** @returns {import('./pointer.mjs').Gestures} */
  #gestures() {
    const { camera } = this.#picture;
    return {
      hover: (x, y) => this.#hover(x, y),
      leave: () => this.#hover(NaN, NaN),
      click: (x, y, additive) => this.#click(x, y, additive),
      doubleClick: (x, y) => this.#doubleClick(x, y),
      context: (x, y, clientX, clientY) => {
        const { node, flight } = this.#picker.at(x, y);
        this.#callbacks.onContext?.(node < 0 ? null : node, clientX, clientY, node < 0 ? flight : null);
      },
      pan: (dx, dy) => {
        camera.pan(dx, dy);
        this.#redraw();
      },
      zoom: (factor, x, y) => {
        camera.zoom(factor, x, y);
        this.#redraw();
      },
    };
  }

  #nodeAt(x, y) {
    const { node } = this.#picker.at(x, y);
    return node < 0 ? null : node;
  }

  #click(x, y, additive) {
    const { node, flight } = this.#picker.at(x, y);
    if (node < 0 && flight !== null) this.#callbacks.onFlight?.(flight);
    else this.#callbacks.onSelect?.(node < 0 ? null : node, additive);
  }

  #doubleClick(x, y) {
    const node = this.#nodeAt(x, y);
    if (node === null) this.#fit();
    else this.#callbacks.onActivate?.(node);
  }

  #hover(x, y) {
    const picture = this.#picture;
    const isInside = Number.isFinite(x);
    const { node, flight } = isInside ? this.#picker.at(x, y) : { node: -1, flight: null };
    const isMagnifying = this.#renderer.mode === 'grid' && (isInside || picture.pointer !== null);
    picture.pointer = isInside ? { x, y } : null;
    if (node === picture.hover && flight === picture.hoverFlight && !isMagnifying) return;
    picture.hover = node;
    picture.hoverFlight = node < 0 ? flight : null;
    this.#pointer.setCursor(node >= 0 || flight !== null ? 'pointer' : 'default');
    this.#redraw('front');
  }
}
