/** Shows in an element how long something goes on, from the time that passed already; hours only once there are any. */
export function count(element, passedMs) {
  const began = performance.now() - passedMs;
  const two = (number) => String(number).padStart(2, "0");

  function show() {
    const seconds = Math.floor((performance.now() - began) / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    element.textContent = hours > 0
      ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  }

  show();
  const ticks = setInterval(show, 250);
  return { dispose: () => clearInterval(ticks) };
}
