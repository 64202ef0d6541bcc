// Runs in each document before anything else and writes down what a reader notices.
(() => {
  const watch = (window.watch = { fcp: 0, lcp: 0, shift: 0, tasks: [], headings: [] });
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", (entry) => {
    if (entry.name === "first-contentful-paint") watch.fcp = entry.startTime;
  });
  observe("largest-contentful-paint", (entry) => (watch.lcp = entry.startTime));
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) watch.shift += entry.value;
  });
  observe("longtask", (entry) => watch.tasks.push([entry.startTime, entry.duration]));

  // The window's name outlives the document: a click may lead to another one.
  addEventListener("click", (event) => {
    if (event.target.closest?.("a[href]")) window.name = performance.timeOrigin + event.timeStamp;
  }, true);

  // A heading counts as painted when the frame after its own begins.
  let seen = null;
  new MutationObserver(() => {
    const heading = document.querySelector("main h1");
    if (!heading || heading === seen) return;
    seen = heading;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      watch.headings.push({ words: heading.textContent, at: performance.timeOrigin + performance.now() });
    }));
  }).observe(document, { childList: true, subtree: true });

  // What went beyond 50 ms of each task that began in a span of time (web.dev, "Total
  // Blocking Time").
  watch.blocked = (from, to) =>
    watch.tasks.filter(([start]) => start >= from && start < to).reduce((sum, [, time]) => sum + time - 50, 0);
})();
