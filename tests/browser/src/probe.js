// The first script of a watched page: it holds on to what was there before the app came,
// and writes down what went wrong.
(() => {
  const probe = (window.probe = {
    document: Math.random(), // tells one document from the next
    errors: [],
    shift: 0, // layout shift (Chromium only)
    changes: 0, // mutations inside <main> since it was parsed
    memory: null, // the app's WebAssembly.Memory
  });

  addEventListener("error", (e) => probe.errors.push(String(e.message ?? e.target?.src)), true);
  addEventListener("unhandledrejection", (e) => probe.errors.push(`rejected: ${e.reason}`));
  const complain = console.error;
  console.error = (...words) => {
    probe.errors.push(words.join(" "));
    complain.apply(console, words);
  };

  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) probe.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  }

  // "interactive" comes before any module script runs.
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    probe.main = document.querySelector("main");
    if (!probe.main) return;
    probe.nodes = [...probe.main.querySelectorAll("*")];
    probe.markup = probe.main.outerHTML;
    new MutationObserver((list) => (probe.changes += list.length)).observe(probe.main, {
      attributes: true, characterData: true, childList: true, subtree: true,
    });
  });
  probe.untouched = () =>
    probe.main.isConnected &&
    probe.main === document.querySelector("main") &&
    probe.markup === probe.main.outerHTML &&
    probe.nodes.every((node, at) => probe.main.querySelectorAll("*")[at] === node);

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await original.apply(WebAssembly, args);
      probe.memory = (result.instance ?? result).exports.memory;
      return result;
    };
  }
})();
