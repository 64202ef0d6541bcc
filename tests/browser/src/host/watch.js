// The first script of a host: it writes down how the page was, and what goes wrong.
(() => {
  const names = () =>
    Object.getOwnPropertyNames(window).filter((name) => !/^\d+$|^\$?cdc_|^se_|^(ret_nodes|host|probe|axe|settled|leftBehind)$/.test(name));
  // Without an origin there is no storage, and asking for it throws.
  const stored = () => {
    try {
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
    } catch {
      return "none";
    }
  };
  const before = new Set(names());
  const start = { stored: stored(), length: history.length };
  window.host = {
    // What is not as it was.
    changes() {
      const changes = names().filter((name) => !before.has(name)).map((name) => `a global ${name}`);
      if (stored() !== start.stored) changes.push(`stored: ${stored()}`);
      if (history.length !== start.length) changes.push(`history: ${start.length}, now ${history.length}`);
      if (document.activeElement !== document.body) changes.push(`focus: ${document.activeElement?.localName}`);
      return changes;
    },
    events: [],
  };
  for (const type of ["lscb-ready", "lscb-route", "lscb-error"]) {
    document.addEventListener(type, ({ target, detail }) => {
      host.events[host.events.length] = { type, id: target.id, detail };
    });
  }
  const errors = [];
  window.probe = { errors };
  addEventListener("error", (event) => errors.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => errors.push(`rejected: ${event.reason}`));
  const complain = console.error;
  console.error = (...words) => {
    errors.push(words.join(" "));
    complain.apply(console, words);
  };
})();
