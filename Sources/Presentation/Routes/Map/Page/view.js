// The view: from longitude and latitude to pixels. Web Mercator, so that right angles stay right.
const mercator = ([longitude, latitude]) => [
  longitude / 360,
  -Math.log(Math.tan(Math.PI / 4 + latitude * Math.PI / 360)) / (2 * Math.PI),
];
const buildings = [];
for (let index = 0, longitude = 0, latitude = 0; index + 1 < data.buildings.length; index += 2) {
  longitude += data.buildings[index];
  latitude += data.buildings[index + 1];
  buildings.push(mercator([longitude / 1e5, latitude / 1e5]));
}
for (const route of routes) {
  route.home = mercator(route.depot);
  for (const stop of route.stops) stop.place = mercator(stop.p);
}

const canvas = at("canvas");
const view = { x: 0, y: 0, k: 1, width: 1, height: 1 };
const limits = { least: 1, most: 1e9 };
const toPixels = ([x, y]) => [(x - view.x) * view.k + view.width / 2, (y - view.y) * view.k + view.height / 2];
const metresPerPixel = () => {
  const latitude = 2 * Math.atan(Math.exp(-view.y * 2 * Math.PI)) - Math.PI / 2;
  return 40075016.686 * Math.cos(latitude) / view.k;
};

const measure = () => {
  const box = at("map").getBoundingClientRect();
  view.width = Math.max(1, box.width);
  view.height = Math.max(1, box.height);
  canvas.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
};

// Shows a set of places with room around them.
const fit = places => {
  if (!places.length) places = buildings.length ? buildings : [[0, 0]];
  const xs = places.map(place => place[0]), ys = places.map(place => place[1]);
  const edges = [xs, ys].map(values => values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]));
  view.x = (edges[0][0] + edges[0][1]) / 2;
  view.y = (edges[1][0] + edges[1][1]) / 2;
  const roomX = Math.max(80, view.width - 120), roomY = Math.max(80, view.height - 150);
  const k = Math.min(roomX / Math.max(1e-9, edges[0][1] - edges[0][0]), roomY / Math.max(1e-9, edges[1][1] - edges[1][0]));
  view.k = Math.min(k, 40075016 / .25);
  limits.least = Math.min(limits.least === 1 ? view.k / 6 : limits.least, view.k / 6);
  limits.most = 40075016 / .08;
  redraw();
};
const everything = () => routes.filter(route => route.isShown).flatMap(route => [route.home, ...route.stops.map(stop => stop.place)]);

const zoom = (factor, [px, py] = [view.width / 2, view.height / 2]) => {
  const k = Math.min(limits.most, Math.max(limits.least, view.k * factor));
  view.x += (px - view.width / 2) * (1 / view.k - 1 / k);
  view.y += (py - view.height / 2) * (1 / view.k - 1 / k);
  view.k = k;
  redraw();
};

let isWaiting = false;
const redraw = () => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => { isWaiting = false; paint(); });
};

// One finger or button drags, two fingers pinch, the wheel zooms at the pointer.
const fingers = new Map();
let travelled = 0;
canvas.addEventListener("pointerdown", event => {
  if (event.button) return;
  if (!fingers.size) travelled = 0;
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
});
window.addEventListener("pointermove", event => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = [event.clientX, event.clientY];
  const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
  travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
  fingers.set(event.pointerId, now);
  if (others.length) {
    const span = place => Math.hypot(place[0] - others[0][0], place[1] - others[0][1]);
    const box = canvas.getBoundingClientRect();
    zoom(span(now) / Math.max(1, span(before)), [(now[0] + others[0][0]) / 2 - box.left, (now[1] + others[0][1]) / 2 - box.top]);
  } else {
    view.x -= (now[0] - before[0]) / view.k;
    view.y -= (now[1] - before[1]) / view.k;
    if (travelled > 4) canvas.classList.add("drag");
    redraw();
  }
});
const lift = event => { fingers.delete(event.pointerId); if (!fingers.size) canvas.classList.remove("drag"); };
window.addEventListener("pointerup", lift);
window.addEventListener("pointercancel", lift);
canvas.addEventListener("wheel", event => {
  event.preventDefault();
  const box = canvas.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * (event.deltaMode ? .05 : .0016)), [event.clientX - box.left, event.clientY - box.top]);
}, { passive: false });
