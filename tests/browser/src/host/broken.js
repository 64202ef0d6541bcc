// Nothing that a script of others needs works.
tamper(EventTarget.prototype, "addEventListener", "dispatchEvent");
tamper(window, "MessageChannel", "postMessage", "requestAnimationFrame", "setTimeout");
tamper(Element.prototype, "attachShadow", "getAttribute");
tamper(document, "createElement");
