import { equal } from './check.mjs';
import { passed, placeOf } from '/js/lab/curve-drawing.mjs';

const box = { left: 100, top: 50, width: 400, height: 120 };

export function aPointerIsOverOneColumnAtAHeight() {
  equal(placeOf({ x: 250, y: 110 }, box, 8), { column: 3, share: 0.5 });
}

export function beyondTheEdgesTheNearestPlaceIsDrawn() {
  equal(placeOf({ x: 0, y: 0 }, box, 8), { column: 0, share: 1 });
  equal(placeOf({ x: 900, y: 900 }, box, 8), { column: 7, share: 0 });
}

export function aStrokeDrawsEveryColumnThatItPassed() {
  equal(passed({ column: 1, share: 0 }, { column: 3, share: 1 }), [
    { column: 2, share: 0.5 }, { column: 3, share: 1 },
  ]);
  equal(passed({ column: 3, share: 1 }, { column: 2, share: 0.25 }), [{ column: 2, share: 0.25 }]);
}

export function aStrokeBeginsWithOneColumn() {
  equal(passed(null, { column: 4, share: 0.5 }), [{ column: 4, share: 0.5 }]);
}
