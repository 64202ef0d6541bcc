// Messages of every shape, the same each time: `nonsense(seed)` gives the next one.
function nonsense(seed) {
  // Mulberry32, a generator of numbers that look random, by Tommy Ettinger.
  const draw = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const pick = (list) => list[draw() % list.length];
  const types = ["ready", "height", "route", "hello", "theme", "go", "title", "constructor", "__proto__", "toString", "", 1, null];
  const markup = "<img src=x onerror='window.canary = 1'><script>window.canary = 1<\/script>";
  const texts = [
    markup, "javascript:window.canary = 1", "//example.org/", "https://example.org/", "embed/page/contact/",
    "embed/page/../../", "embed//page/", "/embed/page/contact/", "embed/review/zz/", "data:text/html,<script>1<\/script>", "x".repeat(301),
    "é\u202e\u0000\ud800", "red;background:url(//example.org)", "ffffff", "#ffffff", "000000", "expression(1)", "host", "dark", "-1", "1e9",
  ];
  const numbers = [0, -1, 1, 79.5, 480, 1e9, 1e308, -1e308, NaN, Infinity, -Infinity, Number.MAX_SAFE_INTEGER, 0.1, 20001];
  const odd = [
    null, undefined, true, [], {}, [1], ["embed/page/contact/"], new Date(0), new Map([["lscb", 1]]), new Uint8Array(9),
    10n, { valueOf: 1, toString: 1 }, { length: 1e9 }, /x/, [[[[[[]]]]]],
  ];
  const anything = () => pick([() => pick(texts), () => pick(numbers), () => pick(odd)])();
  return () => {
    if (draw() % 20 === 0) return anything();
    const message = { lscb: draw() % 5 ? 1 : pick([0, 2, "1", true, [1], null, 1.5, anything()]), type: draw() % 9 ? pick(types) : anything() };
    for (const name of ["height", "path", "title", "theme", "ink", "paper", "link", "html", "src", "port"]) {
      if (draw() % 2) message[name] = anything();
    }
    // Half of them are as they should be, or are but for one member.
    if (draw() % 2) Object.assign(message, { path: "embed/page/contact/", title: "Contact", height: pick(numbers) });
    if (draw() % 2) message[pick(["path", "title", "height"])] = anything();
    return message;
  };
}
