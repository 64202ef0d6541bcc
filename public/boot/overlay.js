// What the keeper of a copy within an organisation has added to it (docs/intranet.md). The address of
// such a copy says that it is one, so that nobody else pays a request to learn that there is nothing:
// "intranet" in its path or its name, a name without a dot, one that the internet never gives
// (RFC 6762, RFC 8375; ICANN, ".internal"), a private number (RFC 1918, RFC 4193).
const { hostname, pathname } = new URL("..", import.meta.url);
const SAYS_SO = /(^|[-./])intranet([-./]|$)/i;
const WITHIN = /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+)+$|^\[f[cd]|^(?!localhost$)[^.:]+$|\.(local|internal|lan|corp|home\.arpa)$/;

if (SAYS_SO.test(`${hostname}/${pathname}`) || WITHIN.test(hostname)) {
  import("overlay").then((it) => it.show()).catch((error) => console.warn("overlay.json is not shown:", error.message));
}
