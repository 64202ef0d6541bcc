// A frame on somebody else's page (docs/embedding.md): what its address asks for, how high it is,
// and where its links lead. It stores nothing, takes no focus and leaves no trace in the history
// of the page around it.
const root = document.documentElement;
const site = new URL(document.body.dataset.root, location.href).href;
const here = location.pathname.slice(new URL(site).pathname.length);
// A frame in a sandbox has no origin of its own, and often may not open a tab.
const isConfined = self.origin === "null";

// What can be asked for. Anything else is left alone.
const CHOICES = {
  theme: ["auto", "light", "dark", "host"],
  density: ["comfortable", "compact"],
  heading: ["1", "2", "3", "4", "5", "6"],
  lang: [root.lang, root.lang.split("-")[0]],
};

const chosen = (name, value) => CHOICES[name].includes(value) ? value : null;

// Relative luminance and contrast: WCAG 2.2, "relative luminance" and "contrast ratio".
function luminance(hex) {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const OWN = {
  ink: ["ink", "quiet", "line", "hair", "care", "band", "focus"],
  paper: ["paper", "tint", "warm", "focus-gap"],
  link: ["link", "visited"],
};

// The host's colours only as a set, and only if they can be read (WCAG 2.2, 1.4.3).
function paint({ theme, ...colours }) {
  if (!chosen("theme", theme)) return;
  const set = Object.keys(OWN).map((name) => colours[name]);
  const [ink, paper, link] = set;
  const isSet = set.every((colour) => typeof colour === "string" && /^[0-9a-f]{6}$/i.test(colour));
  const isHost = theme === "host" && isSet && contrast(ink, paper) >= 4.5 && contrast(link, paper) >= 4.5;
  for (const [name, tokens] of Object.entries(OWN)) {
    for (const token of tokens) {
      if (isHost) root.style.setProperty(`--${token}`, `#${colours[name]}`);
      else root.style.removeProperty(`--${token}`);
    }
  }
  if (isHost) root.dataset.theme = luminance(paper) > 0.18 ? "light" : "dark";
  else if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
}

// The title becomes a heading of that level, and the others follow it.
function shift(level) {
  const by = level - 2;
  for (const old of by ? document.querySelectorAll("h1, h2, h3, h4, h5, h6") : []) {
    const to = Math.min(6, Number(old.localName[1]) + by);
    const heading = document.createElement(`h${to}`);
    for (const { name, value } of old.attributes) heading.setAttribute(name, value);
    heading.append(...old.childNodes);
    old.replaceWith(heading);
  }
}

const asked = Object.fromEntries(new URLSearchParams(location.search));
paint(asked);
root.dataset.density = chosen("density", asked.density) ?? "comfortable";
root.lang = chosen("lang", asked.lang) ?? root.lang;
shift(Number(chosen("heading", asked.heading) ?? 2));

// To the page around it: how high the text is, and which one it is. None of that is secret.
function say(type, more) {
  if (parent !== self) parent.postMessage({ lscb: 1, type, ...more }, "*");
}

const height = () => Math.ceil(root.getBoundingClientRect().height);
const title = document.title.slice(0, 300);
let said;
function announce() {
  said = height();
  say("ready", { path: here, title, height: said });
}

announce();
say("route", { path: here, title });
new ResizeObserver(() => {
  if (said === height()) return;
  said = height();
  say("height", { height: said });
}).observe(root);

// From it: one port, and on it what is on the list.
const orders = {
  theme: paint,
  go({ path }) {
    const kind = here.split("/", 2).join("/");
    const isAddress = typeof path === "string" && path.length < 300 && /^embed(\/[a-z0-9-]+)+\/$/.test(path);
    if (isAddress && path.startsWith(`${kind}/`)) location.replace(site + path + location.search);
  },
};

let port;
addEventListener("message", ({ source, data, ports }) => {
  if (source !== parent || data?.lscb !== 1 || data.type !== "hello") return;
  // Without a port: a script that came after the frame has not heard of it.
  if (!ports[0]) announce();
  if (port || !ports[0]) return;
  port = ports[0];
  port.onmessage = ({ data }) => {
    // An object as the type would be turned into text, and may have no text.
    const isOrder = typeof data?.type === "string" && {}.hasOwnProperty.call(orders, data.type);
    if (isOrder && data.lscb === 1) orders[data.type](data);
  };
});

// Where no tab can be opened, the address can be read and copied.
function open(url, place) {
  const tab = window.open(url, "_blank");
  if (tab) {
    tab.opener = null;
    return;
  }
  const line = document.getElementById("address") ?? document.createElement("p");
  line.id = "address";
  line.setAttribute("role", "status");
  line.textContent = `This page cannot open a tab here. The address is ${url}`;
  place.after(line);
}

// A link that stays in the frame takes the place of the page before it: what a click adds to the
// history of a frame, the reader would have to go back through on the page around it.
addEventListener("click", (event) => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || !isPlain || !/^https?:$/.test(link.protocol)) return;
  const url = new URL(link.href);
  if (link.target === "_blank") {
    if (!isConfined) return;
    event.preventDefault();
    open(url.href, link);
    return;
  }
  event.preventDefault();
  url.search = location.search;
  location.replace(url);
});

// The words of a search stay in the part of the address that no host is sent. In a sandbox no
// form is sent at all, so it is the button that is listened to.
const form = document.querySelector("form[role=search]");
function results() {
  const url = new URL(form.action);
  const words = form.querySelector("input").value.trim();
  url.search = "";
  url.hash = words && new URLSearchParams({ q: words });
  return url.href;
}

form?.addEventListener("submit", () => {
  form.action = results();
});
form?.addEventListener("click", (event) => {
  if (!isConfined || !event.target.closest("button")) return;
  event.preventDefault();
  open(results(), form);
});
