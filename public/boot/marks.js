// Marks the words that a search has found on the page that it led to. Highlights are drawn
// over the text: nothing of the page is changed (CSS Custom Highlight API Level 1).

const MOST = 500;

// Not in the pages' own style: checkers of markup do not know it yet.
if (window.CSS?.highlights) {
  const style = new CSSStyleSheet();
  style.replaceSync("::highlight(found) { background: var(--found); color: inherit }");
  document.adoptedStyleSheets.push(style);
}

// Words of the site's language begin where no letter or figure stands before.
function expression(words) {
  // With the flag u, no other character may be escaped (ECMA-262, 22.2.1: SyntaxCharacter).
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
  escaped.sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})`, "giu");
}

function ranges(words) {
  const all = [];
  const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
  const sought = expression(words);
  while (walker.nextNode() && all.length < MOST) {
    const node = walker.currentNode;
    for (const match of node.data.matchAll(sought)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      all.push(range);
    }
  }
  return all;
}

// The first one from the place on that the address names, if the reader would not see it.
function scroll(all) {
  const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const behind = (range) => !place || place.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING;
  const first = all.find(behind);
  if (!first) return;
  const box = first.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) scrollBy(0, box.top - innerHeight / 3);
}

document.addEventListener("found", (event) => {
  if (!window.CSS?.highlights) return;
  CSS.highlights.delete("found");
  if (!event.detail.length) return;
  const all = ranges(event.detail);
  CSS.highlights.set("found", new Highlight(...all));
  scroll(all);
});
