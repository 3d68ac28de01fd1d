// Drawing: elements are made once and placed anew when the view changes.
const town = draw(at("ground"), "path", { class: "town" });
const houses = draw(at("ground"), "path", { class: "house" });
let focus = null, chosen = null;

for (const route of routes) {
  const group = route.group = draw(at("lines"), "g");
  group.style.setProperty("--crew", route.colour);
  route.halo = draw(group, "path", { class: "halo" });
  route.home1 = draw(group, "path", { class: "way home" });
  route.way = draw(group, "path", { class: "way" });
  route.arrows = draw(group, "path", { class: "arrow" });
  route.hit = draw(group, "path", { class: "hit" });
  route.hit.addEventListener("click", () => { if (travelled <= 4) setFocus(route); });
  draw(route.hit, "title").textContent = `${route.crew} ${route.name}`;
  for (const stop of route.stops) {
    stop.route = route;
    stop.mark = draw(at("places"), "g", { class: "stop" });
    stop.mark.style.setProperty("--crew", route.colour);
    stop.circle = draw(stop.mark, "circle");
    draw(stop.mark, "text", { y: ".5" }).textContent = stop.n;
    draw(stop.mark, "title").textContent = `${stop.n}. ${hhmm(stop.at)} ${stop.address}`;
    stop.mark.addEventListener("click", () => { if (travelled <= 4) choose(stop); });
  }
}
// One depot mark a place, however many crews start there.
const depots = new Map();
for (const route of routes) {
  const key = route.depot.map(value => value.toFixed(5)).join();
  if (!depots.has(key)) depots.set(key, { place: route.home, routes: [] });
  depots.get(key).routes.push(route);
}
for (const depot of depots.values()) {
  depot.mark = draw(at("places"), "g", { class: "depot" });
  draw(depot.mark, "path", { d: "M0-9L9-2V8H3V2H-3V8H-9V-2Z" });
  depot.title = draw(depot.mark, "title");
}

const path = points => points.map(([x, y], index) => (index ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1)).join("");

// A small arrow in the middle of each leg that is long enough to carry one.
const arrowsAlong = points => {
  let d = "";
  for (let index = 1; index < points.length; index++) {
    const [x1, y1] = points[index - 1], [x2, y2] = points[index];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 34) continue;
    const ux = (x2 - x1) / length, uy = (y2 - y1) / length, mx = (x1 + x2) / 2, my = (y1 + y2) / 2;
    const corner = (along, across) => `${(mx + ux * along - uy * across).toFixed(1)} ${(my + uy * along + ux * across).toFixed(1)}`;
    d += `M${corner(6, 0)}L${corner(-4, 4.5)}L${corner(-2, 0)}L${corner(-4, -4.5)}Z`;
  }
  return d;
};

const place = (element, [x, y]) => element.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);

const paint = () => {
  const dots = buildings.map(toPixels).filter(([x, y]) => x > -60 && y > -60 && x < view.width + 60 && y < view.height + 60)
    .map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join("");
  const perMetre = 1 / metresPerPixel();
  town.setAttribute("d", dots);
  town.setAttribute("stroke-width", Math.max(14, 130 * perMetre).toFixed(1));
  houses.setAttribute("d", dots);
  houses.setAttribute("stroke-width", Math.min(9, Math.max(1.4, 12 * perMetre)).toFixed(1));

  const isClose = perMetre > .6 || routes.filter(route => route.isShown).length <= 3;
  for (const route of routes) {
    const fades = focus && focus !== route;
    route.group.classList.toggle("gone", !route.isShown);
    route.group.classList.toggle("faded", !!fades);
    const home = toPixels(route.home), points = route.stops.map(stop => toPixels(stop.place));
    const ends = points.length ? path([home, points[0]]) + path([points[points.length - 1], home]) : "";
    route.halo.setAttribute("d", path(points));
    route.way.setAttribute("d", path(points));
    route.home1.setAttribute("d", ends);
    route.hit.setAttribute("d", path(points));
    route.arrows.setAttribute("d", arrowsAlong(points));
    route.stops.forEach((stop, index) => {
      const showsNumber = focus === route || stop === chosen || (isClose && !fades);
      stop.mark.classList.toggle("gone", !route.isShown);
      stop.mark.classList.toggle("faded", !!fades);
      stop.mark.classList.toggle("small", !showsNumber);
      stop.mark.classList.toggle("chosen", stop === chosen);
      stop.circle.setAttribute("r", showsNumber ? (stop === chosen ? 12 : 9.5) : 4.6);
      place(stop.mark, points[index]);
    });
  }
  for (const depot of depots.values()) {
    place(depot.mark, toPixels(depot.place));
    depot.mark.classList.toggle("gone", !depot.routes.some(route => route.isShown && (!focus || focus === route)));
    depot.title.textContent = say("depot") + ": " + depot.routes.map(route => route.crew).join(", ");
  }
  paintScale();
  paintClock();
  placeCard();
};

// The longest round distance that fits into 120 pixels.
const paintScale = () => {
  const most = metresPerPixel() * 120;
  const power = 10 ** Math.floor(Math.log10(most));
  const round = [5, 2, 1].map(step => step * power).find(step => step <= most);
  const [label, line] = at("scale").children;
  label.textContent = round >= 1000 ? `${round / 1000} ${say("kilometre")}` : `${round} ${say("metre")}`;
  line.style.width = (round / metresPerPixel()).toFixed(0) + "px";
};
