// The page's data and small words; everything else builds on these.
const data = JSON.parse(document.getElementById("data").textContent);
const at = id => document.getElementById(id);
let lang = data.lang;
const say = name => data.words[lang][name];
const own = phrase => phrase[lang];

// "08:05"; minutes count from the local midnight of the day, so a night shift goes past 24:00.
const hhmm = minutes => {
  const whole = Math.floor(minutes + 1e-6);
  const two = number => String(number).padStart(2, "0");
  return two(Math.floor(whole / 60) % 24) + ":" + two(((whole % 60) + 60) % 60);
};

// Builds an element; text is only ever set as text, so data cannot become markup.
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return element;
};
const draw = (parent, tag, attributes = {}) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
};

// Fourteen colours that stay apart on light and on dark ground and carry white numbers; then hues by the golden angle.
const palette = [
  "#1f6fb5", "#d1495b", "#2e8b57", "#8a5cc7", "#c8701a", "#0f8b8d", "#b8478f", "#6b7f1e", "#4657c4", "#a8552f",
  "#3f8fc9", "#9c3f4f", "#5a8f3c", "#7d6a9e",
];
const colour = index => palette[index] ?? `hsl(${(index * 137.508) % 360} 52% 44%)`;

const routes = data.routes.map((route, index) => ({ ...route, index, colour: colour(index), isShown: true }));
