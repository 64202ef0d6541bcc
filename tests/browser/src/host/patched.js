// Libraries of another age, and what watches over pages: all lists and promises are theirs,
// every listener is wrapped, and everything has one property more.
tamper(Array.prototype, "at", "concat", "every", "filter", "find", "forEach", "includes", "indexOf", "join", "map");
tamper(Array.prototype, "pop", "push", "reduce", "shift", "slice", "some", "sort", "splice", "unshift");
tamper(Array, "from", "of");
tamper(Promise.prototype, "then", "catch", "finally");
tamper(Element.prototype, "closest", "insertAdjacentElement", "matches", "querySelectorAll", "remove", "before", "after");
tamper(window, "fetch", "postMessage", "getSelection");
Object.prototype.extra = Array.prototype.more = () => "everywhere";

const { addEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  const wrapped = typeof listener === "function" ? (event) => listener.call(this, event) : listener;
  return addEventListener.call(this, type, wrapped, options);
};
// Once the page is there, what it needed is gone.
addEventListener.call(window, "load", () => {
  tamper(window, "requestAnimationFrame", "MessageChannel");
  tamper(EventTarget.prototype, "addEventListener");
});
