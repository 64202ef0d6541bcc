// Texts that stand before the text that the document has before them: above it in the same
// column, or left of it on the same line of a list or paragraph.
(() => {
  const isFixed = (e) => {
    for (let at = e; at; at = at.parentElement) if (getComputedStyle(at).position === "fixed") return true;
    return false;
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.checkVisibility() || e.closest("script, style, #status, .skip-link") || isFixed(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
    if (boxes.length) texts.push({ line: e.closest("p, ul, ol, dl, tr"), words: node.data.trim(), first: boxes[0], last: boxes.at(-1) });
  }
  const wrong = [];
  for (let at = 1; at < texts.length; at += 1) {
    const [before, after] = [texts[at - 1], texts[at]];
    const sameColumn = after.first.left < before.last.right && before.last.left < after.first.right;
    const above = sameColumn && after.first.bottom <= before.last.top + 1;
    const sameLine =
      before.line && before.line === after.line &&
      Math.abs(after.first.bottom - before.last.bottom) < before.last.height / 2;
    const left = sameLine && after.first.right <= before.last.left + 1;
    if (above || left) wrong.push(`“${after.words}” stands before “${before.words}”`);
  }
  return wrong;
})()
