// Starts the app when the browser is idle, if the page has asked for it already (document.rs), or
// else at the first sign that the reader is about to go somewhere. Whatever goes wrong here or in
// the app, the page stays and its links are links.

const app = document.querySelector("meta[name=app]");
const wasm = new URL(app.content, document.baseURI);
// Should nobody start the app, nobody asks what became of it.
app.response?.catch(() => {});
const signs = ["pointerover", "focusin", "touchstart"];
let started = false;

async function start() {
  if (started || typeof WebAssembly === "undefined") return;
  started = true;
  // Chrome before 103, Firefox before 100, Safari before 16.
  AbortSignal.timeout ??= (time) => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), time);
    return abort.signal;
  };
  for (const sign of signs) removeEventListener(sign, sense);
  try {
    const bring = (cache) => fetch(wasm, { integrity: app.dataset.integrity, cache });
    // What the browser's cache holds may be damaged, or a missing page that a host told it to
    // keep: the second time the host itself is asked.
    const response = (app.response ?? bring("default")).catch(() => bring("reload"));
    // Should its loader not come, nobody asks what became of the app.
    response.catch(() => {});
    const again = () => fetch(import.meta.resolve("app"), { cache: "reload" }).then(() => import("app"));
    const loader = await import("app").catch(again);
    await loader.default({ module_or_path: response });
  } catch (error) {
    stop(error);
  }
}

function sense(event) {
  if (event.target.closest?.("a[href], form")) start();
}

// A panic is a trap: the app cannot go on, and its listeners must not hold clicks on links of the
// site back. Those of other scripts go on: the way out, and the buttons that keep a copy.
const html = document.documentElement;
let hasStopped = false;

function stop(error) {
  if (hasStopped) return;
  hasStopped = true;
  console.error(error);
  const ran = html.dataset.app === "ready";
  html.dataset.app = "stopped";
  // For whoever looks into it: not every browser keeps its console for them.
  html.dataset.error = `${error}\n${error?.stack}`;
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link?.origin === location.origin) event.stopImmediatePropagation();
  }, true);
  dispatchEvent(new Event("stopped"));
  if (!ran) return;
  const status = document.getElementById("status");
  if (status) status.textContent = "Part of this site stopped working. Links work as normal links.";
  // What the reader had asked for when it stopped still counts.
  const going = html.dataset.going;
  if (going === location.href) location.reload();
  else if (going) location.assign(going);
}

// Entries that the app has added share one document: without the app, Back changes the
// address and nothing else. That may have happened before this script was there.
const root = new URL("..", import.meta.url).pathname;

// As `page_path` in src/route.rs, which is not there without the app.
function isStray() {
  const here = location.pathname.replace(/(index\.html)?$/, "").replace(/\/?$/, "/");
  return here.toLowerCase() !== (root + document.body.dataset.route.slice(1)).toLowerCase();
}

addEventListener("popstate", () => {
  if (hasStopped || (html.dataset.app !== "ready" && isStray())) location.reload();
});
if (Array.isArray(history.state) && isStray()) {
  // Once: a host may know this page by another address.
  history.replaceState(null, "");
  location.reload();
}

function trapped(error) {
  const loader = import.meta.resolve?.("app") ?? "/assets/app.";
  return error instanceof WebAssembly.RuntimeError || String(error?.stack).includes(loader);
}

addEventListener("error", (event) => {
  if (started && trapped(event.error)) stop(event.error);
});
addEventListener("unhandledrejection", (event) => {
  if (started && trapped(event.reason)) stop(event.reason);
});
for (const sign of signs) addEventListener(sign, sense, { passive: true });
// A browser may find itself busy without end: then it is late, not never.
const idle = () => app.response && (window.requestIdleCallback ?? setTimeout)(start, { timeout: 2000 });
// An address that asks for results is a sign, too, on whatever line.
const isAsked = () => location.hash.startsWith("#q=");
if (isAsked()) start();
else if (document.readyState === "complete") idle();
else addEventListener("load", idle);
addEventListener("hashchange", () => isAsked() && start());
