import { decode } from '/js/stage/frame-decoder.mjs';
import { FrameReader } from '/js/stage/frame-reader.mjs';
import { equal, isTrue, near } from './check.mjs';
import { frame, scene } from './frames.mjs';

export function A_frame_is_read_back_as_it_was_written() {
  const bytes = frame({
    kind: 0, flags: 7, sequence: 9, fromMs: 1000.5, toMs: 1100.25, rate: 0.02, count: 5, informed: 2,
    nodes: [{ index: 3, fill: 9, ring: 2, badges: 65, aux: 4 }],
    labels: [{ index: 3, value: -42, generation: 7, incarnation: 1 }],
    arcs: [{ subject: 4, startMs: 900, endMs: 2000 }], flightsTotal: 12,
  });

  const read = decode(bytes).frame;

  equal([read.isSnapshot, read.isPlaying, read.isJump, read.lensIsNode], [true, true, true, true]);
  equal([read.sequence, read.fromMs, read.toMs, read.rate], [9, 1000.5, 1100.25, 0.02]);
  equal([read.nodes, read.informed], [5, 2]);
  equal(read.nodeIndex, [3]);
  equal(read.nodeState, [9, 2, 65, 4]);
  equal(read.labels, [{ index: 3, value: -42n, generation: 7, incarnation: 1 }]);
  equal(read.arcs, [{ subject: 4, startMs: 900, endMs: 2000 }]);
  equal(read.flightsTotal, 12);
}

export function A_flights_times_become_virtual_time() {
  const way = { id: 7, from: 1, to: 2, departs: -12.5, arrives: 30 };
  const flight = { ...way, kind: 6, colour: 5, pips: 3, fate: 1, fateAt: 255 };

  const [read] = decode(frame({ fromMs: 500, toMs: 600, flights: [flight] })).frame.flights;

  equal([read.id, read.from, read.to, read.kind, read.colour, read.pips, read.fate], [7, 1, 2, 6, 5, 3, 1]);
  near(read.departsMs, 487.5, 1e-6);
  near(read.arrivesMs, 530, 1e-6);
  equal(read.fateAt, 1);
}

export function A_frame_is_read_from_the_middle_of_a_buffer() {
  const bytes = frame({ nodes: [{ index: 1, fill: 1 }] });
  const padded = new Uint8Array(bytes.length + 6);
  padded.set(bytes, 3);

  const read = decode(padded.subarray(3, 3 + bytes.length));

  equal(read.frame.nodeIndex, [1]);
}

export function Every_cut_of_a_frame_is_refused() {
  const bytes = frame({
    nodes: [{ index: 1 }], labels: [{ index: 1, value: 1, generation: 1, incarnation: 0 }],
    arcs: [{ subject: 1, startMs: 0, endMs: 1 }], flights: [{ id: 1, from: 0, to: 1, departs: 0, arrives: 1 }],
  });

  for (let length = 0; length < bytes.length; length++) {
    isTrue('error' in decode(bytes.subarray(0, length)), `a frame cut to ${length} bytes was taken`);
  }
}

export function Garbage_is_answered_with_a_reason_and_never_throws() {
  let state = 12345;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  const good = frame({ nodes: [{ index: 1 }], flights: [{ id: 1, from: 0, to: 1, departs: 0, arrives: 1 }] });

  for (let round = 0; round < 3000; round++) {
    const bytes = good.slice();
    for (let k = 0; k < 4; k++) bytes[next() % bytes.length] = next();
    const read = decode(bytes);
    isTrue('frame' in read || 'scene' in read || typeof read.error === 'string', 'neither a frame nor a reason');
  }
}

export function What_lies_outside_the_cluster_is_refused() {
  equal(decode(frame({ nodes: [{ index: 4 }] })), { error: 'node-index' });
  equal(decode(frame({ labels: [{ index: 9, value: 0, generation: 0, incarnation: 0 }] })), { error: 'label-index' });
  equal(decode(frame({ arcs: [{ subject: 4, startMs: 0, endMs: 1 }] })), { error: 'arc-subject' });
  equal(decode(frame({ flights: [{ id: 1, from: 0, to: 4, departs: 0, arrives: 1 }] })), { error: 'flight-ends' });
  equal(decode(frame({ flights: [{ id: 1, from: 0, to: 1, departs: NaN, arrives: 1 }] })), { error: 'flight-times' });
  equal(decode(frame({ fromMs: 2, toMs: 1 })), { error: 'times' });
  equal(decode(frame({ rate: NaN })), { error: 'rate' });
  equal(decode(frame({ informed: 5 })), { error: 'informed' });
}

export function A_scene_is_read_and_a_broken_one_refused() {
  equal(decode(scene({ n: 3, mode: 'ring', epoch: 2 })), { scene: { n: 3, mode: 'ring', epoch: 2 } });
  equal(decode(scene('{"n":')), { error: 'scene-json' });
  equal(decode(scene('[1]')), { error: 'scene-shape' });
  equal(decode(scene({ n: -1 })), { error: 'scene-nodes' });
  equal(decode(Uint8Array.of(2, 0xff, 0xfe)), { error: 'scene-json' });
}

export function A_delta_counts_only_after_the_frame_before_it() {
  const reader = new FrameReader();

  equal(reader.read(frame({ sequence: 5 })), { resync: 'waiting-for-snapshot' });
  isTrue('frame' in reader.read(frame({ kind: 0, sequence: 5 })), 'a snapshot is always taken');
  isTrue('frame' in reader.read(frame({ sequence: 6 })), 'the next delta is taken');
  equal(reader.read(frame({ sequence: 8 })), { resync: 'sequence-gap' });
  equal(reader.read(frame({ sequence: 9 })), { resync: 'waiting-for-snapshot' });
  isTrue('frame' in reader.read(frame({ kind: 0, sequence: 20 })), 'a snapshot ends the wait');
}

export function The_sequence_runs_over_its_end() {
  const reader = new FrameReader();
  reader.read(frame({ kind: 0, sequence: 0xffffffff }));

  isTrue('frame' in reader.read(frame({ sequence: 0 })), 'after the largest number comes 0');
}

export function A_faulty_frame_asks_for_a_snapshot_and_a_scene_does_not_count() {
  const reader = new FrameReader();
  reader.read(frame({ kind: 0, sequence: 1 }));

  isTrue('scene' in reader.read(scene({ n: 4, epoch: 1 })), 'a scene is taken at any time');
  isTrue('frame' in reader.read(frame({ sequence: 2 })), 'a scene has no number');
  equal(reader.read(Uint8Array.of(1, 1, 0)), { resync: 'short-header' });
  equal(reader.read(frame({ sequence: 3 })), { resync: 'waiting-for-snapshot' });
}
