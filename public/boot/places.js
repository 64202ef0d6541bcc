// Pages with a place for a script of their own get it, also where the app shows them.
const main = document.getElementById("main");
const places = { "#copy": "offline", ".builder": "embed-builder" };

function look() {
  for (const [selector, script] of Object.entries(places)) {
    const place = document.querySelector(selector);
    // The room that is left for it is given up if it does not come.
    if (place) import(script).then((it) => it.show(), () => { place.style.minBlockSize = 0; });
  }
}

if (main && document.body.dataset.route) {
  look();
  new MutationObserver(look).observe(main, { childList: true });
}
