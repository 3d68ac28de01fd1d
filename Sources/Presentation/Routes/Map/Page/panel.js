// The list of crews and stops, and the card of one stop.
const crossed = () => {
  const button = make("button", { class: "close", type: "button", "aria-label": say("close") });
  draw(draw(button, "svg", { viewBox: "0 0 20 20" }), "path", { d: "M4 4l12 12M16 4L4 16" });
  button.addEventListener("click", () => choose(null));
  return button;
};

const stopRow = stop => {
  const row = make("li", { class: "row", tabindex: "0" },
    make("span", { class: "n" }, String(stop.n)), make("span", { class: "t" }, hhmm(stop.at)),
    make("span", { class: "a" }, stop.address), make("span", { class: "j" }, stop.jobs.length > 1 ? "×" + stop.jobs.length : ""));
  const go = () => { choose(stop); bringIn(stop); };
  row.addEventListener("click", go);
  row.addEventListener("keydown", event => { if (event.key === "Enter") go(); });
  stop.row = row;
  return row;
};
const endRow = (minutes, word) => make("li", { class: "row end" },
  make("span", { class: "n" }, "⌂"), make("span", { class: "t" }, hhmm(minutes)), make("span", { class: "a" }, say("depot") + " · " + say(word)));

const breakRow = ([from, until]) => make("li", { class: "row end" },
  make("span", { class: "n" }, "·"), make("span", { class: "t" }, hhmm(from)), make("span", { class: "a" }, `${say("break")} ${hhmm(from)}–${hhmm(until)}`));
// Stops and breaks in the order of the day.
const dayRows = route => [
  ...route.stops.map(stop => ({ at: stop.at, row: () => stopRow(stop) })),
  ...route.breaks.map(rest => ({ at: rest[0], row: () => breakRow(rest) })),
].sort((one, other) => one.at - other.at).map(entry => entry.row());

const crewItem = route => {
  const box = make("input", { type: "checkbox", class: "swatch", "aria-label": say("show") + ": " + route.crew });
  box.checked = route.isShown;
  box.addEventListener("click", event => event.stopPropagation());
  box.addEventListener("change", () => {
    route.isShown = box.checked;
    if (focus === route && !route.isShown) setFocus(null);
    refreshSummary();
    redraw();
  });
  const figures = [`${route.stops.length} ${say("stops")}`, `${route.jobs} ${say("jobs")}`];
  if (route.km !== null) figures.push(`${route.km} ${say("kilometre")}`);
  const head = make("div", { class: "head" }, box,
    make("button", { class: "name", type: "button" }, make("strong", {}, route.name || route.crew), make("small", {}, figures.join(" · "))),
    make("span", { class: "when" }, `${hhmm(route.leaves)}–${hhmm(route.returns)}`, make("br"), route.crew));
  head.addEventListener("click", () => setFocus(focus === route ? null : route));
  const list = make("ul", { class: "list" }, endRow(route.leaves, "leaves"), ...dayRows(route), endRow(route.returns, "returns"));
  const item = make("div", { class: "crew" }, head, list);
  item.style.setProperty("--crew", route.colour);
  route.item = item;
  return item;
};

const refreshSummary = () => {
  const shown = routes.filter(route => route.isShown);
  const sum = count => shown.reduce((total, route) => total + count(route), 0);
  at("summary").textContent = shown.length
    ? [`${shown.length} ${say("crews")}`, `${sum(route => route.stops.length)} ${say("stops")}`, `${sum(route => route.jobs)} ${say("jobs")}`].join(" · ")
    : say("empty");
};

const fillPanel = () => {
  document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  document.title = `${say("title")} ${data.date}`;
  at("title").textContent = `${data.date} ${own(data.weekday)}`;
  at("language").textContent = lang === "zh" ? "English" : "中文";
  for (const name of ["fit", "zoomIn", "zoomOut", "theme", "print", "play"]) {
    at(name).title = say(name);
    at(name).setAttribute("aria-label", say(name));
  }
  at("time").setAttribute("aria-label", say("clock"));
  at("foot").textContent = `${say("version")} ${data.version} · ${data.zone} · ${say("straight")}`;
  at("crews").replaceChildren(...routes.map(crewItem));
  refreshSummary();
  markFocus();
  if (chosen) choose(chosen);
};

const markFocus = () => {
  for (const route of routes) route.item.classList.toggle("open", focus === route);
};
// Looks at one crew: the others fade, its numbers show, its list opens.
const setFocus = route => {
  focus = route;
  if (chosen && chosen.route !== route) choose(null);
  if (route) {
    route.isShown = true;
    route.item.querySelector("input").checked = true;
    at("lines").append(route.group);
    for (const stop of route.stops) at("places").append(stop.mark);
  }
  markFocus();
  if (route) {
    route.item.scrollIntoView({ block: "start" });
    fit([route.home, ...route.stops.map(stop => stop.place)]);
  } else {
    fit(everything());
  }
};

const choose = stop => {
  chosen?.row?.classList.remove("chosen");
  chosen = stop;
  at("card").hidden = !stop;
  if (stop) {
    if (focus !== stop.route) setFocus(stop.route);
    stop.row.classList.add("chosen");
    stop.row.scrollIntoView({ block: "nearest" });
    fillCard(stop);
    if (window.innerWidth <= 760) bringIn(stop);
  }
  redraw();
};

const fillCard = stop => {
  const line = job => {
    const item = make("li", {}, make("b", {}, job.id), " ", make("span", {}, [own(job.kind), own(job.class), own(job.stateName)].join(" · ")), make("br"),
      `${say("account")} ${job.account}`, own(job.place) ? " · " + own(job.place) : "");
    if (job.promised) item.append(make("br"), make("span", { class: "promise" }, `${say("promised")} ${hhmm(job.promised[0])}–${hhmm(job.promised[1])}`));
    if (job.note) item.append(make("br"), job.note);
    return item;
  };
  const card = at("card");
  card.style.setProperty("--crew", stop.route.colour);
  card.replaceChildren(crossed(), make("h3", {}, `${stop.n}. ${stop.address}`),
    make("p", {}, `${hhmm(stop.at)}–${hhmm(stop.until)} · ${stop.route.name || stop.route.crew}`), make("ul", {}, ...stop.jobs.map(line)));
};
// The card stands beside its stop and inside the map.
const placeCard = () => {
  if (!chosen) return;
  const card = at("card"), [x, y] = toPixels(chosen.place);
  const left = x + 20 + card.offsetWidth < view.width ? x + 20 : x - 20 - card.offsetWidth;
  card.style.left = Math.max(8, Math.min(view.width - card.offsetWidth - 8, left)) + "px";
  card.style.top = Math.max(8, Math.min(view.height - card.offsetHeight - 76, y - 24)) + "px";
};
// On a phone the card lies over the lower half of the map, so the stop goes into the upper one.
const bringIn = stop => {
  const [x, y] = toPixels(stop.place), isNarrow = window.innerWidth <= 760;
  if (x > 60 && y > 60 && x < view.width - 60 && y < (isNarrow ? view.height * .4 : view.height - 110)) return;
  [view.x, view.y] = stop.place;
  if (isNarrow) view.y += view.height * .25 / view.k;
  redraw();
};
