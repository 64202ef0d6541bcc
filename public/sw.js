// The worker that keeps a reader's copy of the site, and answers from it when the network does
// not. It is registered only once a reader has asked for a copy (offline.js), stands at the
// root of the site under a name that never changes, and is only about what lies below it.
// docs/offline.md says what it does, and how to be rid of it.
"use strict";

const scope = new URL(self.registration.scope);
// The first words of the names of our caches. The space ends the path: the copies of /a/ are
// not those of /a/b/.
const ours = `lscb:${scope.pathname} `;
// Written last, so that a copy is there as a whole or not at all.
const RECORD = new URL("?copy", scope);
// How long the network may take when there is a copy to read instead, and for a file of one,
// in milliseconds.
const PATIENCE = 5_000;
const LONGEST = 60_000;
const AT_ONCE = 6;
// Files for machines, and those for frames on other pages; offline.js counts without them, too.
const LEFT_OUT = /^(schema\/|embed\/|assets\/frame\.|(sw|embed(-\d+)?)\.js$)/;
// Folders of files with their hash in their names, which are the same in every release.
const HASHED = /^(assets|content|search\/index)\//;

// Where a file or a page of the site is kept, whatever was asked of it. The address of a file
// from a list cannot leave the site.
function key(address) {
  const url = new URL(address, scope);
  if (!url.href.startsWith(scope.href)) throw new Error(`${url} is not of this site`);
  url.search = url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
}

function place(file) {
  return key(file.replace(/[%?#]/g, encodeURIComponent));
}

// What is said of the copy that can be read, if there is one. Looking never makes a cache.
async function record() {
  const found = await caches.match(RECORD, { cacheName: `${ours}copy` });
  return found?.json();
}

function find(copy, at) {
  return caches.match(at, { cacheName: ours + copy.manifest, ignoreVary: true });
}

async function sweep(...but) {
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && !but.includes(name.slice(ours.length))) await caches.delete(name);
  }
}

// A file of a release. A damaged one may be in the browser's cache: the second time, the host
// is asked. Some hosts know a page by the name of its folder only, and lead from 404.html to
// /404 or send it as what it is; its bytes are checked, so it may come from anywhere here.
async function download({ file, integrity }) {
  const at = place(file).replace(/(?<=\/)index\.html$/, "");
  for (const cache of ["default", "reload"]) {
    const signal = AbortSignal.timeout?.(LONGEST);
    try {
      const response = await fetch(at, { integrity, cache, signal, mode: "same-origin" });
      if (fits(response, file)) return response;
    } catch (error) {
      if (cache === "reload") throw error;
    }
  }
  throw new Error(`${file} does not come as what it is`);
}

function fits(response, file) {
  return (response.ok || file === "404.html") && file.endsWith(".html") === isHtml(response);
}

function isHtml(response) {
  return /^text\/html\b/i.test(response.headers.get("content-type"));
}

// As it is kept: decoded, and the answer to its address alone.
function plain(response) {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return new Response(response.body, { headers });
}

// What the host has now. One that has no worker any more is the publisher's word, too.
async function look() {
  const ask = (file, init) =>
    fetch(place(file), { cache: "no-cache", redirect: "error", signal: AbortSignal.timeout?.(LONGEST), ...init });
  const response = await ask("release.json");
  const text = await response.text();
  const release = response.ok && JSON.parse(text);
  if (!release?.format?.startsWith("lscb-release/")) throw new Error("release.json is none");
  const { status } = await ask("sw.js", { method: "HEAD" });
  release.isOff = release.sw === "off" || status === 404 || status === 410;
  return { release, text };
}

const channel = new BroadcastChannel(ours);
let last = Promise.resolve();

// One after another, however many pages ask for it.
function renew(isWished) {
  last = last.catch(() => {}).then(() => bringUpToDate(isWished));
  return last;
}

// Brings the copy to what the host has, newer or older. `isWished`: also begins one.
async function bringUpToDate(isWished) {
  const { release, text } = await look();
  if (release.isOff) {
    await sweep();
    return self.registration.unregister();
  }
  const copy = await record();
  if (!copy && !isWished) return;
  const entry = release.manifest;
  if (!entry) throw new Error("this release has no list of its files");
  const told = new Response(text, { headers: { "content-type": "application/json" } });
  if (copy?.manifest === entry.integrity) {
    const known = await find(copy, place("release.json"));
    if ((await known?.text()) === text) return;
    return (await caches.open(ours + copy.manifest)).put(place("release.json"), told);
  }

  // What was taken back leaves at once, whatever becomes of the rest; a part of a page takes
  // the page with it.
  const withdrawn = copy ? await withdrawnSince(copy, release) : [];
  if (withdrawn.length) {
    const pages = new Set(withdrawn.map((path) => place(path.replace(/^\//, "./").replace(/#.*/, ""))));
    await forget(copy, ({ file }) => pages.has(place(file)));
  }
  const { files, moved = [] } = await (await download(entry)).json();
  // A host may lead on from an old address by itself, and send no file there.
  const old = new Set(moved.map(({ from }) => `${from}/index.html`));
  const known = new Map();
  if (copy) {
    const there = new Map(files.map(({ file, integrity }) => [file, integrity]));
    // Any page that has changed may have said what was taken back.
    const isGone = withdrawn.length
      ? ({ file, integrity }) => file !== "404.html" && there.get(file) !== integrity
      : ({ file }) => !HASHED.test(file) && !there.has(file);
    await forget(copy, isGone);
    for (const entry of (await manifest(copy)).files) known.set(bytes(entry), place(entry.file));
  }

  const all = [...files.filter(({ file }) => !LEFT_OUT.test(file) && !old.has(file)), entry];
  const name = ours + entry.integrity;
  await sweep("copy", copy?.manifest, entry.integrity);
  try {
    const cache = await caches.open(name);
    await cache.put(place("release.json"), told);
    await fill(cache, all, copy, known);
    if (!(await caches.has(name))) throw new Error("the reader has removed it meanwhile");
    const said = {
      manifest: entry.integrity,
      file: entry.file,
      published: release.published,
      kept: new Date(),
      size: all.reduce((sum, { size }) => sum + Number(size), 0),
    };
    const records = await caches.open(`${ours}copy`);
    await records.put(RECORD, new Response(JSON.stringify(said)));
  } catch (error) {
    if (error.name === "QuotaExceededError") await caches.delete(name);
    throw error;
  }
  await sweep("copy", entry.integrity);
  await self.clients.claim();
}

// What a release has taken back that the copy may still have.
async function withdrawnSince(copy, { withdrawn = [] }) {
  const told = await find(copy, place("release.json"));
  const known = (await told?.json())?.withdrawn ?? [];
  return withdrawn.filter((path) => !known.includes(path));
}

// Puts files into a cache, some at a time. What is there has been checked before, and what the
// copy has is not fetched again.
async function fill(cache, all, copy, known) {
  const queue = each(all);
  let done = 0;
  const lane = async () => {
    for (const entry of queue) {
      const at = place(entry.file);
      if (!(await cache.match(at, { ignoreVary: true }))) {
        const same = known.get(bytes(entry));
        await cache.put(at, plain((same && (await find(copy, same))) || (await download(entry))));
      }
      done += 1;
      channel.postMessage({ done, total: all.length });
    }
  };
  // The first that fails ends the queue for all.
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

// What makes two files the same.
function bytes({ file, integrity }) {
  return integrity + file.slice(file.lastIndexOf("."));
}

function* each(list) {
  yield* list;
}

async function manifest(copy) {
  const told = await find(copy, place(copy.file));
  return (await told?.json()) ?? { files: [] };
}

// Takes files out of a copy. With a page that is gone goes all that the app would show it or
// find it by: the other pages are then read without the app.
async function forget(copy, isGone) {
  const cache = await caches.open(ours + copy.manifest);
  const { files } = await manifest(copy);
  const taken = await Promise.all(files.filter(isGone).map(({ file }) => cache.delete(place(file))));
  if (!taken.includes(true)) return;
  const told = files.filter(({ file }) => /^(content|search\/index)\//.test(file));
  await Promise.all(told.map(({ file }) => cache.delete(place(file))));
}

// The network's answer, if it can be the site's: a proxy or a network that wants a sign-in
// answers with a page of its own. `kept`: what the copy has at that address.
async function ask(request, kept) {
  const options = { signal: AbortSignal.timeout?.(PATIENCE) };
  const isVisit = request.mode === "navigate";
  const response = await (isVisit
    ? fetch(request.url, { ...options, mode: "same-origin", cache: request.cache })
    : fetch(request, options));
  if (response.status === 404 || response.status === 410) return response;
  const isOurs = response.ok && isHtml(response) === isHtml(kept)
    && (!isHtml(response) || (await response.clone().text()).includes(" data-release="));
  if (!isOurs) throw new Error("not the site's answer");
  return isVisit && response.redirected ? Response.redirect(response.url) : response;
}

// The pages that came from the copy, by the ids of their windows. Not in a cache: what was read
// last is nobody's business.
const read = new Set();

async function answer({ request, resultingClientId }) {
  const isVisit = request.mode === "navigate";
  const at = key(request.url);
  let copy = await record();
  let kept = copy && (await find(copy, at));
  if (kept && HASHED.test(at.slice(scope.href.length))) return kept;
  let response;
  try {
    response = await (kept ? ask(request, kept) : fetch(request));
    if (!kept || response.status < 400) return response;
    // Gone from the host: also from the copy, unless the host is at fault.
    await renew(false).catch(() => {});
    copy = await record();
    kept = copy && (await find(copy, at));
    if (!kept) return response;
  } catch (error) {
    if (!copy || (!kept && !isVisit)) throw error;
  }
  if (isVisit) read.add(resultingClientId);
  if (kept) return kept;
  const path = at.slice(scope.href.length).replace(/\/(index\.html)?$/, "");
  const to = (await manifest(copy)).moved?.find(({ from }) => from === path)?.to;
  if (to) return Response.redirect(new URL(`.${to}`, scope));
  if (await find(copy, `${at}/index.html`)) return Response.redirect(request.url.replace(/(?=[?#]|$)/, "/"));
  const none = await find(copy, place("404.html"));
  return new Response(none.body, { status: 404, headers: none.headers });
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope.href)) return;
  // Whatever goes wrong here, the network is there.
  const answered = answer(event).catch(() => fetch(request));
  event.respondWith(answered);
  // Each visit asks whether the site has changed, once the page is on its way.
  const isVisit = request.mode === "navigate";
  if (isVisit) event.waitUntil(answered.then(() => renew(false)).catch(() => {}));
});

addEventListener("message", (event) => {
  const { data, source } = event;
  if (data === "keep") {
    const kept = renew(true).then(
      () => channel.postMessage({ isOver: true }),
      (error) => channel.postMessage({ isOver: true, error: error.name }),
    );
    event.waitUntil(kept);
  } else if (data === "was this read from the copy?" && read.has(source.id)) {
    event.waitUntil(record().then((copy) => copy && source.postMessage({ kept: copy.kept })));
  }
});
