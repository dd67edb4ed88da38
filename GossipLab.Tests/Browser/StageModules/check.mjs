/** The few ways in which tests of the stage's modules fail. */

export function equal(actual, expected, what = '') {
  const [left, right] = [shown(actual), shown(expected)];
  if (left !== right) throw new Error(`${what} expected ${right}, got ${left}`);
}

export function isTrue(condition, what) {
  if (!condition) throw new Error(what);
}

export function near(actual, expected, tolerance, what = '') {
  if (!(Math.abs(actual - expected) <= tolerance)) {
    throw new Error(`${what} expected ${expected} ± ${tolerance}, got ${actual}`);
  }
}

const shown = value => JSON.stringify(value, (_, part) => {
  if (typeof part === 'bigint') return `${part}n`;
  return ArrayBuffer.isView(part) ? [...part] : part;
});
