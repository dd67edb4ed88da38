/** The colours of the stage, read from the page's custom properties so that both themes come from one place. */

/** Stand in where a page has no tokens. */
const Light = {
  none: '#858F9B', a: '#095DAD', b: '#964761', c: '#938B47',
  alive: '#059E98', suspect: '#AC731D', dead: '#8D0601', left: '#4E4E4E', paused: '#3D6298',
  accent: '#005A9C', text: '#1B232C', text2: '#4A5561', canvas: '#FFFFFF', page: '#F6F8FA', border: '#D5DBE2',
};

const Dark = {
  none: '#7B8794', a: '#2FAAEF', b: '#FAB7C7', c: '#C3E879',
  alive: '#A1DCD1', suspect: '#E7C75B', dead: '#BF5D3C', left: '#74777A', paused: '#BAA1FD',
  accent: '#7CC4FF', text: '#E6EBF0', text2: '#A9B4BF', canvas: '#141A22', page: '#0E1319', border: '#2B343F',
};

/** The names of css/tokens.css. */
const Properties = {
  none: '--data-none', a: '--data-a', b: '--data-b', c: '--data-c',
  alive: '--health-alive', suspect: '--health-suspect', dead: '--health-dead', left: '--health-left',
  paused: '--fault-paused', accent: '--accent', text: '--text', text2: '--text-secondary',
  canvas: '--surface', page: '--page', border: '--line',
};

const DarkInk = '#111820';
export const LightInk = '#FFFFFF';

/**
 * @typedef {[number, number, number]} Rgb
 * @typedef {Record<keyof typeof Light, Rgb> & { isDark: boolean, font: string }} Colours
 */

export const UsualNameSize = 13;

export class Palette {
  /** @type {Map<string, string>} */
  #texts = new Map();

  /** @param {Record<string, Rgb>} colours @param {boolean} isDark @param {string} font @param {number} nameSize px */
  constructor(colours, isDark, font, nameSize = UsualNameSize) {
    this.colours = colours;
    this.isDark = isDark;
    this.font = font;
    /** The largest a node's name is written; more on a screen that a room watches. */
    this.nameSize = nameSize;
    /** Fills by the low bits of a node's fill byte; a stale value is grey. */
    this.fills = ['none', 'a', 'b', 'c', 'none'];
    /** What a flight carries, by its colour number. */
    this.cargo = ['text2', 'a', 'b', 'c', 'none', 'suspect', 'dead', 'alive'];
    this.rings = ['none', 'alive', 'suspect', 'dead', 'left', 'alive', 'left'];
    this.inks = Object.fromEntries(Object.keys(colours).map(name => [name, inkOn(colours[name])]));
  }

  /** @param {string} name @param {number} [alpha] @returns {string} a CSS colour */
  css(name, alpha = 1) {
    const key = alpha === 1 ? name : `${name}/${alpha.toFixed(2)}`;
    let text = this.#texts.get(key);
    if (text === undefined) {
      const [r, g, b] = this.colours[name];
      text = alpha === 1 ? `rgb(${r},${g},${b})` : `rgba(${r},${g},${b},${alpha.toFixed(2)})`;
      this.#texts.set(key, text);
    }
    return text;
  }

  /** The room that larger names need around a layout, CSS px. */
  get surround() {
    return 2.2 * (this.nameSize - UsualNameSize);
  }

  /** @param {Palette} other */
  isSameAs(other) {
    return this.font === other.font && this.nameSize === other.nameSize
      && JSON.stringify(this.colours) === JSON.stringify(other.colours);
  }

  /** The text colour that reads best on a named fill. @param {string} name */
  ink(name) {
    return this.inks[name];
  }

  /** A named colour laid over the canvas. @param {string} name @param {number} alpha @returns {Rgb} */
  over(name, alpha) {
    return mix(this.colours.canvas, this.colours[name], alpha);
  }
}

/** @param {Rgb} from @param {Rgb} to @param {number} share @returns {Rgb} */
export function mix(from, to, share) {
  return [0, 1, 2].map(i => Math.round(from[i] + (to[i] - from[i]) * share));
}

/**
 * @param {Element} element the stage's root
 * @returns {Palette}
 */
export function readPalette(element) {
  const style = getComputedStyle(element);
  const font = style.fontFamily || 'system-ui, sans-serif';
  const nameSize = parseFloat(style.getPropertyValue('--stage-name-size')) || UsualNameSize;
  if (matchMedia('(forced-colors: active)').matches) return new Palette(systemColours(element), false, font, nameSize);
  const fallback = matchMedia('(prefers-color-scheme: dark)').matches ? Dark : Light;
  const colours = {};
  for (const [name, property] of Object.entries(Properties)) {
    colours[name] = parseColour(style.getPropertyValue(property)) ?? parseColour(fallback[name]);
  }
  return new Palette(colours, luminance(colours.canvas) < 0.2, font, nameSize);
}

/** Where the visitor chose the colours: theirs; letters, stripes and lines tell states apart. */
const System = {
  none: 'GrayText', a: 'Highlight', b: 'CanvasText', c: 'LinkText', alive: 'CanvasText', suspect: 'CanvasText',
  dead: 'CanvasText', left: 'GrayText', paused: 'CanvasText', accent: 'Highlight', text: 'CanvasText',
  text2: 'CanvasText', canvas: 'Canvas', page: 'Canvas', border: 'GrayText',
};

function systemColours(element) {
  const probe = element.ownerDocument.createElement('i');
  probe.hidden = true;
  element.append(probe);
  const colours = {};
  for (const [name, system] of Object.entries(System)) {
    probe.style.color = system;
    colours[name] = parseColour(getComputedStyle(probe).color) ?? parseColour(Light[name]);
  }
  probe.remove();
  return colours;
}

/** @param {string} text @returns {Rgb | null} */
export function parseColour(text) {
  const hex = /^\s*#([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.exec(text);
  if (hex) {
    const full = hex[1].length === 3 ? [...hex[1]].map(c => c + c).join('') : hex[1];
    return [0, 2, 4].map(at => parseInt(full.slice(at, at + 2), 16));
  }
  const rgb = /^\s*rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)/i.exec(text);
  return rgb ? [1, 2, 3].map(i => Math.min(255, Math.round(Number(rgb[i])))) : null;
}

/** @param {Rgb} colour WCAG 2 relative luminance */
function luminance(colour) {
  const [r, g, b] = colour.map(c => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function inkOn(colour) {
  const contrast = text => {
    const [dark, light] = [luminance(colour), luminance(parseColour(text))].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  return contrast(LightInk) >= contrast(DarkInk) ? LightInk : DarkInk;
}
