/** Tells the page where the playhead is: at most four times a second, and always where it came to rest. */

const EveryMs = 250;

export class Playhead {
  #tellNow;
  #told = { ms: NaN, informed: NaN };
  #newest = { ms: NaN, informed: NaN };
  #toldAt = -Infinity;
  #timer = 0;

  /** @param {(ms: number, informed: number) => void} listener */
  constructor(listener) {
    this.#tellNow = listener;
  }

  /** @param {number} ms @param {number} informed @param {number} wallMs */
  tell(ms, informed, wallMs) {
    this.#newest = { ms, informed };
    if (ms === this.#told.ms && informed === this.#told.informed) return;
    const wait = this.#toldAt + EveryMs - wallMs;
    if (wait <= 0) this.#flush(wallMs);
    else if (this.#timer === 0) this.#timer = setTimeout(() => this.#flush(wallMs + wait), wait);
  }

  dispose() {
    clearTimeout(this.#timer);
  }

  #flush(wallMs) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#toldAt = wallMs;
    this.#told = this.#newest;
    this.#tellNow(this.#newest.ms, this.#newest.informed);
  }
}
