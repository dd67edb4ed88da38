/**
 * Where to draw a wall. A wall is two sets of nodes, not a place; its line is where the pull of the one side equals
 * that of the other, so it parts any layout, whole or in pieces.
 *
 * @typedef {{ x: number, y: number }[]} Polyline
 */

/** Edge of a field cell, CSS px. */
const Step = 9;

/** How far beyond the outermost nodes a wall reaches, CSS px. */
const Overhang = 44;

/**
 * The pull at a point: above 0 on the wall's side, below 0 on the other.
 * @param {import('./layouts.mjs').Layout} layout
 * @param {Uint8Array} side 1 for nodes of the wall's side
 */
export function pullAt(layout, side, x, y) {
  let pull = 0;
  for (let i = 0; i < side.length; i++) {
    const dx = layout.x[i] - x;
    const dy = layout.y[i] - y;
    const square = dx * dx + dy * dy + 1;
    pull += (side[i] ? 1 : -1) / (square * square);
  }
  return pull;
}

/**
 * @param {import('./layouts.mjs').Layout} layout
 * @param {Uint8Array} side
 * @returns {Polyline[]}
 */
export function wallLines(layout, side) {
  const box = reach(layout);
  const columns = Math.max(2, Math.ceil((box.right - box.left) / Step));
  const rows = Math.max(2, Math.ceil((box.bottom - box.top) / Step));
  const field = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      field[row * (columns + 1) + column] = pullAt(layout, side, box.left + column * Step, box.top + row * Step);
    }
  }
  return join(segments(field, columns, rows, box)).map(smooth);
}

function reach(layout) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < layout.x.length; i++) {
    box.left = Math.min(box.left, layout.x[i] - Overhang);
    box.right = Math.max(box.right, layout.x[i] + Overhang);
    box.top = Math.min(box.top, layout.y[i] - Overhang);
    box.bottom = Math.max(box.bottom, layout.y[i] + Overhang);
  }
  return {
    left: Math.max(2, box.left), top: Math.max(2, box.top),
    right: Math.min(layout.width - 2, box.right), bottom: Math.min(layout.height - 2, box.bottom),
  };
}

/** Marching squares: the pieces of the zero line, one or two a cell. Points are named by the cell edge they lie on. */
function segments(field, columns, rows, box) {
  const wide = columns + 1;
  const found = [];
  const point = (a, b) => {
    const share = field[a] / (field[a] - field[b]);
    const [ax, ay, bx, by] = [a % wide, Math.floor(a / wide), b % wide, Math.floor(b / wide)];
    return { x: box.left + (ax + (bx - ax) * share) * Step, y: box.top + (ay + (by - ay) * share) * Step };
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = row * wide + column;
      const ring = [corner, corner + 1, corner + wide + 1, corner + wide];
      const crossings = [];
      for (let e = 0; e < 4; e++) {
        const [a, b] = [ring[e], ring[(e + 1) % 4]];
        if ((field[a] > 0) !== (field[b] > 0)) crossings.push([Math.min(a, b), Math.max(a, b)]);
      }
      for (let e = 0; e + 1 < crossings.length; e += 2) {
        const ends = crossings.slice(e, e + 2);
        found.push(ends.map(([a, b]) => ({ key: a * 4 + (b - a === 1 ? 0 : 1), at: point(a, b) })));
      }
    }
  }
  return found;
}

/** Chains pieces that share an end. */
function join(pieces) {
  const ends = new Map();
  const note = (key, piece) => ends.set(key, [...(ends.get(key) ?? []), piece]);
  for (const piece of pieces) piece.forEach(end => note(end.key, piece));
  const used = new Set();
  const lines = [];
  const loose = pieces.filter(piece => piece.some(end => ends.get(end.key).length === 1));
  for (const start of [...loose, ...pieces]) {
    if (used.has(start)) continue;
    const [a, b] = ends.get(start[1].key).length === 1 ? [start[1], start[0]] : start;
    const line = [a.at, b.at];
    used.add(start);
    for (let key = b.key; ;) {
      const next = ends.get(key).find(piece => !used.has(piece));
      if (!next) break;
      used.add(next);
      const end = next[0].key === key ? next[1] : next[0];
      line.push(end.at);
      key = end.key;
    }
    lines.push(line);
  }
  return lines;
}

/** Takes the corners off, so that the line does not tell of the field's cells. */
function smooth(line) {
  let points = line;
  for (let round = 0; round < 2; round++) {
    points = points.map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      return before && after
        ? { x: (before.x + 2 * point.x + after.x) / 4, y: (before.y + 2 * point.y + after.y) / 4 } : point;
    });
  }
  return points;
}

/**
 * Where a link meets the wall between its ends.
 * @param {import('./layouts.mjs').Layout} layout
 * @param {Uint8Array} side
 * @param {number} from
 * @param {number} to
 * @returns {number | null} share of the way, or null if both ends are on one side
 */
export function crossing(layout, side, from, to) {
  if (side[from] === side[to]) return null;
  const sign = side[from] ? 1 : -1;
  let [low, high] = [0, 1];
  // The pull is huge at both ends, so halving finds a crossing; of several, any will do.
  for (let round = 0; round < 14; round++) {
    const middle = (low + high) / 2;
    const x = layout.x[from] + (layout.x[to] - layout.x[from]) * middle;
    const y = layout.y[from] + (layout.y[to] - layout.y[from]) * middle;
    if (pullAt(layout, side, x, y) * sign > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
