/** How long things take on the wall clock, and along which curves. Suspicion arcs follow virtual time instead. */

export const Lasts = Object.freeze({
  fill: 180, pulse: 260, ring: 140, cross: 200, wallIn: 220, wallOut: 160, camera: 350, move: 350,
  lostMark: 300, ghost: 1_200, trace: 340, stepTrace: 1_100, landing: 240, ripple: 620, breath: 1_800, breaths: 3,
});

/** @param {number} p */
export const clamp01 = p => (p < 0 ? 0 : p > 1 ? 1 : p);

/** @param {number} p */
export const easeOut = p => 1 - (1 - clamp01(p)) ** 3;

/** @param {number} p */
export const easeInOut = p => {
  const q = clamp01(p);
  return q < 0.5 ? 4 * q * q * q : 1 - (2 - 2 * q) ** 3 / 2;
};

/** @param {number} since wall ms since the start @param {number} lasts @returns {number} 0..1 */
export const progress = (since, lasts) => (lasts <= 0 ? 1 : clamp01(since / lasts));

/** One swell 1 → 1.18 → 1. @param {number} p 0..1 */
export const swell = p => (p >= 1 || p <= 0 ? 1 : 1 + 0.18 * Math.sin(Math.PI * p) ** 2);
