// The day as it should go: a slider that shows where each crew is at a time.
const day = {
  from: Math.floor(Math.min(...routes.map(route => route.leaves), 1440)),
  until: Math.ceil(Math.max(...routes.map(route => route.returns), 0)),
  now: null, timer: null,
};
for (const route of routes) {
  route.now = draw(at("crewsNow"), "g", { class: "now gone" });
  route.now.style.setProperty("--crew", route.colour);
  draw(route.now, "circle", { class: "pulse", r: 15 });
  draw(route.now, "circle", { r: 7 });
  draw(route.now, "text", { x: 13, y: 4 }).textContent = route.crew;
}

// At a stop while it is worked on; on the straight line to the next one in between.
const whereIs = (route, minutes) => {
  if (minutes < route.leaves || minutes > route.returns) return null;
  let from = { place: route.home, until: route.leaves };
  for (const stop of [...route.stops, { place: route.home, at: route.returns, until: route.returns }]) {
    if (minutes < stop.at) {
      const share = Math.min(1, Math.max(0, (minutes - from.until) / Math.max(.1, stop.at - from.until)));
      return [from.place[0] + (stop.place[0] - from.place[0]) * share, from.place[1] + (stop.place[1] - from.place[1]) * share];
    }
    if (minutes <= stop.until) return stop.place;
    from = stop;
  }
  return route.home;
};

const paintClock = () => {
  at("timeText").textContent = day.now === null ? say("wholeDay") : hhmm(day.now);
  for (const route of routes) {
    const where = day.now === null || !route.isShown || (focus && focus !== route) ? null : whereIs(route, day.now);
    route.now.classList.toggle("gone", !where);
    if (where) place(route.now, toPixels(where));
  }
};

const setTime = minutes => {
  day.now = minutes;
  at("time").value = minutes ?? day.from;
  redraw();
};
const hold = () => { clearInterval(day.timer); day.timer = null; at("play").classList.remove("on"); };
const play = () => {
  if (day.timer) return hold();
  if (day.now === null || day.now >= day.until) setTime(day.from);
  at("play").classList.add("on");
  day.timer = setInterval(() => {
    if (day.now >= day.until) { hold(); return setTime(null); }
    setTime(Math.min(day.until, day.now + 1));
  }, 45);
};
