// The value under the pointer on the infection curve. It is read from what is drawn, so nothing is fetched for it.
const width = 1000;
const height = 100;

/** The height of a step line at a place: its path is «M x y», then pairs of «H x» and «V y». */
export function valueAt(path, x) {
  let y = null;
  for (const [, verb, first, second] of path.matchAll(/([MHV])([-\d.]+)(?: ([-\d.]+))?/g)) {
    if (verb === "M") {
      if (Number(first) > x) return null;
      y = Number(second);
    } else if (verb === "V") {
      y = Number(first);
    } else if (Number(first) > x) {
      return y;
    }
  }
  return null;
}

/** Follows the pointer over a drawing and says what is there. */
export function create(drawing, readout) {
  const cursor = drawing.querySelector(".cursor");

  function follow(event) {
    const box = drawing.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * width;
    const y = valueAt(drawing.querySelector(".line").getAttribute("d"), x);
    if (y === null) {
      leave();
      return;
    }
    const nodes = Number(drawing.dataset.nodes);
    const seconds = x / width * Number(drawing.dataset.last);
    cursor.setAttribute("d", `M${x.toFixed(1)} 0V${height}`);
    readout.textContent = `${seconds.toFixed(2)} s: ${Math.round((height - y) / height * nodes)} of ${nodes}`;
  }

  function leave() {
    cursor.setAttribute("d", "");
    readout.textContent = "";
  }

  drawing.addEventListener("pointermove", follow);
  drawing.addEventListener("pointerleave", leave);
  return {
    dispose() {
      drawing.removeEventListener("pointermove", follow);
      drawing.removeEventListener("pointerleave", leave);
    },
  };
}
