/** What holds along a node's line, from change to change. */
import { Kind } from './trace.mjs';

/** @typedef {{ from: number, to: number, colour: number, life: "up"|"down"|"paused", belief: number }} Span */

/**
 * @param {import('./trace.mjs').Trace} trace
 * @param {number} now      microseconds
 * @param {number} subject  of whom beliefs are painted; -1 is nobody
 * @returns {Map<number, Span[]>} by node, in order
 */
export function spansOf(trace, now, subject) {
  const spans = new Map();
  const start = trace.events[0]?.at ?? 0;
  const change = (event, what) => {
    const line = spans.get(event.lane) ?? begin(spans, event.lane, start);
    const at = Math.max(event.at, start);
    const last = line.at(-1);
    last.to = at;
    const next = { ...last, from: at, ...what };
    if (last.from === at) line.pop();
    line.push(next);
  };
  for (const event of [...trace.standing, ...trace.events]) {
    const what = changeBy(event, subject);
    if (what !== null && event.lane >= 0) change(event, what);
    else if (event.lane >= 0 && !spans.has(event.lane)) begin(spans, event.lane, start);
  }
  for (const line of spans.values()) endAt(line, now);
  return spans;
}

function begin(spans, lane, start) {
  const line = [{ from: start, to: start, colour: 0, life: 'up', belief: 0, until: Infinity }];
  spans.set(lane, line);
  return line;
}

function changeBy(event, subject) {
  switch (event.kind) {
    case Kind.Value: return { colour: event.colour };
    case Kind.Killed: return { life: 'down', colour: 0, belief: 0, until: Infinity };
    case Kind.Restarted: return { life: 'up', until: Infinity };
    case Kind.Paused: return { life: 'paused', until: event.end };
    case Kind.Resumed: return { life: 'up', until: Infinity };
    case Kind.Belief: return event.other === subject ? { belief: event.detail } : null;
    default: return null;
  }
}

// A pause may end by itself, between two changes or after the last.
function endAt(line, now) {
  line.at(-1).to = Math.max(now, line.at(-1).from);
  for (let i = 0; i < line.length; i++) {
    const span = line[i];
    if (span.life !== 'paused' || span.until >= span.to) continue;
    line.splice(i + 1, 0, { ...span, from: span.until, life: 'up', until: Infinity });
    span.to = span.until;
    for (let j = i + 2; j < line.length && line[j].life === 'paused' && line[j].until === span.until; j++) {
      line[j].life = 'up';
    }
  }
}
