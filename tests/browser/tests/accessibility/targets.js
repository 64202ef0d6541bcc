// Targets too small for `size` pixels (WCAG 2.2, 2.5.8 and 2.5.5): not that large, not a
// link within a sentence, and so near to another that a circle of that size around the
// middle touches it.
((size) => {
  const targets = [...document.querySelectorAll("a[href], button, summary, input, select")].filter(
    (e) => e.checkVisibility() && !e.matches(".skip-link:not(:focus)"),
  );
  const inSentence = (e) => {
    const block = e.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, address, div");
    return e.matches("a") && block && block.textContent.trim().length > e.textContent.trim().length;
  };
  // Whoever presses the label presses the control.
  const box = (e) => (e.labels?.[0] ?? e).getBoundingClientRect();
  const middle = (e) => {
    const { left, right, top, bottom } = box(e);
    return [(left + right) / 2, (top + bottom) / 2];
  };
  const isSmall = (e) => box(e).width < size - 0.5 || box(e).height < size - 0.5;
  const touches = (e, other) => {
    const [x, y] = middle(e);
    const at = box(other);
    const toBox = Math.hypot(
      Math.max(at.left - x, 0, x - at.right),
      Math.max(at.top - y, 0, y - at.bottom),
    );
    const [ox, oy] = middle(other);
    return toBox < size / 2 || (isSmall(other) && Math.hypot(ox - x, oy - y) < size);
  };
  return targets
    .filter((e) => isSmall(e) && !inSentence(e))
    .filter((e) => size > 24 || targets.some((other) => other !== e && touches(e, other)))
    .map((e) => `${Math.round(box(e).width)} by ${Math.round(box(e).height)}: ${e.outerHTML.slice(0, 90)}`);
})
