// Where the focus goes when something opens at the pointer, and back when it closes.
const mostFrames = 30;
let before = null;

const nextFrame = () => new Promise(requestAnimationFrame);

/** Focuses the first element that a selector finds and that shows; it may still be on its way to the page. */
export async function enter(selector) {
  before = document.activeElement;
  for (let frame = 0; frame < mostFrames; frame++) {
    await nextFrame();
    const target = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());
    if (target) {
      target.focus();
      return;
    }
  }
}

/** Once the focus is lost with what closes, focuses what had it before; what took it on purpose keeps it. */
export async function leave() {
  const home = before;
  before = null;
  for (let frame = 0; frame < mostFrames; frame++) {
    await nextFrame();
    if (document.activeElement !== null && document.activeElement !== document.body) continue;
    if (home?.isConnected) home.focus();
    return;
  }
}

/** Gives a field of a dialog the focus, its text marked; the dialog's own choice may come a little later and lose. */
export async function claim(selector) {
  let claims = 12;
  for (let frame = 0; frame < mostFrames && claims > 0; frame++) {
    await nextFrame();
    const field = document.querySelector(selector);
    if (!field) continue;
    claims--;
    if (document.activeElement === field) continue;
    field.focus();
    field.select?.();
  }
}
