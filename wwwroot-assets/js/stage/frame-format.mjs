/**
 * The words of frame format 1: one binary frame per lab and tick, little-endian.
 * These numbers are a contract with the server's encoder.
 */

export const FormatVersion = 1;

export const FrameKind = Object.freeze({ Snapshot: 0, Delta: 1, Scene: 2 });

export const FrameFlag = Object.freeze({ Playing: 1, LensIsNode: 2, Jump: 4 });

export const HeaderBytes = 40;
export const NodeBytes = 8;
export const LabelBytes = 24;
export const ArcBytes = 20;
export const FlightBytes = 28;

/** What a frame may hold at most. A longer one is garbage, not a bigger cluster. */
export const Limits = Object.freeze({ nodes: 200_000, labels: 4_096, arcs: 1_024, flights: 20_000 });

/** Low three bits of a node's fill byte. */
export const Fill = Object.freeze({ None: 0, A: 1, B: 2, C: 3, Stale: 4 });
export const FillMask = 7;

/** High bits of a node's fill byte. */
export const FillBit = Object.freeze({ Hot: 8, Quiet: 16, Tie: 32 });

export const Ring = Object.freeze({ None: 0, Alive: 1, Suspect: 2, Dead: 3, Left: 4, Joining: 5, Unknown: 6 });

export const Badge = Object.freeze({
  Down: 1, Paused: 2, Slow: 4, Crown: 8, Lossy: 16, Left: 32, Cue: 64,
});

export const Kind = Object.freeze({
  Push: 0, PushFeedback: 1, Pull: 2, PullReply: 3, Exchange: 4, ExchangeReply: 5, Ping: 6, Ack: 7,
  PingRequest: 8, Nack: 9, Gossip: 10, SyncRequest: 11, SyncReply: 12, StreamPing: 13, StreamAck: 14, Heartbeat: 15,
});

const Answers = new Set([Kind.PushFeedback, Kind.PullReply, Kind.ExchangeReply, Kind.Ack, Kind.Nack, Kind.SyncReply,
  Kind.StreamAck]);

/** @param {number} kind @returns {boolean} whether the message answers another one (it flies on the other lane) */
export const isAnswer = kind => Answers.has(kind);

/** What a flight carries. 1 to 3 are the value slots. */
export const Colour = Object.freeze({ Neutral: 0, A: 1, B: 2, C: 3, Stale: 4, Suspect: 5, Dead: 6, Alive: 7 });

export const Fate = Object.freeze({ Arrives: 0, LostOnLink: 1, Wall: 2, Dropped: 3, ReceiverDown: 4, Held: 5 });
