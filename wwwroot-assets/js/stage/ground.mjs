/** What lies under the nodes and seldom changes: the guide rings, zones, cut links, walls. */
import { drawWalls } from './walls.mjs';

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 */
export function paintGround(ctx, picture) {
  const { camera, dpr, size, layout } = picture;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, size.width * dpr, size.height * dpr);
  camera.apply(ctx, dpr);
  drawGuides(ctx, picture);
  if (layout.name === 'cloud') drawCloudZones(ctx, picture);
  else drawNodeZones(ctx, picture);
  drawCuts(ctx, picture);
  drawWalls(ctx, picture);
}

function drawGuides(ctx, { layout, palette }) {
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.css('border', 0.7);
  for (const guide of layout.guides) {
    ctx.beginPath();
    ctx.ellipse(layout.width / 2, layout.height / 2, guide.rx, guide.ry, 0, 0, 2 * Math.PI);
    ctx.stroke();
  }
}

function drawCloudZones(ctx, { layout, palette }) {
  for (const zone of layout.zones) {
    ctx.beginPath();
    ctx.ellipse(zone.x, zone.y, zone.rx, zone.ry, 0, 0, 2 * Math.PI);
    ctx.fillStyle = palette.css('page', 0.8);
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = palette.css('border');
    ctx.stroke();
    zoneLabel(ctx, palette, `zone ${zone.zone}`, zone.x, zone.y - zone.ry - 9);
  }
}

function zoneLabel(ctx, palette, text, x, y) {
  ctx.font = `600 11px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.css('text2');
  ctx.fillText(text, x, y);
}

/** In a ring, a zone is a band behind its nodes: a thick round stroke from neighbour to neighbour. */
function drawNodeZones(ctx, { layout, cluster, palette }) {
  const { zones } = cluster.scene;
  if (!zones || layout.guides.length === 0) return;
  const byZone = new Map();
  zones.slice(0, layout.x.length).forEach((zone, index) => byZone.set(zone, [...(byZone.get(zone) ?? []), index]));
  if (byZone.size < 2) return;
  for (const [zone, members] of byZone) {
    ctx.beginPath();
    members.forEach((index, k) => {
      const isStep = k > 0 && Math.hypot(layout.x[index] - layout.x[members[k - 1]],
        layout.y[index] - layout.y[members[k - 1]]) < layout.r * 6;
      ctx[isStep ? 'lineTo' : 'moveTo'](layout.x[index], layout.y[index]);
      if (!isStep) ctx.lineTo(layout.x[index] + 0.01, layout.y[index]);
    });
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
    ctx.lineWidth = layout.r * 3.1;
    ctx.strokeStyle = palette.css('text2', 0.08);
    ctx.stroke();
    ctx.lineCap = 'butt';
    const middle = members[Math.floor(members.length / 2)];
    const inward = layout.r * 1.56 + 16;
    zoneLabel(ctx, palette, `zone ${zone}`, layout.x[middle] - layout.lx[middle] * inward,
      layout.y[middle] - layout.ly[middle] * inward);
  }
}

function drawCuts(ctx, { layout, cluster, palette }) {
  for (const [from, to] of cluster.scene.cuts) {
    if (from >= layout.x.length || to >= layout.x.length) continue;
    const [x1, y1, x2, y2] = [layout.x[from], layout.y[from], layout.x[to], layout.y[to]];
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.setLineDash([2, 5]);
    ctx.lineWidth = 1.3;
    ctx.strokeStyle = palette.css('text2', 0.55);
    ctx.stroke();
    ctx.setLineDash([]);
    drawGap(ctx, palette, (x1 + x2) / 2, (y1 + y2) / 2, Math.atan2(y2 - y1, x2 - x1));
  }
}

/** Two strokes across the link: it is cut here. */
function drawGap(ctx, palette, x, y, angle) {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  ctx.fillStyle = palette.css('canvas');
  ctx.fillRect(-4, -8, 8, 16);
  ctx.beginPath();
  ctx.moveTo(-5, 6);
  ctx.lineTo(-1, -6);
  ctx.moveTo(1, 6);
  ctx.lineTo(5, -6);
  ctx.lineWidth = 1.8;
  ctx.strokeStyle = palette.css('text2');
  ctx.stroke();
  ctx.restore();
}
