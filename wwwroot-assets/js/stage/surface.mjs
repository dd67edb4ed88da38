/** The canvases of a stage: four layers of one size, sharp on any screen; and whether anybody sees them. */

/** From the bottom. Messages fly below the discs of a ring, so that they leave and land at a rim. */
const Layers = ['ground', 'messages', 'nodes', 'overlay'];

/** Beyond this area, CSS px, a third device pixel costs more than it shows. */
const SmallArea = 250_000;

export class Surface {
  /** @type {Record<string, CanvasRenderingContext2D>} */
  layers = {};
  size = { width: 0, height: 0 };
  dpr = 1;
  #root;
  #canvases = [];
  #watchers = [];
  #isOnScreen = true;
  #onChange;

  /**
   * @param {HTMLElement} root an empty element with a size of its own
   * @param {{ onResize: () => void, onVisible: (isVisible: boolean) => void }} handlers
   */
  constructor(root, handlers) {
    this.#root = root;
    this.#onChange = handlers;
    if (getComputedStyle(root).position === 'static') root.style.position = 'relative';
    root.style.overflow = 'hidden';
    for (const name of Layers) this.#addLayer(name);
    this.#measure();
    this.#watch();
  }

  get isVisible() {
    return this.#isOnScreen && document.visibilityState !== 'hidden' && this.size.width > 0 && this.size.height > 0;
  }

  /** The element that takes the pointer. */
  get top() { return this.#canvases[this.#canvases.length - 1]; }

  dispose() {
    for (const stop of this.#watchers) stop();
    for (const canvas of this.#canvases) canvas.remove();
  }

  #addLayer(name) {
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.dataset.layer = name;
    Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', display: 'block' });
    if (name !== Layers[Layers.length - 1]) canvas.style.pointerEvents = 'none';
    this.#root.append(canvas);
    this.#canvases.push(canvas);
    this.layers[name] = canvas.getContext('2d');
  }

  #measure() {
    const width = this.#root.clientWidth;
    const height = this.#root.clientHeight;
    const dpr = Math.min(devicePixelRatio || 1, width * height < SmallArea ? 3 : 2);
    if (width === this.size.width && height === this.size.height && dpr === this.dpr) return false;
    this.size = { width, height };
    this.dpr = dpr;
    for (const canvas of this.#canvases) {
      canvas.width = Math.max(1, Math.round(width * dpr));
      canvas.height = Math.max(1, Math.round(height * dpr));
    }
    return true;
  }

  #watch() {
    const remeasure = () => {
      if (this.#measure()) this.#onChange.onResize();
    };
    const resize = new ResizeObserver(remeasure);
    resize.observe(this.#root);
    const seen = new IntersectionObserver(entries => {
      this.#isOnScreen = entries[entries.length - 1].isIntersecting;
      this.#onChange.onVisible(this.isVisible);
    });
    seen.observe(this.#root);
    const visibility = () => this.#onChange.onVisible(this.isVisible);
    document.addEventListener('visibilitychange', visibility);
    // Moving the window to a sharper screen changes no size, only the ratio.
    addEventListener('resize', remeasure);
    this.#watchers.push(
      () => resize.disconnect(),
      () => seen.disconnect(),
      () => document.removeEventListener('visibilitychange', visibility),
      () => removeEventListener('resize', remeasure));
  }
}
