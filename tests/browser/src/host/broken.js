// Nothing that a script of others needs works.
spoil(EventTarget.prototype, "addEventListener", "dispatchEvent");
spoil(window, "MessageChannel", "postMessage", "requestAnimationFrame", "setTimeout");
spoil(Element.prototype, "attachShadow", "getAttribute");
spoil(document, "createElement");
