// Light and dark. The dark tokens are a style sheet of their own; its media query is the theme.
const oneYearSeconds = 31536000;

/** Turns the theme over and keeps the choice in the cookie that the server reads when it writes the page. */
export function toggle(cookieName) {
  const sheet = document.getElementById("tokens-dark");
  const next = matchMedia(sheet.media).matches ? "light" : "dark";
  sheet.media = next === "dark" ? "all" : "not all";
  document.documentElement.dataset.theme = next;
  document.cookie = `${cookieName}=${next}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
}
