import { decode } from '/js/stage/frame-decoder.mjs';
import { Flights, isSampled, shareAt } from '/js/stage/flights.mjs';
import { Backoff } from '/js/stage/backoff.mjs';
import { equal, isTrue, near } from './check.mjs';
import { frame } from './frames.mjs';

const read = parts => decode(frame(parts)).frame;
const flight = more => ({ id: 1, from: 0, to: 1, departs: 0, arrives: 50, ...more });

function flying(more = {}, parts = {}) {
  const flights = new Flights();
  flights.add(read({ flights: [flight(more)], ...parts }));
  return flights;
}

export function A_flight_is_where_virtual_time_says() {
  const [mark] = flying().inAir;

  equal([-5, 0, 25, 50, 70].map(ms => shareAt(mark, ms)), [0, 0, 0.5, 1, 1]);
}

export function A_flight_ends_when_it_lands() {
  const flights = flying();

  flights.advance(49, 0);
  const before = flights.count;
  flights.advance(50, 0);

  equal([before, flights.count], [1, 0]);
}

export function A_lost_flight_stops_where_it_was_lost_and_leaves_a_mark() {
  const flights = flying({ fate: 1, fateAt: 102 });
  const [mark] = flights.inAir;
  near(shareAt(mark, 50), 0.4, 0.01);

  flights.advance(21, 1000);

  const lost = flights.endings.find(ending => ending.type === 'lost');
  equal(flights.count, 0);
  near(lost.share, 0.4, 0.01);
}

export function Each_fate_leaves_its_own_mark() {
  const left = [1, 2, 3, 4].map(fate => {
    const flights = flying({ fate, fateAt: 128 });
    flights.advance(60, 0);
    return flights.endings[0].type;
  });

  equal(left, ['lost', 'wall', 'dropped', 'down']);
}

export function A_held_flight_stays_until_it_is_sent_on() {
  const flights = flying({ fate: 5, fateAt: 128 });
  flights.advance(10_000, 0);
  const [held] = flights.inAir;
  near(shareAt(held, 10_000), 0.5, 0.01);

  flights.add(read({ fromMs: 100, toMs: 200, flights: [flight({ departs: 0, arrives: 20 })] }));
  flights.advance(130, 0);

  equal(flights.count, 0);
}

export function A_snapshot_takes_away_what_is_no_longer_in_the_air() {
  const flights = flying({ arrives: 5000 });

  flights.add(read({ kind: 0, toMs: 200, flights: [flight({ id: 2, arrives: 500 })] }));

  equal([...flights.inAir].map(mark => mark.id), [2]);
}

export function A_flight_too_fast_to_see_leaves_a_line() {
  const flights = flying();
  flights.advance(60, 0);

  equal(flights.endings.map(ending => ending.type), ['trace']);
}

export function A_flight_that_was_seen_leaves_none() {
  const flights = flying();
  for (const mark of flights.inAir) mark.seen = 30;
  flights.advance(60, 0);

  equal(flights.endings.map(ending => ending.type), ['landing']);
}

export function Marks_go_when_their_time_is_over() {
  const flights = flying();
  flights.advance(60, 0);
  flights.advance(60, 5000);

  equal(flights.endings, []);
}

export function A_flood_of_flights_is_bounded() {
  const flights = new Flights();
  for (let k = 0; k < 20; k++) {
    const crowd = Array.from({ length: 1000 }, (_, i) => flight({ id: k * 1000 + i, arrives: 9000 }));
    flights.add(read({ sequence: k, flights: crowd }));
  }
  isTrue(flights.count <= 6000, `${flights.count} are kept`);

  flights.advance(10_000, 0);
  isTrue(flights.endings.length <= 220, `${flights.endings.length} marks are left`);
}

export function Sampling_is_a_property_of_the_flight() {
  const ids = Array.from({ length: 4000 }, (_, id) => id);
  const tenth = ids.filter(id => isSampled(id, 0.1));
  const half = new Set(ids.filter(id => isSampled(id, 0.5)));

  near(tenth.length / ids.length, 0.1, 0.03);
  isTrue(tenth.every(id => half.has(id)), 'a smaller sample is part of a larger one');
  isTrue(ids.every(id => isSampled(id, 1)), 'a full sample has all');
}

export function Waiting_doubles_up_to_its_bound_and_starts_anew_after_a_success() {
  const backoff = new Backoff(500, 4000, () => 1);

  equal([1, 2, 3, 4, 5].map(() => backoff.next()), [500, 1000, 2000, 4000, 4000]);
  backoff.reset();
  equal(backoff.next(), 500);
}
