// The page on which a reader keeps a copy of the site, renews it and removes it. Nothing is
// stored on the device before the first button is pressed.
const root = new URL("..", import.meta.url);
const ours = `lscb:${root.pathname} `;
const KEEP = "Keep this site on this device";
const REMOVE = "Remove the copy";
const language = document.documentElement.lang;
// As in sw.js.
const LEFT_OUT = /^(schema\/|embed\/|assets\/frame\.|(sw|embed(-\d+)?)\.js$)/;

const day = (date) => new Date(date).toLocaleDateString(language, { dateStyle: "long" });
const megabytes = (bytes) =>
  `${(bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`;

// The one script address that this site ever names to the browser by itself.
const worker = new URL("sw.js", root).href;
const types = window.trustedTypes?.createPolicy("lscb", {
  createScriptURL(address) {
    if (address === worker) return address;
    throw new TypeError(`${address} is not this site's worker`);
  },
});

let place;
let line;
let bar;
let buttons;
let weight;
let isBusy = false;

// Shows what there is in the place for it, once a place.
export async function show() {
  const found = document.getElementById("copy");
  if (!found || found === place) return;
  place = found;
  line = add(place, "p");
  line.setAttribute("role", "status");
  bar = add(place, "progress");
  bar.setAttribute("aria-label", "Files kept");
  buttons = add(place, "div");
  // Below the button, which stays where it is when the weight is known.
  weight = add(place, "p");
  place.previousElementSibling.hidden = true;
  place.hidden = false;
  if (isBusy) return busy();
  await state();
}

function add(parent, name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
}

// What there is, and what can be done about it. `before`: what has just happened.
async function state(before = "") {
  bar.hidden = true;
  const unable = reason();
  if (unable) return say(unable);
  let copy;
  let isBegun;
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    isBegun = names.length > 0;
    const found = await caches.match(new URL("?copy", root), { cacheName: `${ours}copy` });
    copy = await found?.json();
  } catch {
    return say("This browser does not let this site keep anything. Storing may be switched off, or this may be a private window.");
  }
  if (copy) {
    const published = copy.published ? ` It is the site as published on ${day(copy.published)}.` : "";
    const words = `${before} This site is kept on this device. The copy was made on ${day(copy.kept)} and takes up ${megabytes(copy.size)}.${published}`;
    return say(words, ["Look for a newer copy", keep], [REMOVE, remove]);
  }
  if (isBegun) {
    const words = `${before} A part of the site is on this device. It is not shown until the rest is there.`;
    return say(words, ["Fetch the rest", keep], [REMOVE, remove]);
  }
  say(before || "No copy is kept on this device.", [KEEP, keep]);
  const size = await weigh();
  if (size && !isBusy) weight.textContent = `A copy takes up ${megabytes(size)}.`;
}

function reason() {
  if (window !== window.top) return "To keep a copy, open this page in a tab of its own. Nothing is kept from inside another page.";
  if (!window.isSecureContext) return "This address does not begin with https, so browsers keep no copy of this site.";
  if (!navigator.serviceWorker || !window.caches) return "This browser does not keep copies of sites. This may be a private window.";
  return "";
}

// How many bytes a copy has, as the site itself says.
async function weigh() {
  try {
    const { manifest } = await (await fetch(new URL("release.json", root), { cache: "no-cache" })).json();
    const { file, integrity, size } = manifest;
    const { files, moved = [] } = await (await fetch(new URL(file, root), { integrity })).json();
    const old = new Set(moved.map(({ from }) => `${from}/index.html`));
    const kept = files.filter((entry) => !LEFT_OUT.test(entry.file) && !old.has(entry.file));
    return kept.reduce((sum, entry) => sum + Number(entry.size), Number(size));
  } catch {
    return 0;
  }
}

// Says something, and offers what can be done now. Who has pressed a button that goes is led
// to the one in its place.
function say(words, ...actions) {
  const had = buttons.contains(document.activeElement);
  line.textContent = words.trim();
  weight.textContent = "";
  buttons.replaceChildren();
  for (const [name, act] of actions) {
    const button = add(buttons, "button", name);
    button.type = "button";
    button.addEventListener("click", () => { if (!isBusy) act(); });
  }
  if (had) buttons.querySelector("button")?.focus();
}

function busy() {
  line.textContent = "Fetching the copy …";
  weight.textContent = "";
  bar.removeAttribute("value");
  bar.hidden = false;
  for (const button of buttons.children) button.setAttribute("aria-disabled", "true");
}

async function keep() {
  isBusy = true;
  busy();
  const channel = new BroadcastChannel(ours);
  let asking;
  try {
    const before = await kept();
    const registered = await navigator.serviceWorker.register(types?.createScriptURL(worker) ?? worker, { updateViaCache: "none" });
    const error = await new Promise((resolve) => {
      channel.onmessage = ({ data }) => {
        if (data.isOver) resolve(data.error);
        else Object.assign(bar, { value: data.done, max: data.total });
      };
      // Again and again: a browser may end a worker that takes long, and it goes on from there.
      ask(registered, resolve);
      asking = setInterval(ask, 20_000, registered, resolve);
    });
    isBusy = false;
    await state(await outcome(error, before));
  } catch {
    isBusy = false;
    await state("This browser did not keep the copy.");
  } finally {
    clearInterval(asking);
    channel.close();
  }
}

// The worker that is at work answers; the first one is not there at once.
function ask(registered, resolve) {
  const worker = registered.active ?? registered.waiting ?? registered.installing;
  worker.onstatechange = () => {
    if (worker.state === "activated") worker.postMessage("keep");
    else if (worker.state === "redundant") resolve("redundant");
  };
  worker.onstatechange();
}

async function outcome(error, before) {
  if (error === "QuotaExceededError") {
    if (!before) await clear();
    return before ? "There is not enough room on this device for the newer copy." : "There is not enough room on this device for a copy. Nothing was kept.";
  }
  if (error) {
    // A worker that has kept nothing is not left behind.
    if (!(await names()).length) await clear();
    return "The site did not come as it should. If your network wants you to sign in, do that first.";
  }
  const now = await kept();
  if (!now) return "This site no longer offers copies. Nothing is kept on this device.";
  if (now === before) return "The copy is up to date.";
  return before ? "A newer copy was kept." : "";
}

// Which release is kept.
async function kept() {
  const found = await caches.match(new URL("?copy", root), { cacheName: `${ours}copy` });
  return (await found?.json())?.manifest;
}

async function remove() {
  isBusy = true;
  const isGone = await clear();
  isBusy = false;
  await state(isGone ? "The copy was removed from this device." : "The copy could not be removed. Clear this site’s data in the settings of your browser.");
}

// Removes the caches and the worker, and looks whether they have gone.
async function clear() {
  const registered = await navigator.serviceWorker.getRegistration(root);
  // Not the worker of a site around this one.
  if (registered?.scope === root.href) await registered.unregister();
  for (const name of await names()) await caches.delete(name);
  const left = await navigator.serviceWorker.getRegistration(root);
  return (await names()).length === 0 && left?.scope !== root.href;
}

async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(ours));
}
