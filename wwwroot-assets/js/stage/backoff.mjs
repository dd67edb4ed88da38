/** How long to wait before the next try: doubling, with some chance in it so that viewers do not return in step. */
export class Backoff {
  failures = 0;
  #shortestMs;
  #longestMs;
  #chance;

  /** @param {number} shortestMs @param {number} longestMs @param {() => number} [chance] 0..1 */
  constructor(shortestMs, longestMs, chance = Math.random) {
    this.#shortestMs = shortestMs;
    this.#longestMs = longestMs;
    this.#chance = chance;
  }

  /** @returns {number} wall ms */
  next() {
    const delay = Math.min(this.#longestMs, this.#shortestMs * 2 ** this.failures);
    this.failures++;
    return delay * (0.75 + 0.25 * this.#chance());
  }

  /** It worked: the next failure starts from the shortest delay. */
  reset() {
    this.failures = 0;
  }
}
