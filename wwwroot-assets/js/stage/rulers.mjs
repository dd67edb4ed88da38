/** Rulers and zone names of the heat-grid: which node begins a row, which column is which. */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./picture.mjs').Picture} picture
 * @param {import('./heat-grid.mjs').HeatGrid} view  the plan as seen through the camera, device px
 */
export function drawRulers(ctx, picture, view) {
  const { palette, dpr, size } = picture;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.clearRect(0, 0, size.width, size.height);
  ctx.font = `500 10px ${palette.font}`;
  ctx.fillStyle = palette.css('text2');
  ctx.strokeStyle = palette.css('border');
  ctx.lineWidth = 1;
  drawColumns(ctx, picture, view);
  drawRows(ctx, picture, view);
}

/** Every how many cells a label fits. */
function stepFor(cellPx, roomPx) {
  return [1, 2, 5, 10, 20, 50, 100, 200, 500].find(step => step * cellPx >= roomPx) ?? 1000;
}

function drawColumns(ctx, { dpr, size }, view) {
  const cell = view.cell / dpr;
  const top = Math.max(18, view.top / dpr);
  const step = stepFor(cell, 46);
  const columns = Math.min(view.columns, view.widest);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  for (let column = 0; column < columns; column += step) {
    const x = view.left / dpr + (column + 0.45) * cell;
    if (x < 40 || x > size.width - 8) continue;
    ctx.fillText(column === 0 ? '0' : `+${column * view.perCell}`, x, top - 8);
    tick(ctx, x, top - 5, x, top - 2);
  }
}

function drawRows(ctx, { dpr, size, palette }, view) {
  const cell = view.cell / dpr;
  const left = Math.max(42, view.left / dpr);
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (const band of view.bands) {
    const step = stepFor(cell, 17);
    for (let row = 0; row < band.rows; row += step) {
      const y = view.top / dpr + (band.row + row + 0.45) * cell;
      const first = view.order[view.first[(band.row + row) * view.columns]];
      if (y < 22 || y > size.height - 6 || first === undefined) continue;
      ctx.fillText(`n${first}`, left - 7, y);
      tick(ctx, left - 5, y, left - 2, y);
    }
    if (view.bands.length > 1) drawBandName(ctx, palette, band, { cell, view, dpr });
  }
}

function drawBandName(ctx, palette, band, { cell, view, dpr }) {
  const isFirst = band.row === 0;
  const y = view.top / dpr + band.row * cell - 9;
  ctx.save();
  ctx.font = `600 10.5px ${palette.font}`;
  ctx.textAlign = isFirst ? 'right' : 'left';
  ctx.fillText(`zone ${band.zone}`, view.left / dpr - (isFirst ? 7 : 0), isFirst ? y - 3 : y);
  ctx.restore();
}

function tick(ctx, x1, y1, x2, y2) {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
