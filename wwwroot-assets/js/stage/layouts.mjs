/**
 * Where nodes stand. A layout is computed for a stage of a given size in CSS pixels and knows nothing of cameras.
 *
 * @typedef {object} Layout
 * @property {string} name      ring | two-rings | rings | squares | cloud
 * @property {Float64Array} x
 * @property {Float64Array} y
 * @property {number} r         radius of a disc
 * @property {Float64Array} lx  direction in which a node's name stands, a unit vector
 * @property {Float64Array} ly
 * @property {{ rx: number, ry: number }[]} guides  ellipses around the centre on which nodes stand
 * @property {{ zone: number, x: number, y: number, rx: number, ry: number }[]} zones
 * @property {number} width
 * @property {number} height
 *
 * @typedef {{ width: number, height: number, surround?: number }} Size
 */

const MaxStretch = 1.3;
const GoldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Room for a node's health ring, badge and name outside its disc, CSS px. */
const Surround = 33;

/**
 * @param {string} name auto | ring | two-rings | rings | squares | cloud
 * @param {number} n
 * @param {Size} size
 * @param {number[] | null} zones
 * @returns {Layout}
 */
export function layOut(name, n, size, zones = null) {
  const chosen = name === 'auto' ? pick(n) : name;
  if (chosen === 'cloud') return cloud(n, size, zones);
  const order = byZone(n, zones);
  if (chosen === 'squares') return squares(n, size, order);
  const shares = { ring: [1], 'two-rings': [1, 0.56], rings: [1, 0.66, 0.31] }[chosen] ?? [1];
  return rings(chosen, n, size, { shares, order });
}

/** @param {number} n */
function pick(n) {
  if (n <= 24) return 'ring';
  if (n <= 40) return 'two-rings';
  return n <= 64 ? 'rings' : 'cloud';
}

/** Nodes of one zone stand side by side. */
function byZone(n, zones) {
  const order = Array.from({ length: n }, (_, i) => i);
  return zones ? order.sort((a, b) => zones[a] - zones[b] || a - b) : order;
}

function empty(name, n, size) {
  return {
    name, x: new Float64Array(n), y: new Float64Array(n), r: 11, lx: new Float64Array(n), ly: new Float64Array(n),
    guides: [], zones: [], width: size.width, height: size.height,
  };
}

/** @returns {Layout} */
function rings(name, n, size, { shares, order }) {
  const layout = empty(name, n, size);
  const counts = share(n, shares);
  let r = 44;
  // The discs' size and the ring's size depend on each other; three rounds settle it.
  for (let round = 0; round < 3; round++) {
    const outer = frame(size, r);
    layout.guides = shares.map(part => ({ rx: outer.rx * part, ry: outer.ry * part }));
    placeOnRings(layout, counts, order, size);
    r = Math.max(9, Math.min(44, nearestGap(layout) * (shares.length > 1 ? 0.31 : 0.335)));
  }
  layout.r = r;
  return layout;
}

/** The largest ellipse, not too flat, that leaves room for discs and names. */
function frame(size, r) {
  const surround = Surround + (size.surround ?? 0);
  const rx = Math.max(20, size.width / 2 - r - surround);
  const ry = Math.max(20, size.height / 2 - r - surround);
  return { rx: Math.min(rx, ry * MaxStretch), ry: Math.min(ry, rx * MaxStretch) };
}

function share(n, shares) {
  const total = shares.reduce((sum, part) => sum + part, 0);
  const counts = shares.map(part => Math.floor((n * part) / total));
  counts[0] += n - counts.reduce((sum, count) => sum + count, 0);
  return counts;
}

function placeOnRings(layout, counts, order, size) {
  let next = 0;
  counts.forEach((count, ring) => {
    const { rx, ry } = layout.guides[ring];
    const points = aroundEllipse(rx, ry, count, ring % 2 === 0 ? 0 : 0.5);
    for (const point of points) {
      const index = order[next++];
      layout.x[index] = size.width / 2 + point.x;
      layout.y[index] = size.height / 2 + point.y;
      const away = ring === 0 ? 1 : 0;
      const length = Math.hypot(point.x / rx, point.y / ry) || 1;
      layout.lx[index] = away ? point.x / rx / length : 0;
      layout.ly[index] = away ? point.y / ry / length : 1;
    }
  });
}

/** Points at equal distances along an ellipse, clockwise from the top (two points lie left and right). */
function aroundEllipse(rx, ry, count, shift) {
  const steps = 1440;
  const start = count === 2 ? Math.PI : -Math.PI / 2;
  const lengths = new Float64Array(steps + 1);
  const at = i => start + (i / steps) * 2 * Math.PI;
  for (let i = 1; i <= steps; i++) {
    const dx = rx * (Math.cos(at(i)) - Math.cos(at(i - 1)));
    const dy = ry * (Math.sin(at(i)) - Math.sin(at(i - 1)));
    lengths[i] = lengths[i - 1] + Math.hypot(dx, dy);
  }
  const points = [];
  for (let k = 0, i = 0; k < count; k++) {
    const wanted = ((k + shift) / count) * lengths[steps];
    while (i < steps && lengths[i + 1] <= wanted) i++;
    const inside = i < steps ? (wanted - lengths[i]) / (lengths[i + 1] - lengths[i]) : 0;
    points.push({ x: rx * Math.cos(at(i + inside)), y: ry * Math.sin(at(i + inside)) });
  }
  return points;
}

function nearestGap(layout) {
  let gap = Math.min(layout.width, layout.height) / 2.6;
  for (let i = 0; i < layout.x.length; i++) {
    for (let j = i + 1; j < layout.x.length; j++) {
      gap = Math.min(gap, Math.hypot(layout.x[i] - layout.x[j], layout.y[i] - layout.y[j]));
    }
  }
  return gap;
}

/** @returns {Layout} */
function squares(n, size, order) {
  const layout = empty('squares', n, size);
  const columns = Math.max(1, Math.round(Math.sqrt((n * size.width) / size.height)));
  const rows = Math.max(1, Math.ceil(n / columns));
  const gap = Math.min((size.width - 2 * Surround) / columns, (size.height - 2 * Surround) / rows);
  order.forEach((index, k) => {
    layout.x[index] = size.width / 2 + ((k % columns) - (columns - 1) / 2) * gap;
    layout.y[index] = size.height / 2 + (Math.floor(k / columns) - (rows - 1) / 2) * gap;
    layout.ly[index] = 1;
  });
  layout.r = Math.max(9, Math.min(40, gap * 0.29));
  return layout;
}

/** @returns {Layout} */
function cloud(n, size, zones) {
  const layout = empty('cloud', n, size);
  const groups = groupByZone(n, zones);
  const boxes = boxesFor(groups.length, size);
  const largest = Math.max(1, ...groups.map(group => group.members.length));
  let pitch = Infinity;
  groups.forEach((group, k) => {
    const { members, zone } = group;
    const part = Math.sqrt(members.length / largest);
    const { x, y } = boxes[k];
    const rx = boxes[k].rx * part;
    const ry = boxes[k].ry * part;
    members.forEach((index, i) => {
      const away = Math.sqrt((i + 0.5) / members.length);
      layout.x[index] = x + rx * away * Math.cos(i * GoldenAngle);
      layout.y[index] = y + ry * away * Math.sin(i * GoldenAngle);
      layout.ly[index] = 1;
    });
    pitch = Math.min(pitch, Math.sqrt((rx * ry) / Math.max(1, members.length)));
    if (zones) layout.zones.push({ zone, x, y, rx: rx + 14, ry: ry + 14 });
  });
  layout.r = Math.max(3.5, Math.min(9, pitch * 0.6));
  return layout;
}

function groupByZone(n, zones) {
  const groups = new Map();
  for (let i = 0; i < n; i++) {
    const zone = zones ? zones[i] : 0;
    if (!groups.has(zone)) groups.set(zone, []);
    groups.get(zone).push(i);
  }
  return [...groups].sort((a, b) => a[0] - b[0]).map(([zone, members]) => ({ zone, members }));
}

/** Splits the stage into equal boxes and takes the largest, not too flat, ellipse of each. */
function boxesFor(count, size) {
  const columns = Math.max(1, Math.round(Math.sqrt((count * size.width) / size.height)));
  const rows = Math.max(1, Math.ceil(count / columns));
  const width = size.width / columns;
  const height = size.height / rows;
  const rx = Math.max(10, width / 2 - (count > 1 ? 26 : 20));
  const ry = Math.max(10, height / 2 - (count > 1 ? 36 : 20));
  const boxes = [];
  for (let k = 0; k < count; k++) {
    const inRow = Math.min(columns, count - Math.floor(k / columns) * columns);
    boxes.push({
      x: size.width / 2 + ((k % columns) - (inRow - 1) / 2) * width,
      y: (Math.floor(k / columns) + 0.5) * height + (count > 1 ? 7 : 0),
      rx: Math.min(rx, ry * MaxStretch),
      ry: Math.min(ry, rx * MaxStretch),
    });
  }
  return boxes;
}
