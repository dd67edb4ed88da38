/**
 * Feeds a stage from the hub: one stream of frames of one lab. It reconnects by itself, asks for a snapshot when the
 * stage lost the thread, and reads nothing while nobody looks.
 */
import { Backoff } from './backoff.mjs';

/** How long a lost thread may mend itself (the server follows a drop with a snapshot) before the stream is renewed. */
const ResyncMs = 1_000;

/** A hidden page gives the stream back after this time. */
const HiddenMs = 5_000;

/** After so many failures in a row the lab counts as lost; it is still tried, at the longest delay. */
const FailuresUntilLost = 8;

/**
 * @typedef {'connecting' | 'live' | 'reconnecting' | 'lost'} ConnectionState
 *
 * @param {string} hubUrl
 * @param {string} labId
 * @param {(bytes: Uint8Array) => ('ok' | 'resync' | void)} push
 * @param {(state: ConnectionState, reason: string) => void} [onState]
 * @returns {{ state: () => ConnectionState, retry: () => void, dispose: () => Promise<void> }}
 */
export function connect(hubUrl, labId, push, onState = () => {}) {
  const connection = new Connection(new URL(hubUrl, document.baseURI).href, labId, { push, onState });
  connection.start();
  return {
    state: () => connection.state,
    /** Tries at once, without waiting for the next turn. */
    retry: () => connection.retry(),
    dispose: () => connection.dispose(),
  };
}

class Connection {
  /** @type {ConnectionState} */
  state = 'connecting';
  #url;
  #labId;
  #push;
  #onState;
  #hub = null;
  #subscription = null;
  #backoff = new Backoff(500, 15_000);
  #retryTimer = 0;
  #resyncTimer = 0;
  #hiddenTimer = 0;
  #isDisposed = false;
  #isAsleep = false;
  #onVisibility = () => this.#followVisibility();

  constructor(url, labId, { push, onState }) {
    this.#url = url;
    this.#labId = labId;
    this.#push = push;
    this.#onState = onState;
  }

  start() {
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#attempt();
  }

  retry() {
    if (this.#isDisposed || this.state === 'live') return;
    clearTimeout(this.#retryTimer);
    this.#attempt();
  }

  async dispose() {
    this.#isDisposed = true;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    for (const timer of [this.#retryTimer, this.#resyncTimer, this.#hiddenTimer]) clearTimeout(timer);
    this.#endStream();
    await this.#hub?.stop();
  }

  async #attempt() {
    try {
      this.#hub ??= await this.#build();
      if (this.#isDisposed) return;
      if (this.#hub.state === 'Disconnected') await this.#hub.start();
      if (this.#isDisposed) await this.#hub.stop();
      else if (this.#hub.state === 'Connected' && !this.#isAsleep) this.#openStream();
    } catch (error) {
      this.#fail(String(error?.message ?? error));
    }
  }

  async #build() {
    const { HubConnectionBuilder, LogLevel, MessagePackHubProtocol } = await import('../vendor/signalr.mjs');
    const hub = new HubConnectionBuilder().withUrl(this.#url).withHubProtocol(new MessagePackHubProtocol())
      .configureLogging(LogLevel.None).build();
    hub.onclose(error => this.#fail(error?.message ?? 'closed'));
    return hub;
  }

  #openStream() {
    this.#endStream();
    this.#subscription = this.#hub.stream('Frames', this.#labId).subscribe({
      next: bytes => this.#take(bytes),
      complete: () => this.#fail('ended'),
      error: error => this.#fail(error?.message ?? 'failed'),
    });
  }

  #endStream() {
    clearTimeout(this.#resyncTimer);
    this.#resyncTimer = 0;
    this.#subscription?.dispose();
    this.#subscription = null;
  }

  #take(bytes) {
    if (this.#isDisposed || this.#isAsleep) return;
    const answer = this.#push(bytes);
    if (answer !== 'resync') {
      clearTimeout(this.#resyncTimer);
      this.#resyncTimer = 0;
      this.#backoff.reset();
      this.#tell('live', '');
    } else if (this.#resyncTimer === 0) {
      this.#resyncTimer = setTimeout(() => this.#renew(), ResyncMs);
    }
  }

  /** A new stream begins with a snapshot. */
  #renew() {
    this.#resyncTimer = 0;
    if (this.#hub?.state === 'Connected') this.#openStream();
  }

  #fail(reason) {
    if (this.#isDisposed || this.#isAsleep) return;
    this.#endStream();
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#attempt(), this.#backoff.next());
    this.#tell(this.#backoff.failures >= FailuresUntilLost ? 'lost' : 'reconnecting', reason);
  }

  #tell(state, reason) {
    if (state === this.state) return;
    this.state = state;
    this.#onState(state, reason);
  }

  #followVisibility() {
    clearTimeout(this.#hiddenTimer);
    if (document.visibilityState === 'hidden') {
      this.#hiddenTimer = setTimeout(() => this.#sleep(), HiddenMs);
    } else if (this.#isAsleep) {
      this.#isAsleep = false;
      this.#attempt();
    }
  }

  #sleep() {
    this.#isAsleep = true;
    clearTimeout(this.#retryTimer);
    this.#endStream();
  }
}
