/** Two pens for one picture: a canvas, and a file of vectors. */

/** How each kind of stroke looks; a name is a colour of the palette. */
export const Styles = Object.freeze({
  base: { colour: 'border', width: 1 },
  up: { colour: 'none', width: 3, alpha: 0.35 },
  value1: { colour: 'a', width: 4 },
  value2: { colour: 'b', width: 4 },
  value3: { colour: 'c', width: 4 },
  paused: { colour: 'paused', width: 5, dash: [2, 3] },
  down: { colour: 'text2', width: 1, dash: [1, 4] },
  suspect: { colour: 'suspect', width: 3, dash: [5, 2] },
  dead: { colour: 'dead', width: 3 },
  left: { colour: 'left', width: 3, dash: [1, 2] },
  message: { colour: 'text2', width: 1, alpha: 0.55 },
  message1: { colour: 'a', width: 1.4 },
  message2: { colour: 'b', width: 1.4 },
  message3: { colour: 'c', width: 1.4 },
  flying: { colour: 'text2', width: 1, dash: [3, 3] },
  lost: { colour: 'dead', width: 1.2 },
  through: { colour: 'accent', width: 1, dash: [6, 4] },
  event: { colour: 'text2', width: 1 },
  timer: { colour: 'text2', width: 1.4 },
  mark: { colour: 'text', width: 1.4 },
  chosen: { colour: 'accent', width: 2.5 },
  now: { colour: 'accent', width: 1.5 },
  text: { colour: 'text', width: 0 },
  faint: { colour: 'text2', width: 0 },
  canvas: { colour: 'canvas', width: 0 },
});

/** Segments in one path: longer ones cost more to lay down, shorter ones more to begin. */
const PathLength = 50;

/** Up to this size a dot is a square: nobody can tell, and it costs a third. */
const SquareUpTo = 2;

/** Fills are laid down one by one, since one path of thousands takes five times as long. */
export class CanvasPen {
  #strokes = new Map();
  #fills = new Map();
  #texts = [];

  /** @param {CanvasRenderingContext2D} context @param {import('../stage/palette.mjs').Palette} palette */
  constructor(context, palette) {
    this.context = context;
    this.palette = palette;
  }

  line(style, x1, y1, x2, y2) {
    const path = this.#pathOf(style);
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
  }

  ring(style, x, y, r) {
    const path = this.#pathOf(style);
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
  }

  #pathOf(style) {
    const paths = listOf(this.#strokes, style);
    if (paths.length === 0 || paths.at(-1).count >= PathLength) paths.push({ path: new Path2D(), count: 0 });
    const last = paths.at(-1);
    last.count++;
    return last.path;
  }

  dot(style, x, y, r) {
    listOf(this.#fills, style).push(r <= SquareUpTo
      ? context => context.fillRect(x - r, y - r, 2 * r, 2 * r)
      : context => {
        context.beginPath();
        context.arc(x, y, r, 0, 2 * Math.PI);
        context.fill();
      });
  }

  /** @param {number[]} points x and y in turn */
  shape(style, points) {
    listOf(this.#fills, style).push(context => {
      context.beginPath();
      for (let i = 0; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
      context.fill();
    });
  }

  text(style, x, y, words, align = 'start', size = 11) {
    this.#texts.push([style, x, y, words, align, size]);
  }

  /** Lays everything down: strokes, then fills, then words. */
  finish() {
    const { context, palette } = this;
    for (const [style, paths] of this.#strokes) {
      const { colour, width, alpha = 1, dash = [] } = Styles[style];
      context.strokeStyle = palette.css(colour, alpha);
      context.lineWidth = width;
      context.setLineDash(dash);
      for (const { path } of paths) context.stroke(path);
    }
    context.setLineDash([]);
    for (const [style, fills] of this.#fills) {
      context.fillStyle = palette.css(Styles[style].colour);
      for (const fill of fills) fill(context);
    }
    for (const [style, x, y, words, align, size] of this.#texts) {
      context.font = `${size}px ${palette.font}`;
      context.textAlign = align;
      context.textBaseline = 'middle';
      context.lineWidth = 3;
      context.strokeStyle = palette.css('canvas');
      context.strokeText(words, x, y);
      context.fillStyle = palette.css(Styles[style].colour);
      context.fillText(words, x, y);
    }
  }
}

function listOf(lists, style) {
  let list = lists.get(style);
  if (list === undefined) lists.set(style, list = []);
  return list;
}

export class SvgPen {
  #parts = [];

  constructor(palette) {
    this.palette = palette;
  }

  #stroke(style) {
    const { colour, width, alpha = 1, dash } = Styles[style];
    const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
    return `fill="none" stroke="${this.palette.css(colour, alpha)}" stroke-width="${width}"${dashes}`;
  }

  #fill(style) {
    return `fill="${this.palette.css(Styles[style].colour)}"`;
  }

  line(style, x1, y1, x2, y2) {
    this.#parts.push(`<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" ${this.#stroke(style)}/>`);
  }

  ring(style, x, y, r) {
    this.#parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${this.#stroke(style)}/>`);
  }

  dot(style, x, y, r) {
    this.#parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${this.#fill(style)}/>`);
  }

  shape(style, points) {
    this.#parts.push(`<polygon points="${points.map(n).join(' ')}" ${this.#fill(style)}/>`);
  }

  text(style, x, y, words, align = 'start', size = 11) {
    const anchor = { start: 'start', center: 'middle', end: 'end' }[align];
    this.#parts.push(`<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" dominant-baseline="central" `
      + `font-size="${size}" ${this.#fill(style)}>${escaped(words)}</text>`);
  }

  /** @param {number} width @param {number} height @param {string} title @returns {string} a whole file */
  finish(width, height, title) {
    const font = this.palette.font.replaceAll('"', "'");
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" `
      + `viewBox="0 0 ${n(width)} ${n(height)}" font-family="${font}"><title>${escaped(title)}</title>`
      + `<rect width="100%" height="100%" ${this.#fill('canvas')}/>${this.#parts.join('')}</svg>`;
  }
}

const n = number => Number(number.toFixed(2));

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
