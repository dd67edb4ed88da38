/** Draws the diagram with any pen: lines of nodes, messages across, what happened on them, and the axis. */
import { Kind } from './trace.mjs';

/** A character for each kind of message, as on the stage. */
const Letters = ['P', 'f', '?', '=', 'x', 'X', 'p', 'a', 'r', 'n', 'g', 'S', 's', 'p', 'a', 'h'];
const MostLettered = 120;

/** With less room than that for each event, in pixels, points of arrows and ticks of timers are only in the way. */
const LeastRoom = 0.6;
const States = ['', 'suspect', 'dead', 'left'];

/**
 * @param {import('./pens.mjs').CanvasPen} pen
 * @param {import('./camera.mjs').Camera} camera
 * @param {object} scene  trace, spans, now, cone, chosen, subject, through
 */
export function draw(pen, camera, scene) {
  camera.isDense = camera.roomFor(scene.trace.events.length) < LeastRoom;
  drawLanes(pen, camera, scene);
  const letters = drawMessages(pen, camera, scene);
  for (const { from, to } of scene.through) {
    if (isIn(scene, from) || isIn(scene, to)) line(pen, camera, 'through', camera.at(from), camera.at(to));
  }
  drawEvents(pen, camera, scene);
  if (letters.length <= MostLettered) for (const [at, letter] of letters) pen.text('text', ...at, letter, 'center', 10);
  drawAxis(pen, camera, scene);
  drawLabels(pen, camera, scene);
}

function drawLabels(pen, camera, scene) {
  for (const strip of camera.strips()) pen.shape('canvas', strip);
  for (const node of camera.lanes) {
    const place = camera.placeOf(node);
    if (!camera.seesLane(place)) continue;
    const [x, y] = camera.label(place);
    pen.text(node === scene.subject ? 'now' : 'text', x, y, `n${node}`, camera.isTurned ? 'center' : 'end');
  }
}

const isIn = (scene, event) => scene.cone === null || scene.cone.has(event.id);

function line(pen, camera, style, [x1, y1], [x2, y2]) {
  if (camera.touches(x1, y1, x2, y2)) pen.line(style, x1, y1, x2, y2);
}

function drawLanes(pen, camera, scene) {
  for (const node of camera.lanes) {
    const place = camera.placeOf(node);
    if (!camera.seesLane(place)) continue;
    line(pen, camera, 'base', camera.point(-1e5, place), camera.point(1e5, place));
    for (const span of scene.spans.get(node) ?? []) drawSpan(pen, camera, scene, place, span);
  }
}

function drawSpan(pen, camera, scene, place, span) {
  const [from, to] = [camera.along(span.from), camera.along(span.to)];
  const style = span.life !== 'up' ? span.life : span.colour > 0 ? `value${span.colour}` : 'up';
  line(pen, camera, style, camera.point(from, place), camera.point(to, place));
  const belief = States[span.belief] ?? '';
  if (belief !== '' && span.life !== 'down') {
    line(pen, camera, belief, camera.point(from, place, 5), camera.point(to, place, 5));
  }
}

function drawMessages(pen, camera, scene) {
  const letters = [];
  for (const { sent, arrived, lost } of scene.trace.messages.values()) {
    if (sent === null || !camera.shows(sent.lane)) continue;
    const ends = arrived.length > 0 ? arrived : [lost];
    for (const end of ends) {
      if (!isIn(scene, sent) || (end !== null && !isIn(scene, end)) || !camera.shows(sent.other)) continue;
      const style = sent.colour > 0 ? `message${sent.colour}` : 'message';
      const from = camera.at(sent);
      if (end === null) drawFlying(pen, camera, scene, sent, from, style);
      else if (end.kind === Kind.Lost) drawLoss(pen, camera, sent, end, from);
      else drawArrival(pen, camera, end, from, style);
      const middle = end === null ? null : between(from, end.kind === Kind.Lost ? lossPoint(camera, sent, end)
        : camera.at(end), 0.5);
      if (middle !== null && camera.isInside(middle)) letters.push([middle, Letters[sent.detail] ?? '']);
    }
  }
  return letters;
}

const between = ([x1, y1], [x2, y2], share) => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];

function drawArrival(pen, camera, arrived, from, style) {
  const to = camera.at(arrived);
  line(pen, camera, style, from, to);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (camera.isDense || length < 12 || !camera.touches(...to, ...to)) return;
  const [dx, dy] = [(to[0] - from[0]) / length * 6, (to[1] - from[1]) / length * 6];
  pen.shape(style, [to[0], to[1], to[0] - dx + dy / 2, to[1] - dy - dx / 2, to[0] - dx - dy / 2, to[1] - dy + dx / 2]);
}

/** Where between the lines a message was lost. */
function lossPoint(camera, sent, lost) {
  const share = Math.min(1, Math.max(0, (lost.end - sent.at) / Math.max(1, sent.end - sent.at)));
  const [from, to] = [camera.placeOf(sent.lane), camera.placeOf(sent.other)];
  return camera.point(camera.along(Math.max(lost.end, sent.at)), from + (to - from) * share);
}

function drawLoss(pen, camera, sent, lost, from) {
  const at = lossPoint(camera, sent, lost);
  line(pen, camera, 'lost', from, at);
  cross(pen, camera, 'lost', at, 4);
}

// What flies is drawn to where it is, and dashed to where it is due.
function drawFlying(pen, camera, scene, sent, from, style) {
  const [start, end] = [camera.placeOf(sent.lane), camera.placeOf(sent.other)];
  const share = Math.min(1, Math.max(0, (scene.now - sent.at) / Math.max(1, sent.end - sent.at)));
  const here = camera.point(camera.along(Math.min(scene.now, sent.end)), start + (end - start) * share);
  line(pen, camera, style, from, here);
  line(pen, camera, 'flying', here, camera.point(camera.along(sent.end), end));
}

function cross(pen, camera, style, [x, y], r) {
  line(pen, camera, style, [x - r, y - r], [x + r, y + r]);
  line(pen, camera, style, [x - r, y + r], [x + r, y - r]);
}

// Plain events that would lie over each other become one dot with their number.
function drawEvents(pen, camera, scene) {
  const counts = [];
  for (const node of camera.lanes) {
    const place = camera.placeOf(node);
    if (!camera.seesLane(place)) continue;
    let run = null;
    const put = () => {
      if (run !== null && run.count > 2) counts.push(run);
    };
    for (const event of scene.trace.lanes.get(node) ?? []) {
      const [x, y] = camera.at(event);
      if (!isIn(scene, event) || !camera.touches(x, y, x, y)) continue;
      drawMark(pen, camera, scene, event, x, y);
      if (run !== null && Math.abs(x - run.x) + Math.abs(y - run.y) < 5) run.count++;
      else {
        put();
        run = { x, y, count: 1 };
      }
    }
    put();
  }
  if (counts.length > MostLettered) return;
  for (const { x, y, count } of counts) pen.text('faint', x, y - 7, String(count), 'center', 9);
}

function drawMark(pen, camera, scene, event, x, y) {
  if (event.byTimer && !camera.isDense && event.kind === Kind.Sent) pen.line('timer', x, y - 4, x, y);
  switch (event.kind) {
    case Kind.Value: pen.dot(`value${event.colour || 1}`, x, y, 5); break;
    case Kind.Belief: drawBelief(pen, camera, event, x, y); break;
    case Kind.Killed: cross(pen, camera, 'mark', [x, y], 5); break;
    case Kind.Paused: pen.line('mark', x - 2, y - 5, x - 2, y + 5); pen.line('mark', x + 2, y - 5, x + 2, y + 5); break;
    case Kind.Restarted: case Kind.Resumed: pen.shape('mark', [x - 3, y - 5, x + 5, y, x - 3, y + 5]); break;
    case Kind.Command: pen.shape('mark', [x, y - 5, x + 5, y, x, y + 5, x - 5, y]); break;
    case Kind.Self: pen.ring('mark', x, y, 3); break;
    default: pen.dot('event', x, y, 1.7);
  }
  if (event.id === scene.chosen) pen.ring('chosen', x, y, 8);
}

function drawBelief(pen, camera, event, x, y) {
  const style = States[event.detail] || 'mark';
  if (event.detail === 2) cross(pen, camera, style, [x, y - 6], 3);
  else pen.ring(style, x, y - 6, 3);
}

function drawAxis(pen, camera, scene) {
  const [start, end] = camera.ends();
  for (const time of camera.ticks()) {
    const at = camera.along(time);
    line(pen, camera, 'base', camera.edge(at, start), camera.edge(at, end));
    const [x, y] = camera.edge(at, end, 9);
    pen.text('faint', x, y, timeWords(time), camera.isTurned ? 'start' : 'center', 10);
  }
  for (const gap of camera.breaks()) {
    const [x, y] = camera.edge(camera.alongUnits(gap.at), end, camera.isTurned ? 24 : 22);
    pen.text('faint', x, y, `≈ ${spanWords(gap.to - gap.from)}`, 'center', 10);
  }
  const now = camera.along(scene.now);
  line(pen, camera, 'now', camera.edge(now, start), camera.edge(now, end));
}

const timeWords = time => `${Number((time / 1e6).toFixed(3))} s`;

const spanWords = span => (span < 1e6 ? `${Math.round(span / 1e3)} ms` : `${Number((span / 1e6).toFixed(1))} s`);
