/**
 * The virtual clock of the picture. Frames say which span of virtual time they cover and how fast it is to be played;
 * the clock plays them from a small jitter buffer so that uneven arrival is not seen. While nothing plays it stands
 * exactly at the end of the newest frame.
 *
 * @typedef {object} Span
 * @property {number} fromMs
 * @property {number} toMs
 * @property {number} rate       virtual ms per wall ms
 * @property {boolean} isPlaying
 * @property {boolean} isJump    go to toMs at once
 */

/** Bounds of the jitter buffer, wall ms. */
const MinBufferMs = 30;
const MaxBufferMs = 350;

/** After a pause the rest of the buffer is played out within this time, wall ms. */
const RunOutMs = 120;

/** A buffer longer than this is no jitter but a stall of this page; what is too old is skipped, wall ms. */
const HopelessMs = 2_000;

/** Frames further apart than this say nothing about the server's rhythm, wall ms. */
const LongestGapMs = 1_000;

export class Timeline {
  #playheadMs = 0;
  #wallMs = 0;
  #isPlaying = false;
  #isStarted = false;
  #isPrimed = false;
  /** @type {{ toMs: number, rate: number }[]} */
  #queue = [];
  #endMs = 0;
  #arrivedAtMs = -Infinity;
  #gapMs = 50;
  #jitterMs = 5;
  #level = 0;
  #speed = 0;

  /** The virtual moment that is drawn. */
  get playheadMs() { return this.#playheadMs; }

  /** Virtual ms per wall ms at the last advance; 0 while standing. */
  get speed() { return this.#speed; }

  /** Whether the clock will move by itself. */
  get isMoving() { return this.#queue.length > 0; }

  get isPlaying() { return this.#isPlaying; }

  /** How much wall time the clock keeps in hand against uneven arrival. */
  get bufferMs() {
    return Math.min(MaxBufferMs, Math.max(MinBufferMs, this.#gapMs + 2 * this.#jitterMs));
  }

  /**
   * Takes the span of a new frame.
   * @param {Span} span
   * @param {number} wallMs
   * @returns {boolean} whether the clock jumped
   */
  accept(span, wallMs) {
    this.#measureRhythm(span, wallMs);
    const jumps = span.isJump || !this.#isStarted || Math.abs(span.fromMs - this.#endMs) > 1e-6 * (1 + this.#endMs);
    this.#isStarted = true;
    this.#isPlaying = span.isPlaying;
    if (jumps) this.#jumpTo(span.toMs, wallMs);
    else if (span.toMs > this.#endMs) this.#enqueue(span, wallMs);
    this.#endMs = span.toMs;
    return jumps;
  }

  /**
   * Moves the clock to a moment of wall time.
   * @param {number} wallMs
   * @returns {number} the playhead
   */
  advance(wallMs) {
    const elapsed = Math.max(0, wallMs - this.#wallMs);
    this.#wallMs = wallMs;
    if (this.#queue.length === 0 || elapsed === 0) return this.#rest();
    const buffered = this.#bufferedMs();
    if (!this.#mayRun(buffered)) return this.#rest();
    const before = this.#playheadMs;
    this.#consume(elapsed * this.#drift(buffered, elapsed));
    this.#speed = (this.#playheadMs - before) / elapsed;
    return this.#playheadMs;
  }

  /** Goes to the end of what has arrived: the page was hidden and nobody saw the way there. */
  skipToEnd() {
    this.#queue.length = 0;
    this.#playheadMs = this.#endMs;
    this.#isPrimed = false;
  }

  #rest() {
    this.#speed = 0;
    return this.#playheadMs;
  }

  #measureRhythm(span, wallMs) {
    const gap = wallMs - this.#arrivedAtMs;
    this.#arrivedAtMs = wallMs;
    if (!span.isPlaying || span.isJump || gap > LongestGapMs) return;
    this.#jitterMs += (Math.abs(gap - this.#gapMs) - this.#jitterMs) * 0.08;
    this.#gapMs += (gap - this.#gapMs) * 0.08;
  }

  #jumpTo(ms, wallMs) {
    this.#queue.length = 0;
    this.#playheadMs = ms;
    this.#wallMs = wallMs;
    this.#isPrimed = false;
    this.#level = this.bufferMs;
  }

  #enqueue(span, wallMs) {
    if (this.#queue.length === 0) this.#wallMs = Math.max(this.#wallMs, wallMs);
    const isUsable = span.rate > 0 && Number.isFinite(span.rate);
    const rate = isUsable ? span.rate : (span.toMs - span.fromMs) / Math.max(1, this.#gapMs);
    this.#queue.push({ toMs: span.toMs, rate });
    // Bounded: a page that cannot keep up loses the oldest part of the way, never the end.
    while (this.#queue.length > 1 && this.#bufferedMs() > HopelessMs) this.#playheadMs = this.#queue.shift().toMs;
  }

  #bufferedMs() {
    let sum = 0;
    let at = this.#playheadMs;
    for (const span of this.#queue) {
      sum += (span.toMs - at) / span.rate;
      at = span.toMs;
    }
    return sum;
  }

  /** A clock that ran dry waits until it has something in hand, so that it does not stutter from frame to frame. */
  #mayRun(buffered) {
    if (!this.#isPlaying) return true;
    const isLate = this.#wallMs - this.#arrivedAtMs > this.bufferMs;
    if (!this.#isPrimed && (buffered >= this.bufferMs || isLate)) {
      this.#isPrimed = true;
      this.#level = Math.max(buffered, this.bufferMs);
    }
    return this.#isPrimed;
  }

  /** How much faster than written the clock runs, so that the buffer stays near its target. */
  #drift(buffered, elapsed) {
    if (!this.#isPlaying) return Math.max(1, buffered / RunOutMs);
    this.#level += (buffered - this.#level) * Math.min(1, elapsed / 400);
    const ratio = this.#level / this.bufferMs;
    const wanted = ratio < 1 ? 0.7 + 0.3 * ratio : 1 + 0.15 * (ratio - 1);
    return Math.min(3, Math.max(0.5, wanted));
  }

  #consume(budgetMs) {
    let left = budgetMs;
    while (left > 0 && this.#queue.length > 0) {
      const span = this.#queue[0];
      const needs = (span.toMs - this.#playheadMs) / span.rate;
      if (needs > left) {
        this.#playheadMs += left * span.rate;
        return;
      }
      this.#playheadMs = span.toMs;
      left -= needs;
      this.#queue.shift();
    }
    // Dry while playing: fill the buffer again first. When paused this is simply the end.
    this.#isPrimed = false;
  }
}
