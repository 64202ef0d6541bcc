// Starts the app when the browser is idle, or at the first sign that the reader is about
// to go somewhere; with data saving on, or on a slow line, at that sign only. Whatever
// goes wrong here or in the app, the page stays and its links are links.

const wasm = document.querySelector("meta[name=app]");
const signs = ["pointerover", "focusin", "touchstart"];
let started = false;

async function start() {
  if (started) return;
  started = true;
  for (const sign of signs) removeEventListener(sign, sense);
  try {
    const app = await import("app");
    const response = fetch(new URL(wasm.content, import.meta.url), { integrity: wasm.dataset.integrity });
    await app.default({ module_or_path: response });
  } catch (error) {
    giveUp(error);
  }
}

function sense(event) {
  if (event.target.closest?.("a[href]")) start();
}

// A panic is a trap: the app cannot go on, and its listeners must not hold clicks back.
let gaveUp = false;
let click = null;

function giveUp(error) {
  if (gaveUp) return;
  gaveUp = true;
  console.error(error);
  document.documentElement.dataset.app = "stopped";
  addEventListener("click", (event) => event.stopImmediatePropagation(), true);
  // The address has changed and nobody draws the page that belongs to it.
  addEventListener("popstate", () => location.reload());
  const status = document.getElementById("status");
  if (status) status.textContent = "Part of this site stopped working. The text stays, and links work as normal links.";
  // The click that the app had taken when it stopped still counts.
  if (click?.defaultPrevented) location.assign(click.href);
}

function trapped(error) {
  const app = import.meta.resolve?.("app") ?? "/assets/app.";
  return error instanceof WebAssembly.RuntimeError || String(error?.stack).includes(app);
}

addEventListener("error", (event) => {
  if (started && trapped(event.error)) giveUp(event.error);
});
addEventListener("unhandledrejection", (event) => {
  if (started && trapped(event.reason)) giveUp(event.reason);
});
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  click = link ? { href: link.href, get defaultPrevented() { return event.defaultPrevented; } } : null;
}, true);

for (const sign of signs) addEventListener(sign, sense, { passive: true });
const line = navigator.connection;
if (!(line?.saveData || /2g|3g/.test(line?.effectiveType))) {
  const idle = () => (window.requestIdleCallback ?? setTimeout)(start);
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle);
}
