/** Where moments and events stand along the axis: by true time, with idle spans shortened, or one step an event. */

/** A span without events is idle when it is so many times the usual one. */
const IdleFactor = 20;

/**
 * True time in units of a microsecond, but idle spans are cut to 20 times the usual gap.
 * @param {number[]} moments sorted
 */
export function timeScale(moments) {
  const times = [...new Set(moments)];
  const gaps = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b);
  const usual = gaps.length > 0 ? gaps[gaps.length >> 1] : 0;
  const longest = Math.max(usual * IdleFactor, 1);
  const units = [0];
  const breaks = [];
  for (let i = 1; i < times.length; i++) {
    const gap = times[i] - times[i - 1];
    const isIdle = times.length > 2 && gap > longest;
    if (isIdle) breaks.push({ from: times[i - 1], to: times[i], at: units[i - 1] + longest / 2 });
    units.push(units[i - 1] + (isIdle ? longest : gap));
  }
  return { breaks, of: time => interpolate(times, units, time), end: units.at(-1), times, units };
}

/**
 * One unit an event, in the order of their numbers.
 * @param {{ id: number, at: number }[]} events in that order
 */
export function orderScale(events) {
  const times = [];
  const units = [];
  const places = new Map();
  events.forEach((event, place) => {
    places.set(event.id, place);
    if (times.length === 0 || event.at > times.at(-1)) {
      times.push(event.at);
      units.push(place);
    }
  });
  return {
    breaks: [], times, units, end: Math.max(events.length - 1, 0), of: time => interpolate(times, units, time),
    ofEvent: event => places.get(event.id) ?? interpolate(times, units, event.at),
  };
}

/** Straight between the points, by the last step beyond the ends. */
function interpolate(from, to, value) {
  if (from.length === 0) return 0;
  const i = firstAfter(from, value);
  if (i === 0) return to[0] + (from.length > 1 ? slope(from, to, 1) : 1) * (value - from[0]);
  const end = i === from.length;
  return to[i - 1] + (end ? Math.min(slope(from, to, i - 1), 1) : slope(from, to, i)) * (value - from[i - 1]);
}

function slope(from, to, i) {
  return i <= 0 || i >= from.length ? 1 : (to[i] - to[i - 1]) / (from[i] - from[i - 1]);
}

/** The place of the first number that is greater. @param {number[]} sorted @param {number} value */
export function firstAfter(sorted, value) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
