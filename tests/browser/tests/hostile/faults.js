// What is wrong with how the page in a frame stands: too wide, cut off, out of reach, or on
// top of something else. The way out and the notice lie over the page on purpose.
window.faults = (frame) => {
  const page = frame.contentDocument;
  const root = page.documentElement;
  const style = (e) => frame.contentWindow.getComputedStyle(e);
  const name = (e) => e.outerHTML.slice(0, 100);
  const found = new Set();
  const isOver = (e) => e.closest(".exit, #notice, #status, .skip-link");
  // Frames that scroll by themselves, each with a reason: a table, and text as it is typed.
  const scroller = (e) => e.closest(".table, pre");

  const overlap = (one, other, least) => {
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return wide > 1 && high > least;
  };
  // Calls `meet` with all pairs that share a line of pixels. `boxes` come sorted by `top`.
  const pairs = (boxes, meet) => {
    boxes.sort((one, other) => one.box.top - other.box.top);
    boxes.forEach((one, at) => {
      for (let next = at + 1; next < boxes.length && boxes[next].box.top < one.box.bottom; next += 1) meet(one, boxes[next]);
    });
  };

  const widths = () => {
    if (root.scrollWidth > root.clientWidth) found.add(`the page is ${root.scrollWidth} pixels wide, not ${root.clientWidth}`);
  };
  const cuts = (all) => {
    for (const e of all) {
      const { overflowX, overflowY } = style(e);
      if (/hidden|clip/.test(overflowX) && e.scrollWidth > e.clientWidth + 1) found.add(`cut off at the side: ${name(e)}`);
      if (/hidden|clip/.test(overflowY) && e.scrollHeight > e.clientHeight + 1) found.add(`cut off below: ${name(e)}`);
      if (/auto|scroll/.test(overflowX) && e.scrollWidth > e.clientWidth + 1 && !scroller(e)) found.add(`scrolls sideways: ${name(e)}`);
    }
  };
  const siblings = (all) => {
    for (const parent of new Set(all.map((e) => e.parentElement))) {
      const boxes = [...parent.children]
        .filter((e) => e.checkVisibility() && !isOver(e) && style(e).display !== "inline")
        .map((e) => ({ e, box: e.getBoundingClientRect() }));
      pairs(boxes, (one, other) => {
        if (overlap(one.box, other.box, 1)) found.add(`boxes overlap: ${name(one.e)} and ${name(other.e)}`);
      });
    }
  };
  // The part of a box that is in view in all the frames around it that scroll.
  const clip = (box, e) => {
    let { left, right, top, bottom } = box;
    for (let at = e; at && at !== page.body; at = at.parentElement) {
      if (style(at).overflowX === "visible") continue;
      const own = at.getBoundingClientRect();
      [left, right] = [Math.max(left, own.left), Math.min(right, own.right)];
      [top, bottom] = [Math.max(top, own.top), Math.min(bottom, own.bottom)];
    }
    return { left, right, top, bottom, height: bottom - top };
  };
  const words = () => {
    const texts = [];
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const e = node.parentElement;
      if (!node.data.trim() || !e.checkVisibility() || isOver(e)) continue;
      const range = page.createRange();
      range.selectNodeContents(node);
      // What scrolls sideways begins in view and ends anywhere.
      const own = scroller(e)?.getBoundingClientRect();
      const [left, right] = own ? [own.left, Infinity] : [0, root.clientWidth];
      for (const box of range.getClientRects()) {
        if (box.width <= 1) continue;
        const words = node.data.trim().slice(0, 40);
        if (box.left < left - 0.5 || box.right > right + 0.5) found.add(`out of reach: “${words}” in ${name(e)}`);
        const seen = clip(box, e);
        if (seen.height > 0 && seen.right > seen.left) texts.push({ box: seen, words });
      }
    }
    // Boxes of text are higher than its letters: lines may touch, not lie on one another.
    pairs(texts, (one, other) => {
      const least = 0.4 * Math.min(one.box.height, other.box.height);
      if (overlap(one.box, other.box, least)) found.add(`“${one.words}” and “${other.words}” lie on one another`);
    });
  };
  // Among words that run from right to left, too, a number is read from left to right.
  const numbers = () => {
    for (const link of page.querySelectorAll("a[href^='tel:']")) {
      const text = [...link.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && /^[\d ]+$/.test(node.data));
      if (!text || !link.checkVisibility()) continue;
      const at = (place) => {
        const range = page.createRange();
        range.setStart(text, place);
        range.setEnd(text, place + 1);
        return range.getBoundingClientRect();
      };
      const [first, last] = [at(0), at(text.data.length - 1)];
      if (Math.abs(first.top - last.top) < 2 && first.left > last.left) found.add(`a number runs backwards: ${name(link)}`);
    }
  };

  const all = [...page.body.querySelectorAll("*")].filter((e) => e.checkVisibility() && !isOver(e));
  widths();
  cuts(all);
  numbers();
  // What sticks to the window meets other things as the reader scrolls.
  for (const part of [0, 0.5, 1]) {
    frame.contentWindow.scrollTo(0, part * root.scrollHeight);
    siblings(all);
    words();
  }
  return [...found].slice(0, 12);
};
