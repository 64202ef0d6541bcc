// What a reader loses: text that is cut off, out of the window, or under other text.
(() => {
  const lost = [];
  const root = document.documentElement;
  const name = (e) => e.outerHTML.slice(0, 90);
  if (root.scrollWidth > root.clientWidth) lost.push(`the page is ${root.scrollWidth} pixels wide`);

  const visible = [...document.body.querySelectorAll("*")].filter((e) => e.checkVisibility());
  const clips = (e) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(e);
    return { x: /hidden|clip/.test(overflowX), y: /hidden|clip/.test(overflowY), away: clipPath !== "none" };
  };
  for (const e of visible) {
    const { x, y, away } = clips(e);
    if (away) continue; // for the ear only
    if (x && e.scrollWidth > e.clientWidth + 1) lost.push(`cut off at the side: ${name(e)}`);
    if (y && e.scrollHeight > e.clientHeight + 1) lost.push(`cut off below: ${name(e)}`);
  }

  // A box that scrolls, or that only the ear is meant to find.
  const isApart = (e) => {
    for (let at = e; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflowX) || style.clipPath !== "none") return true;
      // What stays in view while the page moves has no place of its own.
      if (style.position === "fixed" || at.matches(".skip-link:not(:focus)")) return true;
    }
    return false;
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.checkVisibility() || isApart(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) texts.push({ e, box, words: node.data.trim() });
  }
  for (const { e, box, words } of texts)
    if (box.left < -0.5 || box.right > root.clientWidth + 0.5) lost.push(`out of the window: “${words}” in ${name(e)}`);

  // Boxes of text are higher than its letters: lines may touch, not lie on one another.
  for (const [at, a] of texts.entries())
    for (const b of texts.slice(at + 1)) {
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (wide > 2 && high > 0.4 * Math.min(a.box.height, b.box.height))
        lost.push(`“${a.words}” and “${b.words}” lie on one another`);
    }
  return lost.slice(0, 20);
})()
