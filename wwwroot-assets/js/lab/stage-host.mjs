// Joins the stage to its lab and to the page around it: frames come from the hub, presses go to the component, and the
// focus of the list of nodes shows on the stage.
import { create as createStage } from "../stage/stage.mjs";
import { connect } from "../stage/connection.mjs";

/**
 * @param {HTMLElement} root     where the stage draws
 * @param {HTMLElement} frame    the element around it that also holds the list of nodes
 * @param {{labId: string, hub: string, isStill: boolean}} options
 * @param {object} component     answers nodePressed, flightPressed, groundPressed, menuWanted,
 *   flightMenuWanted
 */
export function create(root, frame, options, component) {
  const tell = (method, ...values) => component.invokeMethodAsync(method, ...values).catch(() => {});
  const motion = options.isStill ? { reducedMotion: true } : {};
  const stage = createStage(root, motion, {
    onSelect: (index) => (index === null ? tell("GroundPressed") : tell("NodePressed", index)),
    onFlight: (id) => tell("FlightPressed", id),
    onContext: (index, x, y, flight = null) => (flight === null
      ? tell("MenuWanted", index, x, y) : tell("FlightMenuWanted", flight, x, y)),
  });
  const tellState = (state) => { frame.dataset.connection = state; };
  const connection = connect(options.hub, options.labId, (bytes) => stage.push(bytes), tellState);
  const themes = new MutationObserver(() => stage.setTheme());
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const onTheme = () => stage.setTheme();
  const list = followNodes(frame, stage, (index) => {
    const box = root.getBoundingClientRect();
    const place = stage.placeOf(index) ?? { x: box.width / 2, y: box.height / 2 };
    tell("MenuWanted", index, box.left + place.x, box.top + place.y);
  });

  themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  dark.addEventListener("change", onTheme);
  return {
    select: (indexes) => stage.select(indexes),
    setMotion: (isStill) => stage.setMotion(isStill),
    setFilter: (filter) => stage.setFilter(filter),
    fit: () => stage.fit(),
    zoom: (factor) => stage.zoom(factor),
    dispose() {
      themes.disconnect();
      dark.removeEventListener("change", onTheme);
      list.dispose();
      connection.dispose();
      stage.dispose();
    },
  };
}

const arrows = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/** One node of the list takes part in the Tab order; arrows go from there to the nearest one in their direction. */
function followNodes(frame, stage, wantMenu) {
  const buttons = () => [...frame.querySelectorAll("[data-node]")];

  function onFocus(event) {
    const button = event.target.closest("[data-node]");
    if (!button) return;
    for (const other of buttons()) other.tabIndex = other === button ? 0 : -1;
    stage.focus(Number(button.dataset.node));
  }

  function onBlur() {
    stage.focus(null);
  }

  function onKey(event) {
    const button = event.target.closest("[data-node]");
    const direction = arrows[event.key];
    if (!button || !direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = stage.neighbour(Number(button.dataset.node), direction);
    frame.querySelector(`[data-node="${next}"]`)?.focus();
  }

  function onMenu(event) {
    const button = event.target.closest("[data-node]");
    if (!button) return;
    event.preventDefault();
    wantMenu(Number(button.dataset.node));
  }

  frame.addEventListener("focusin", onFocus);
  frame.addEventListener("focusout", onBlur);
  frame.addEventListener("keydown", onKey);
  frame.addEventListener("contextmenu", onMenu);
  return {
    dispose() {
      frame.removeEventListener("focusin", onFocus);
      frame.removeEventListener("focusout", onBlur);
      frame.removeEventListener("keydown", onKey);
      frame.removeEventListener("contextmenu", onMenu);
    },
  };
}
