// Libraries of another age, and what watches over pages: all lists and promises are theirs,
// every listener is wrapped, and everything has one property more.
spoil(Array.prototype, "at", "concat", "every", "filter", "find", "forEach", "includes", "indexOf", "join", "map");
spoil(Array.prototype, "pop", "push", "reduce", "shift", "slice", "some", "sort", "splice", "unshift");
spoil(Array, "from", "of");
spoil(Promise.prototype, "then", "catch", "finally");
spoil(Element.prototype, "closest", "insertAdjacentElement", "matches", "querySelectorAll", "remove", "before", "after");
spoil(window, "fetch", "postMessage", "getSelection");
Object.prototype.extra = Array.prototype.more = () => "everywhere";

const { addEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  const wrapped = typeof listener === "function" ? (event) => listener.call(this, event) : listener;
  return addEventListener.call(this, type, wrapped, options);
};
// Once the page is there, what it needed is gone.
addEventListener.call(window, "load", () => {
  spoil(window, "requestAnimationFrame", "MessageChannel");
  spoil(EventTarget.prototype, "addEventListener");
});
