// On the page for addresses that have none: it is shown at any depth, so that only a script can find
// the site that it belongs to, by the first folder above with a release. Then there are better ways
// on than up: a search for the words of the address, the front page, the list of everything.
// The colours that the reader has chosen, where this device may keep them (public/boot/theme.js).
try {
  document.documentElement.dataset.theme = localStorage.getItem("theme") ?? "";
} catch {
  // Storage is switched off.
}
(async () => {
  const ways = document.querySelector(".ways");
  const folders = location.pathname.split("/");
  for (let end = folders.length - 1; end > 0; end--) {
    const path = `${folders.slice(0, end).join("/")}/`;
    const root = location.origin + path;
    const release = await fetch(`${root}release.json`).then((answer) => answer.ok && answer.json()).catch(() => {});
    if (!String(release?.format).startsWith("lscb-release/")) continue;
    const found = [[root, "the front page of this site"]];
    const search = ways.dataset.search;
    if (search) {
      let words = location.pathname.slice(path.length);
      try {
        words = decodeURIComponent(words);
      } catch {
        // A host took it as it is.
      }
      words = words.replace(/\.\w{2,5}$/, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
      found.push([root + search, "everything on this site, from A to Z"]);
      if (words) found.unshift([`${root}${search}#${new URLSearchParams({ q: words })}`, `search this site for “${words}”`]);
    }
    ways.replaceChildren(...found.map(([address, name]) => {
      const [item, link] = ["li", "a"].map((kind) => document.createElement(kind));
      link.href = address;
      link.textContent = name;
      item.append(link);
      return item;
    }));
    return;
  }
})();
