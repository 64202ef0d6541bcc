// What the keyboard reaches, told apart by the place in the document.
window.keyboard = (() => {
  const name = (e) => {
    const place = [...document.querySelectorAll("*")].indexOf(e);
    return `${place} ${e.outerHTML.slice(0, 90)}`;
  };
  const reachable = () =>
    [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
      (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !isSkipped(e),
    );
  // Radio buttons of one name are one stop: the arrow keys go on from there.
  const isSkipped = (e) => {
    if (e.type !== "radio") return false;
    const group = [...document.querySelectorAll(`input[type=radio][name="${e.name}"]`)];
    return e !== (group.find((radio) => radio.checked) ?? group[0]);
  };

  let visited = [];
  addEventListener("focusin", (event) => visited.push(name(event.target)));

  // Every part of it is in view: nothing lies over an edge or the middle.
  const isInView = (e) =>
    [...e.getClientRects()].every((box) => {
      const x = [box.left + 1, (box.left + box.right) / 2, box.right - 1];
      const y = [box.top + 1, (box.top + box.bottom) / 2, box.bottom - 1];
      return [[1, 0], [0, 1], [1, 1], [2, 1], [1, 2]].every(([i, j]) => {
        const top = document.elementFromPoint(x[i], y[j]);
        return top && (e.contains(top) || top.contains(e));
      });
    });

  // The key is let go once what it leads to has the focus and is scrolled to.
  let covered = [];
  addEventListener("keyup", ({ key, target }) => {
    if (key === "Tab" && !isInView(target)) covered.push(name(target));
  });

  // Elements of one kind look alike.
  const kind = (e) => (e ? `${e.localName}${e.className} ${kind(e.parentElement)}` : "");

  return {
    reachable: () => reachable().map(name),
    count: () => reachable().length,
    visited: () => visited.splice(0),
    // A stop behind the last one: whoever comes so far was not trapped.
    end: () => document.body.append(Object.assign(document.createElement("button"), { textContent: "End" })),
    focus: (at) => {
      const e = reachable()[at];
      e.focus();
      return document.activeElement === e;
    },
    isInView: () => isInView(document.activeElement),
    // What had the focus and was not all in view, since this was asked before.
    covered: () => covered.splice(0),
    kinds: () => reachable().map(kind),
    current: () => name(document.activeElement),
    // The outline survives forced colours, a shadow does not.
    withoutOutline: () =>
      reachable().filter((e) => {
        e.focus();
        const style = getComputedStyle(e);
        return !e.matches(":focus-visible") || style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2;
      }).map(name),
    // What to take a picture of: the element and what may be drawn around it.
    box: () => {
      const box = document.activeElement.getBoundingClientRect();
      const largest = [...document.activeElement.getClientRects()]
        .map((part) => 2 * (part.width + part.height))
        .sort((a, b) => b - a)[0];
      const x = Math.max(0, Math.floor(box.left - 8));
      const y = Math.max(0, Math.floor(box.top - 8));
      return {
        perimeter: largest,
        clip: {
          x: x + scrollX,
          y: y + scrollY,
          width: Math.min(innerWidth, Math.ceil(box.right + 8)) - x,
          height: Math.min(innerHeight, Math.ceil(box.bottom + 8)) - y,
          scale: 1,
        },
      };
    },
  };
})();
