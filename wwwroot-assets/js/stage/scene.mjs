/**
 * What seldom changes: names, zones, walls, cut links, the lens. It comes as JSON; this makes it safe to draw.
 *
 * @typedef {object} Scene
 * @property {number} n
 * @property {'ring'|'cloud'|'grid'} mode
 * @property {string[] | null} names
 * @property {number[] | null} zones
 * @property {{ name: string, side: number[] }[]} walls
 * @property {[number, number][]} cuts
 * @property {number | null} lens
 * @property {{ slot: number, text: string }[]} values
 * @property {number | null} cue
 * @property {number} epoch
 */

const Modes = new Set(['ring', 'cloud', 'grid']);

/** @type {Readonly<Scene>} */
export const EmptyScene = Object.freeze({
  n: 0, mode: 'ring', names: null, zones: null, walls: [], cuts: [], lens: null, values: [], cue: null, epoch: 0,
});

/**
 * @param {any} raw parsed JSON with a valid `n`
 * @returns {Scene} the same with every doubtful part left out
 */
export function toScene(raw) {
  const isNode = index => Number.isInteger(index) && index >= 0 && index < raw.n;
  const list = value => (Array.isArray(value) ? value : []);
  return {
    n: raw.n,
    mode: Modes.has(raw.mode) ? raw.mode : modeFor(raw.n),
    names: list(raw.names).length === raw.n && raw.n > 0 ? raw.names.map(String) : null,
    zones: list(raw.zones).length === raw.n && raw.n > 0 ? raw.zones.map(zone => Number(zone) || 0) : null,
    walls: list(raw.walls).map(wall => ({ name: String(wall?.name ?? ''), side: list(wall?.side).filter(isNode) }))
      .filter(wall => wall.side.length > 0 && wall.side.length < raw.n),
    cuts: list(raw.cuts).filter(cut => list(cut).length === 2 && cut.every(isNode)),
    lens: isNode(raw.lens) ? raw.lens : null,
    values: list(raw.values).filter(value => value && Number.isInteger(value.slot))
      .map(value => ({ slot: value.slot, text: String(value.text ?? '') })),
    cue: isNode(raw.cue) ? raw.cue : null,
    epoch: Number.isInteger(raw.epoch) ? raw.epoch : 0,
  };
}

/** @param {number} n @returns {'ring'|'cloud'|'grid'} */
export function modeFor(n) {
  if (n <= 64) return 'ring';
  return n <= 1000 ? 'cloud' : 'grid';
}

/** @param {Scene} scene @param {number} index @returns {string} */
export const nameOf = (scene, index) => scene.names?.[index] ?? `n${index}`;
