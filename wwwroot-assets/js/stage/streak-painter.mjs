/** Messages in a cloud: up to 600 small marks with a streak behind each, drawn together by colour and shape. */
import { isSampled, shareAt } from './flights.mjs';
import { linkBetween, pointOn } from './links.mjs';
import { markOf, traceMark } from './message-marks.mjs';

const MostDrawn = 600;
const PhoneDrawn = 120;
const StreakPx = 22;
const Margin = 2;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 * @returns {{ marks: { id: number, x: number, y: number }[], share: number }}
 */
export function drawStreaks(ctx, picture) {
  const { flights, palette, size } = picture;
  const most = size.width < 480 ? PhoneDrawn : MostDrawn;
  const share = flights.count > most ? most / flights.count : 1;
  const groups = collect(picture, share);
  const marks = [];
  for (const [key, group] of groups) {
    const colour = palette.css(palette.cargo[key >> 8] ?? 'text2');
    const isDim = (key & 0x80) !== 0;
    drawGroup(ctx, picture, group, { colour, isDim, shape: markOf(key & 15) });
    marks.push(...group);
  }
  ctx.globalAlpha = 1;
  return { marks, share };
}

/** Groups what is drawn by colour, brightness and kind, so that each group is two paths. */
function collect(picture, share) {
  const { flights, layout, playheadMs, cluster } = picture;
  const groups = new Map();
  for (const flight of flights.inAir) {
    if (flight.departsMs > playheadMs || !isSampled(flight.id, share)) continue;
    if (flight.from >= layout.x.length || flight.to >= layout.x.length) continue;
    const link = linkBetween(layout, flight.from, flight.to, Margin);
    const done = shareAt(flight, playheadMs);
    const isValue = flight.colour >= 1 && flight.colour <= 3;
    const isDim = !picture.isFlightBright(flight) || (isValue && cluster.slotOf(flight.to) === flight.colour);
    const key = (flight.colour << 8) | (isDim ? 0x80 : 0) | (flight.kind & 15);
    if (!groups.has(key)) groups.set(key, []);
    flight.seen++;
    groups.get(key).push({ id: flight.id, tail: Math.min(StreakPx, link.length * done), ...pointOn(link, done) });
  }
  return groups;
}

function drawGroup(ctx, picture, group, { colour, isDim, shape }) {
  const size = Math.max(2.6, Math.min(4.6, picture.layout.r * 0.62));
  ctx.strokeStyle = ctx.fillStyle = colour;
  if (!picture.isReduced) {
    ctx.globalAlpha = isDim ? 0.12 : 0.32;
    ctx.lineWidth = 1.4;
    ctx.beginPath();
    for (const { x, y, ux, uy, tail } of group) {
      ctx.moveTo(x - ux * tail, y - uy * tail);
      ctx.lineTo(x, y);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = isDim ? 0.4 : 1;
  ctx.beginPath();
  for (const at of group) traceMark(ctx, shape, at, size);
  if (shape.isHollow) {
    ctx.fillStyle = picture.palette.css('canvas');
    ctx.fill();
    ctx.lineWidth = 1.3;
    ctx.stroke();
  } else {
    ctx.fill();
  }
}
