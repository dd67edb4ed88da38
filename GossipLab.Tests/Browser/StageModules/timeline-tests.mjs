import { Timeline } from '/js/stage/timeline.mjs';
import { equal, isTrue, near } from './check.mjs';

const span = (fromMs, toMs, rate, more = {}) => ({ fromMs, toMs, rate, isPlaying: true, isJump: false, ...more });

/** Plays spans that arrive at given wall times, 60 pictures a second, and notes where the playhead was. */
function play(arrivals, untilMs) {
  const timeline = new Timeline();
  const heads = [];
  let next = 0;
  for (let wallMs = 0; wallMs <= untilMs; wallMs += 1000 / 60) {
    for (; next < arrivals.length && arrivals[next].atMs <= wallMs; next++) {
      timeline.accept(arrivals[next].span, arrivals[next].atMs);
    }
    heads.push(timeline.advance(wallMs));
  }
  return { timeline, heads };
}

function chance(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Frames every gapMs whose arrival varies by up to jitterMs. */
function stream({ count, gapMs, jitterMs, rateOf }) {
  const random = chance(3);
  const arrivals = [];
  for (let k = 0, fromMs = 0, lastAt = 0; k < count; k++) {
    const rate = rateOf(k, random);
    const toMs = fromMs + gapMs * rate;
    lastAt = Math.max(lastAt, k * gapMs + 20 + random() * jitterMs);
    arrivals.push({ atMs: lastAt, span: span(fromMs, toMs, rate) });
    fromMs = toMs;
  }
  return arrivals;
}

export function The_first_frame_is_jumped_to() {
  const timeline = new Timeline();

  const jumped = timeline.accept(span(4000, 4000, 1), 10);

  equal([jumped, timeline.advance(20)], [true, 4000]);
}

export function A_standing_clock_stands_exactly_at_the_newest_end() {
  const timeline = new Timeline();
  timeline.accept(span(0, 0, 0, { isPlaying: false, isJump: true }), 0);
  timeline.accept(span(0, 1234.5, 0, { isPlaying: false, isJump: true }), 5);

  equal(timeline.advance(6), 1234.5);
  equal(timeline.advance(9000), 1234.5);
  equal([timeline.isMoving, timeline.speed], [false, 0]);
}

export function A_pause_plays_out_what_is_in_hand_and_then_holds() {
  const { timeline } = play(stream({ count: 20, gapMs: 50, jitterMs: 0, rateOf: () => 1 }), 1000);
  const endMs = 1000 + 3;

  timeline.accept(span(1000, endMs, 1, { isPlaying: false }), 1005);
  for (let wallMs = 1010; wallMs < 1400; wallMs += 16) timeline.advance(wallMs);

  equal([timeline.playheadMs, timeline.isMoving], [endMs, false]);
}

export function Uneven_arrival_is_not_seen() {
  const { heads } = play(stream({ count: 120, gapMs: 50, jitterMs: 30, rateOf: () => 0.02 }), 5800);

  const steps = heads.slice(60).map((head, i) => head - heads[59 + i]);

  isTrue(Math.min(...steps) > 0.6 * 0.02 * (1000 / 60), `the slowest step is ${Math.min(...steps)}`);
  isTrue(Math.max(...steps) < 1.5 * 0.02 * (1000 / 60), `the longest step is ${Math.max(...steps)}`);
}

export function Time_never_runs_backwards_while_the_rate_changes_each_frame() {
  const rateOf = (k, random) => [0.01, 100, 0.3][k % 3] * (0.5 + random());
  const { heads } = play(stream({ count: 100, gapMs: 100, jitterMs: 60, rateOf }), 9000);

  isTrue(heads.every((head, i) => i === 0 || head >= heads[i - 1]), 'the playhead went back');
}

export function Each_span_is_played_at_its_own_rate() {
  const arrivals = stream({ count: 60, gapMs: 100, jitterMs: 0, rateOf: k => (k < 30 ? 0.01 : 1) });

  const { heads } = play(arrivals, 5800);

  near(heads[120] - heads[60], 0.01 * 1000, 2, 'the slow second');
  near(heads[340] - heads[280], 1000, 120, 'the fast second');
}

export function The_playhead_stays_close_behind_the_server() {
  const { timeline } = play(stream({ count: 100, gapMs: 50, jitterMs: 20, rateOf: () => 1 }), 4990);

  isTrue(5000 - timeline.playheadMs < 200, `it lags ${5000 - timeline.playheadMs} ms`);
}

export function A_gap_in_time_is_jumped_over() {
  const timeline = new Timeline();
  timeline.accept(span(0, 100, 1), 0);

  equal(timeline.accept(span(5000, 5050, 1), 100), true);
  equal(timeline.playheadMs, 5050);
}

export function A_jump_backwards_is_taken_at_once() {
  const timeline = new Timeline();
  timeline.accept(span(0, 9000, 1, { isJump: true }), 0);

  timeline.accept(span(2000, 2000, 1, { isJump: true, isPlaying: false }), 50);

  equal(timeline.advance(60), 2000);
}

export function An_unplayable_rate_is_played_at_the_pace_of_arrival() {
  const spans = [];
  for (let k = 0; k < 60; k++) spans.push({ atMs: k * 50, span: span(k * 700, (k + 1) * 700, k % 2 ? Infinity : 0) });

  const { heads } = play(spans, 2900);

  isTrue(heads.every(Number.isFinite), 'the playhead is a number');
  isTrue(heads[heads.length - 1] > 700 * 50, `it only reached ${heads[heads.length - 1]}`);
}

export function A_page_that_slept_skips_to_the_end() {
  const { timeline } = play(stream({ count: 10, gapMs: 50, jitterMs: 0, rateOf: () => 1 }), 300);

  timeline.skipToEnd();

  equal(timeline.isMoving, false);
  equal(timeline.advance(10_000), timeline.playheadMs);
}

export function What_nobody_plays_does_not_pile_up() {
  const timeline = new Timeline();
  timeline.accept(span(0, 0, 1), 0);
  for (let k = 0; k < 1000; k++) timeline.accept(span(k * 50, (k + 1) * 50, 1), k * 50);

  timeline.advance(50_000);

  isTrue(timeline.playheadMs > 47_000, `the playhead is still at ${timeline.playheadMs}`);
}
