/**
 * Keeps the order of frames: a delta counts only after the frame just before it. After a gap or a faulty frame
 * everything but a snapshot is refused, and the feeder is told to ask for one.
 */
import { decode } from './frame-decoder.mjs';

/**
 * @typedef {{ frame: import('./frame-decoder.mjs').Frame } | { scene: import('./scene.mjs').Scene }
 *   | { resync: string }} Read
 */
export class FrameReader {
  #last = 0;
  #isWaiting = true;

  /** @param {Uint8Array} bytes @returns {Read} */
  read(bytes) {
    const decoded = decode(bytes);
    if ('scene' in decoded) return decoded;
    if ('error' in decoded) return this.#refuse(decoded.error);
    const { frame } = decoded;
    if (!frame.isSnapshot && this.#isWaiting) return { resync: 'waiting-for-snapshot' };
    if (!frame.isSnapshot && frame.sequence !== ((this.#last + 1) >>> 0)) return this.#refuse('sequence-gap');
    this.#last = frame.sequence;
    this.#isWaiting = false;
    return decoded;
  }

  /** Forgets the order; the next frame must be a snapshot. */
  reset() {
    this.#isWaiting = true;
  }

  #refuse(reason) {
    this.#isWaiting = true;
    return { resync: reason };
  }
}
