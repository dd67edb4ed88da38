// The hand on the tape: the head follows the pointer at once, the run follows as fast as it can. While one wish is
// under way only the newest of the others is kept.

/** What a key on the track asks for: a share of the whole, one event, an end; or null. */
export function wishOf(event) {
  const way = event.key === "ArrowLeft" || event.key === "ArrowDown" ? -1
    : event.key === "ArrowRight" || event.key === "ArrowUp" ? 1 : 0;
  if (way !== 0) return event.altKey ? { event: way } : { share: way * (event.shiftKey ? 0.1 : 0.01) };
  if (event.key === "PageUp") return { share: 0.1 };
  if (event.key === "PageDown") return { share: -0.1 };
  if (event.key === "Home") return { share: -1 };
  if (event.key === "End") return { share: 1 };
  return null;
}

/**
 * @param {HTMLElement} track  its data-end is its last moment, in microseconds
 * @param {object} component   answers Scrubbed(microseconds), Nudged(share), Stepped(isBack)
 */
export function create(track, component) {
  const head = track.querySelector("[data-head]");
  let end = 0;
  let isDragging = false;
  let isBusy = false;
  let next = null;

  async function send(method, value) {
    if (isBusy) {
      next = [method, value];
      return;
    }
    isBusy = true;
    try {
      await component.invokeMethodAsync(method, value);
    } catch {
      // The page is leaving.
    }
    isBusy = false;
    if (next !== null) {
      const [laterMethod, laterValue] = next;
      next = null;
      send(laterMethod, laterValue);
    }
  }

  function follow(event) {
    const box = track.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    head.style.left = `${share * 100}%`;
    send("Scrubbed", share * end);
  }

  function onDown(event) {
    if (event.button !== 0) return;
    end = Number(track.dataset.end);
    isDragging = true;
    track.setPointerCapture(event.pointerId);
    track.focus({ preventScroll: true });
    event.preventDefault();
    follow(event);
  }

  function onMove(event) {
    if (isDragging) follow(event);
  }

  function onUp() {
    isDragging = false;
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey) return;
    const wish = wishOf(event);
    if (wish === null) return;
    event.preventDefault();
    if (wish.event) send("Stepped", wish.event < 0);
    else send("Nudged", wish.share);
  }

  const hears = {
    pointerdown: onDown, pointermove: onMove, pointerup: onUp, pointercancel: onUp, lostpointercapture: onUp,
    keydown: onKey,
  };
  for (const [name, hear] of Object.entries(hears)) track.addEventListener(name, hear);
  return {
    dispose() {
      for (const [name, hear] of Object.entries(hears)) track.removeEventListener(name, hear);
    },
  };
}
