import { Camera } from '/js/space-time/camera.mjs';
import { spansOf } from '/js/space-time/lane-spans.mjs';
import { SvgPen } from '/js/space-time/pens.mjs';
import { draw } from '/js/space-time/picture.mjs';
import { orderScale, timeScale } from '/js/space-time/scale.mjs';
import { Kind, Trace } from '/js/space-time/trace.mjs';
import { readPalette } from '/js/stage/palette.mjs';
import { equal, isTrue, near } from './check.mjs';

let made = 0;
const event = (kind, lane, at, rest = {}) => ({
  id: ++made, at, end: 0, link: 0, lane, other: -1, kind, detail: 0, colour: 0, byTimer: false, ...rest,
});
const send = (from, to, at, link) => event(Kind.Sent, from, at, { other: to, link, end: at + 10 });
const arrive = (from, to, at, link) => event(Kind.Arrived, to, at, { other: from, link });

function traceOf(...events) {
  const trace = new Trace();
  trace.reset([], events);
  return trace;
}

export function A_cone_goes_along_lines_and_messages_and_nowhere_else() {
  const [a, b] = [send(0, 1, 10, 1), arrive(0, 1, 20, 1)];
  const [c, d] = [send(1, 2, 30, 2), arrive(1, 2, 40, 2)];
  const other = event(Kind.Self, 3, 5);
  const before = event(Kind.Self, 2, 35);
  const trace = traceOf(other, a, b, c, before, d);

  equal([...trace.cone(d, 'past')].sort((x, y) => x - y), [a.id, b.id, c.id, d.id, before.id]
    .sort((x, y) => x - y));
  equal([...trace.cone(b, 'future')].sort((x, y) => x - y), [b.id, c.id, d.id].sort((x, y) => x - y));
  isTrue(!trace.cone(b, 'both').has(other.id), 'an event elsewhere is in nobody\'s cone');
  isTrue(!trace.cone(b, 'both').has(before.id), 'what came before an effect is not an effect');
}

export function A_lost_message_leads_nowhere() {
  const sent = send(0, 1, 10, 7);
  const lost = event(Kind.Lost, 1, 10, { other: 0, link: 7, end: 14 });
  const later = event(Kind.Self, 1, 30);
  const trace = traceOf(sent, lost, later);

  isTrue(!trace.cone(sent, 'future').has(later.id), 'a lost message reached its receiver');
  equal(trace.acrossFrom(sent, false).id, lost.id);
}

export function Hidden_lines_hand_on_what_went_through_them() {
  const [a, b] = [send(0, 1, 10, 1), arrive(0, 1, 20, 1)];
  const [c, d] = [send(1, 2, 30, 2), arrive(1, 2, 40, 2)];
  const [e, f] = [send(2, 3, 50, 3), arrive(2, 3, 60, 3)];
  const trace = traceOf(a, b, c, d, e, f);

  const through = trace.throughHidden(lane => lane === 0 || lane === 3);

  equal(through.map(edge => [edge.from.id, edge.to.id]), [[a.id, f.id]]);
  equal(trace.throughHidden(() => true), []);
}

export function A_message_sent_before_its_sender_heard_hands_nothing_on() {
  const [early, late] = [send(1, 2, 10, 2), arrive(1, 2, 40, 2)];
  const [a, b] = [send(0, 1, 15, 1), arrive(0, 1, 20, 1)];
  const trace = traceOf(early, a, b, late);

  equal(trace.throughHidden(lane => lane !== 1), []);
}

export function Idle_spans_are_shortened_and_keep_their_order() {
  const scale = timeScale([0, 10, 20, 30, 40, 1_000_040, 1_000_050]);

  equal(scale.breaks.length, 1);
  equal(scale.of(1_000_040) - scale.of(40), 200);
  near(scale.of(500_040), scale.of(40) + 100, 1e-6);
  isTrue(scale.of(1_000_050) > scale.of(1_000_040), 'time runs backwards');
}

export function The_order_of_events_gives_each_the_same_room() {
  const events = [event(Kind.Self, 0, 5), event(Kind.Self, 1, 5), event(Kind.Self, 0, 900)];
  const scale = orderScale(events);

  equal(events.map(one => scale.ofEvent(one)), [0, 1, 2]);
}

export function What_was_let_go_still_holds_at_the_beginning() {
  const trace = new Trace(2);
  trace.append([event(Kind.Value, 0, 1, { colour: 2 }), event(Kind.Killed, 1, 2)]);
  trace.append([event(Kind.Self, 2, 5), event(Kind.Self, 2, 6)]);

  const spans = spansOf(trace, 10, -1);

  equal(trace.events.length, 2);
  equal(spans.get(0).map(span => [span.from, span.to, span.colour]), [[5, 10, 2]]);
  equal(spans.get(1).map(span => span.life), ['down']);
}

export function A_pause_ends_by_itself_and_beliefs_are_painted_of_one_subject() {
  const trace = traceOf(
    event(Kind.Paused, 0, 10, { end: 50 }), event(Kind.Belief, 1, 20, { other: 0, detail: 1 }),
    event(Kind.Belief, 1, 30, { other: 2, detail: 2 }));

  const spans = spansOf(trace, 100, 0);

  equal(spans.get(0).map(span => [span.from, span.to, span.life]), [[10, 50, 'paused'], [50, 100, 'up']]);
  equal(spans.get(1).map(span => [span.from, span.belief]), [[10, 0], [20, 1]]);
}

export function A_picture_can_be_saved_with_its_losses_where_they_were() {
  const trace = traceOf(
    send(0, 1, 0, 1), event(Kind.Lost, 1, 0, { other: 0, link: 1, end: 5 }), event(Kind.Self, 1, 100));
  const camera = new Camera();
  camera.resize(800, 200);
  camera.show([0, 1], trace.events);
  camera.fit(3, 100);
  const pen = new SvgPen(readPalette(document.documentElement));

  draw(pen, camera, {
    trace, spans: spansOf(trace, 100, -1), now: 100, chosen: null, subject: -1, through: [], cone: null,
  });
  const file = new DOMParser().parseFromString(pen.finish(800, 200, 'a < b'), 'image/svg+xml');

  equal(file.querySelector('parsererror'), null);
  equal(file.querySelector('title').textContent, 'a < b');
  isTrue([...file.querySelectorAll('text')].some(text => text.textContent === 'n1'), 'a line has no name');
}
