/** What pointer, wheel and keys do on the diagram. */

const ClickPx = 4;
const Keys = {
  ArrowLeft: 'back', ArrowRight: 'on', ArrowUp: 'from', ArrowDown: 'to',
};
const TurnedKeys = {
  ArrowUp: 'back', ArrowDown: 'on', ArrowLeft: 'from', ArrowRight: 'to',
};

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import('./diagram.mjs').Diagram} diagram
 * @param {() => void} ask  what is chosen is asked about
 * @returns {() => void} lets go of everything
 */
export function listenTo(canvas, diagram, ask) {
  let down = null;

  const hears = {
    pointerdown(event) {
      if (event.button !== 0) return;
      down = { x: event.offsetX, y: event.offsetY, lastX: event.offsetX, lastY: event.offsetY, moved: 0 };
      canvas.setPointerCapture(event.pointerId);
    },
    pointermove(event) {
      if (down === null) return;
      const [dx, dy] = [event.offsetX - down.lastX, event.offsetY - down.lastY];
      down.moved += Math.abs(dx) + Math.abs(dy);
      [down.lastX, down.lastY] = [event.offsetX, event.offsetY];
      if (down.moved < ClickPx) return;
      const { camera } = diagram;
      diagram.isFollowing = false;
      camera.pan(camera.isTurned ? dy : dx);
      camera.scrollBy(camera.isTurned ? -dx : -dy);
      diagram.redraw();
    },
    pointerup() {
      if (down !== null && down.moved < ClickPx) diagram.press(down.x, down.y);
      down = null;
    },
    pointercancel() {
      down = null;
    },
    wheel(event) {
      event.preventDefault();
      const { camera } = diagram;
      diagram.isFollowing = false;
      const along = camera.isTurned ? event.offsetY : event.offsetX;
      if (event.ctrlKey || event.metaKey) camera.zoomBy(Math.exp(-event.deltaY / 300), along);
      else if (event.shiftKey) camera.scrollBy(event.deltaY);
      else {
        camera.pan(-(camera.isTurned ? event.deltaY : event.deltaX));
        camera.scrollBy(camera.isTurned ? event.deltaX : event.deltaY);
      }
      diagram.redraw();
    },
    keydown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const way = (diagram.camera.isTurned ? TurnedKeys : Keys)[event.key];
      if (way !== undefined) diagram.step(way);
      else if (event.key === 'Enter' && diagram.chosen !== null) ask();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  for (const [name, hear] of Object.entries(hears)) canvas.addEventListener(name, hear, { passive: false });
  const size = new ResizeObserver(() => diagram.resize());
  size.observe(canvas);
  const theme = new MutationObserver(() => diagram.refreshColours());
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const recolour = () => diagram.refreshColours();
  dark.addEventListener('change', recolour);
  return () => {
    for (const [name, hear] of Object.entries(hears)) canvas.removeEventListener(name, hear);
    size.disconnect();
    theme.disconnect();
    dark.removeEventListener('change', recolour);
  };
}
