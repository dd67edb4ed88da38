/**
 * Draws a curve over sliders that stand side by side: a stroke moves every slider that it passes. Without it each
 * slider can still be moved on its own.
 */

/** How far a slider's highest and lowest value lie from its edges, CSS px: half a thumb. */
const Inset = 10;

/** @param {HTMLElement | null} field */
export function attach(field) {
  if (!field) return;
  field.dataset.drawable = '';
  /** @type {{ column: number, share: number } | null} */
  let last = null;
  field.addEventListener('pointerdown', event => {
    if (event.button !== 0 || isDisabled(field)) return;
    event.preventDefault();
    field.setPointerCapture(event.pointerId);
    last = drawTo(field, null, event);
    sliders(field)[last.column].focus({ preventScroll: true });
  });
  field.addEventListener('pointermove', event => {
    if (last) last = drawTo(field, last, event);
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    field.addEventListener(end, () => {
      last = null;
    });
  }
}

/** The heights between two points of a stroke, one for every column that it passed. */
export function passed(last, now) {
  if (!last || last.column === now.column) return [now];
  const step = Math.sign(now.column - last.column);
  const span = now.column - last.column;
  const heights = [];
  for (let column = last.column + step; column !== now.column + step; column += step) {
    heights.push({ column, share: last.share + (now.share - last.share) * (column - last.column) / span });
  }
  return heights;
}

/** Where a pointer is over a box of so many columns; beyond its edges the nearest place. */
export function placeOf({ x, y }, box, columns) {
  const column = Math.floor((x - box.left) / box.width * columns);
  const share = 1 - (y - box.top - Inset) / (box.height - 2 * Inset);
  return { column: Math.max(0, Math.min(columns - 1, column)), share: Math.max(0, Math.min(1, share)) };
}

function drawTo(field, last, event) {
  const inputs = sliders(field);
  const now = placeOf({ x: event.clientX, y: event.clientY }, field.getBoundingClientRect(), inputs.length);
  for (const { column, share } of passed(last, now)) move(inputs[column], share);
  return now;
}

function move(input, share) {
  const before = input.value;
  input.valueAsNumber = share * Number(input.max);
  if (input.value !== before) input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @returns {HTMLInputElement[]} */
const sliders = field => [...field.querySelectorAll('input')];

const isDisabled = field => sliders(field).some(input => input.matches(':disabled'));
