// Puts the page together once its parts are there.
const start = () => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  root.dataset.theme = dark.matches ? "dark" : "light";
  dark.addEventListener("change", () => { root.dataset.theme = dark.matches ? "dark" : "light"; });
  at("theme").addEventListener("click", () => { root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark"; });
  at("language").addEventListener("click", () => { lang = lang === "zh" ? "en" : "zh"; fillPanel(); redraw(); });
  at("print").addEventListener("click", () => window.print());
  at("zoomIn").addEventListener("click", () => zoom(1.6));
  at("zoomOut").addEventListener("click", () => zoom(1 / 1.6));
  at("fit").addEventListener("click", () => (focus ? setFocus(null) : fit(everything())));
  at("play").addEventListener("click", play);
  Object.assign(at("time"), { min: day.from, max: Math.max(day.until, day.from + 1), value: day.from });
  at("time").addEventListener("input", event => { hold(); setTime(Number(event.target.value)); });
  at("clock").hidden = !routes.length;
  window.addEventListener("keydown", event => {
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === "Escape") { if (chosen) choose(null); else if (focus) setFocus(null); }
    if (event.key === "+" || event.key === "=") zoom(1.6);
    if (event.key === "-") zoom(1 / 1.6);
    if (event.key === "0") fit(everything());
  });
  canvas.addEventListener("click", event => { if (event.target === canvas && travelled <= 4) choose(null); });
  const settle = () => { measure(); redraw(); };
  new ResizeObserver(settle).observe(at("map"));
  // On paper the map has another shape: fit what was on the screen into it, at once, for print does not wait.
  window.addEventListener("beforeprint", () => { root.dataset.screenTheme = root.dataset.theme; root.dataset.theme = "light"; measure(); fit(focus ? [focus.home, ...focus.stops.map(stop => stop.place)] : everything()); paint(); });
  window.addEventListener("afterprint", () => { root.dataset.theme = root.dataset.screenTheme; settle(); });
  measure();
  fillPanel();
  const wanted = routes.find(route => route.crew === decodeURIComponent(location.hash.slice(1)));
  if (wanted) setFocus(wanted); else fit(everything());
};
