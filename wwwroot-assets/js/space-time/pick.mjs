/** What lies under the pointer: an event, else a message, else the last event of a line before a moment. */

const EventReach = 12;
const MessageReach = 6;

/** @returns {import('./trace.mjs').Event | null} */
export function eventAt(trace, camera, cone, x, y) {
  let best = null;
  let nearest = EventReach;
  for (const node of camera.lanes) {
    for (const event of trace.lanes.get(node) ?? []) {
      if (cone !== null && !cone.has(event.id)) continue;
      const [ex, ey] = camera.at(event);
      const away = Math.hypot(ex - x, ey - y);
      if (away < nearest || (away === nearest && best !== null && event.id > best.id)) [best, nearest] = [event, away];
    }
  }
  return best ?? messageAt(trace, camera, cone, x, y);
}

function messageAt(trace, camera, cone, x, y) {
  let best = null;
  let nearest = MessageReach;
  for (const { sent, arrived, lost } of trace.messages.values()) {
    const end = arrived[0] ?? lost;
    if (sent === null || end === null || !camera.shows(sent.lane) || !camera.shows(end.lane)) continue;
    if (cone !== null && !cone.has(sent.id)) continue;
    const away = distance(camera.at(sent), camera.at(end), x, y);
    if (away < nearest) [best, nearest] = [lost ?? sent, away];
  }
  return best;
}

function distance([x1, y1], [x2, y2], x, y) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const share = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
  return Math.hypot(x1 + share * dx - x, y1 + share * dy - y);
}

/** The last event of the line at a place, before that moment: what its node knew then is its past. */
export function lastOn(trace, camera, x, y) {
  const [along, across] = camera.isTurned ? [y, x] : [x, y];
  const node = camera.lanes[Math.floor((across + camera.scroll) / camera.lane)];
  let last = null;
  for (const event of node === undefined ? [] : trace.lanes.get(node) ?? []) {
    const [ex, ey] = camera.at(event);
    if ((camera.isTurned ? ey : ex) <= along) last = event;
  }
  return last;
}
