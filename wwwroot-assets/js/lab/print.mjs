/** Opens the browser's dialog for printing, once the click that asked for it is over. */
export const print = () => { setTimeout(() => window.print()); };
