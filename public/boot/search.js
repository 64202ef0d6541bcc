// Search before the app is there, and without it: "/" and Ctrl-K lead to the field, and the
// words of a form stay in the part of the address that no host is sent.
const field = document.getElementById("search");

// A key that does something by itself can be switched off (WCAG 2.1.4). The choice is kept on
// the device for as long as it is off.
function isOff() {
  try {
    return localStorage.getItem("slash") === "off";
  } catch {
    return off;
  }
}

// Until the app is there to ask for the index it may come already: on a slow line that saves two
// ways to the host and back. The app takes both files from the browser's cache.
async function bringIndex() {
  if (typeof WebAssembly === "undefined" || document.documentElement.dataset.app) return;
  const root = new URL("..", import.meta.url);
  const release = await fetch(new URL("release.json", root), { cache: "force-cache" });
  const { file, integrity } = (await release.json()).search;
  const index = new URL(file, root);
  if (index.href.startsWith(`${root}search/index/`)) await fetch(index, { integrity });
}

let off = false;
function show() {
  const choice = document.getElementById("slash");
  if (choice) choice.checked = !isOff();
}

function keep(on) {
  off = !on;
  try {
    if (on) localStorage.removeItem("slash");
    else localStorage.setItem("slash", "off");
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

if (field) {
  const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    const slash = event.key === "/" && !control && !isOff() && !event.target.closest?.(typing);
    if (slash || (control && !event.shiftKey && event.key.toLowerCase() === "k")) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
  field.addEventListener("focus", () => bringIndex().catch(() => {}), { once: true });
  show();
  document.addEventListener("found", show);
  addEventListener("pageshow", (event) => {
    if (event.persisted) show();
  });
  addEventListener("change", (event) => {
    if (event.target.id === "slash") keep(event.target.checked);
  });
}

addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches("form[role=search]")) return;
  event.preventDefault();
  const url = new URL(event.target.action);
  url.search = "";
  const words = event.target.querySelector("input").value.trim();
  url.hash = words && new URLSearchParams({ q: words });
  location.assign(url);
  if (!started) tell();
});

// In place of results, as long as the app is not there.
function say(words) {
  const place = document.getElementById("results");
  if (!place || !location.hash.startsWith("#q=")) return;
  const line = document.createElement("p");
  line.textContent = words;
  place.replaceChildren(line);
  return line;
}

// The app cannot come: the list from A to Z is there.
let started = typeof WebAssembly !== "undefined";
function tell() {
  const line = say("The search did not load. Everything on this site is in the list from A to Z below.");
  if (!line) return;
  started = false;
  line.className = "note";
}

// A moment passes unnoticed.
setTimeout(() => {
  if (started && !document.documentElement.dataset.app) say("Searching…");
}, 400);

addEventListener("stopped", tell);
addEventListener("hashchange", () => {
  if (!started) tell();
});
if (!started) tell();
