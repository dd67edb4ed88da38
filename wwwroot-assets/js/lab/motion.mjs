/** Whether the visitor's system asks for little motion. */
export const isReduced = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
