import { ClusterState, shortValue } from '/js/stage/cluster-state.mjs';
import { decode } from '/js/stage/frame-decoder.mjs';
import { Flights } from '/js/stage/flights.mjs';
import { equal, isTrue } from './check.mjs';
import { frame } from './frames.mjs';

const read = parts => decode(frame(parts)).frame;

function cluster(count = 4) {
  const state = new ClusterState();
  state.setScene({ n: count, epoch: 1 });
  return state;
}

export function A_change_waits_for_the_end_of_its_frame() {
  const state = cluster();
  state.ingest(read({ fromMs: 0, toMs: 100, nodes: [{ index: 2, fill: 1 }], informed: 1 }), null);

  state.advance(99, 0);
  const before = [state.slotOf(2), state.informed];
  state.advance(100, 0);

  equal([before, [state.slotOf(2), state.informed]], [[0, 0], [1, 1]]);
}

export function A_node_turns_when_the_message_that_told_it_lands() {
  const state = cluster();
  const flights = new Flights();
  const told = read({
    fromMs: 0, toMs: 100, nodes: [{ index: 2, fill: 1 }, { index: 3, fill: 1 }],
    flights: [{ id: 1, from: 0, to: 2, departs: 5, arrives: 40, colour: 1 }],
  });
  flights.add(told);
  state.ingest(told, flights.arrivalsIn(told));

  state.advance(39, 0);
  const before = [state.slotOf(2), state.slotOf(3)];
  state.advance(41, 0);
  const landed = [state.slotOf(2), state.slotOf(3)];
  state.advance(100, 0);

  equal([before, landed, [state.slotOf(2), state.slotOf(3)]], [[0, 0], [1, 0], [1, 1]]);
}

export function A_label_comes_with_its_node_and_an_unwritten_value_has_none() {
  const state = cluster();
  state.ingest(read({
    nodes: [{ index: 1, fill: 1 }],
    labels: [
      { index: 1, value: 42, generation: 3, incarnation: 2 },
      { index: 0, value: 0, generation: 0, incarnation: 0 },
    ],
  }), null);
  state.advance(100, 0);

  equal(state.labels[1], { text: '42', generation: 3, incarnation: 2 });
  equal(state.labels[0], { text: '', generation: 0, incarnation: 0 });
}

export function Only_what_changed_is_drawn_again() {
  const state = cluster();
  state.ingest(read({ nodes: [{ index: 1, fill: 1 }, { index: 2, fill: 0 }] }), null);
  state.takeChanged();
  state.advance(100, 0);

  equal(state.takeChanged(), [1]);
  equal(state.takeChanged(), []);
}

export function A_new_run_forgets_the_old_one() {
  const state = cluster();
  state.ingest(read({ nodes: [{ index: 1, fill: 1 }], informed: 1 }), null);
  state.catchUp(0);

  const { isNewRun } = state.setScene({ n: 4, epoch: 2 });

  equal([isNewRun, state.slotOf(1), state.informed], [true, 0, 0]);
}

export function A_node_that_joins_keeps_the_others_as_they_are() {
  const state = cluster(4);
  state.ingest(read({ nodes: [{ index: 1, fill: 2 }] }), null);
  state.catchUp(0);

  state.setScene({ n: 5, epoch: 1 });

  equal([state.count, state.slotOf(1), state.slotOf(4)], [5, 2, 0]);
}

export function A_scene_loses_what_cannot_be_drawn() {
  const state = cluster();

  state.setScene({
    n: 4, epoch: 1, mode: 'sphere', names: ['a'], zones: 'x', cue: 17, lens: -1,
    walls: [{ name: 'w', side: [0, 99] }, { name: 'all', side: [0, 1, 2, 3] }, null], cuts: [[0, 1], [0, 9], 3],
  });

  const { mode, names, zones, cue, lens, walls, cuts } = state.scene;
  equal([mode, names, zones, cue, lens], ['ring', null, null, null, null]);
  equal([walls, cuts], [[{ name: 'w', side: [0] }], [[0, 1]]]);
}

export function Values_are_shortened_to_fit_a_disc() {
  const values = [0n, 7n, -42n, 99_999n, 100_000n, 1_500_000n, 9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n];

  equal(values.map(shortValue), ['0', '7', '−42', '99999', '100k', '1.5M', '9.2E', '−9.2E']);
  isTrue(values.every(value => shortValue(value).length <= 5), 'a value is too long');
}
