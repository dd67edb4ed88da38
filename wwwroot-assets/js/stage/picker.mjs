/** What is under the pointer and where a node is, whichever painter draws. */
import { cellAt, cornerOf, nodesIn } from './heat-grid.mjs';
import { nearestMark, nearestNode } from './hit-test.mjs';

/** How near a click must come to a small node or a mark, CSS px. */
const ReachPx = 12;

export class Picker {
  #picture;
  #renderer;

  /** @param {import('./picture.mjs').Picture} picture @param {import('./renderer.mjs').Renderer} renderer */
  constructor(picture, renderer) {
    this.#picture = picture;
    this.#renderer = renderer;
  }

  /** @param {number} x CSS px @param {number} y @returns {{ node: number, flight: number | null }} */
  at(x, y) {
    const { camera, layout } = this.#picture;
    if (this.#renderer.mode === 'grid') return { node: this.#gridNode(x, y), flight: null };
    const point = camera.toPlan(x, y);
    const reach = ReachPx / camera.scale;
    const inside = nearestNode(layout, point.x, point.y, layout.r + 2);
    if (inside >= 0) return { node: inside, flight: null };
    const flight = nearestMark(this.#renderer.marks, point.x, point.y, reach);
    if (flight !== null) return { node: -1, flight };
    return { node: nearestNode(layout, point.x, point.y, layout.r + reach * 0.75), flight: null };
  }

  /** @param {number} index @returns {{ x: number, y: number, r: number } | null} */
  placeOf(index) {
    const { camera, layout, dpr } = this.#picture;
    const view = this.#renderer.gridView;
    if (view) {
      const cell = view.cellOf[index] ?? -1;
      if (cell < 0) return null;
      const half = view.cell / 2;
      const corner = cornerOf(view, cell);
      return { x: (corner.x + half) / dpr, y: (corner.y + half) / dpr, r: half / dpr };
    }
    if (!(index >= 0 && index < layout.x.length)) return null;
    return {
      x: layout.x[index] * camera.scale + camera.x,
      y: layout.y[index] * camera.scale + camera.y,
      r: layout.r * camera.scale,
    };
  }

  /** @param {number} index @param {'left'|'right'|'up'|'down'} direction @returns {number} */
  gridNeighbour(index, direction) {
    const view = this.#renderer.gridView;
    const cell = view?.cellOf[index] ?? -1;
    if (cell < 0) return -1;
    const column = cell % view.columns;
    const next = {
      left: column > 0 ? cell - 1 : -1,
      right: column < view.columns - 1 ? cell + 1 : -1,
      up: cell - view.columns,
      down: cell + view.columns,
    }[direction];
    const [node] = nodesIn(view, next ?? -1);
    return node ?? -1;
  }

  #gridNode(x, y) {
    const view = this.#renderer.gridView;
    if (!view) return -1;
    const [node] = nodesIn(view, cellAt(view, x * this.#picture.dpr, y * this.#picture.dpr));
    return node ?? -1;
  }
}
