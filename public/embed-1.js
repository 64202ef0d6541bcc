// What a host's page loads beside frames of this site (docs/embedding.md). It gives each frame the
// height of its text, and defines <lscb-section>, which makes a frame by itself. Pages of others pin
// the hash of this file: once it has been released, a change to it is a file of another name.
//
// The host may be anything. What its other scripts could change later is taken at once; where
// something fails all the same, nothing is said and the level below is left: a frame of fixed height,
// or the words inside of <lscb-section>. Of the host, nothing is touched but the registry of elements.
(() => {
  try {
    const { origin: host, MessageChannel, requestAnimationFrame } = window;
    const NAME = "lscb-section";
    const PATH = /^embed(\/[a-z0-9-]+)+\/$/;
    const script = document.currentScript?.src;
    if (!script) return;
    const site = new URL(".", script).href;
    // Once a page; that of a second site has only its own frames to see to.
    const known = customElements.get(NAME);
    if (known?.site === site) return;

    // The frames of the page, those that come later included.
    const frames = document.getElementsByTagName("iframe");
    const isOurs = (frame) => frame.src.startsWith(`${site}embed/`);
    // What is known of a frame, by its window; it goes when that goes.
    const states = new WeakMap();

    const quietly = (act) => (given) => {
      try {
        act(given);
      } catch {}
    };

    // Anybody may send anything. What is not of the protocol is not answered.
    function receive({ data, origin, source }) {
      const { lscb, type, path, title, height } = data;
      const isText = (text) => typeof text === "string" && text.length <= 300;
      const hasHeight = Number.isFinite(height);
      const hasPage = isText(path) && PATH.test(path) && isText(title);
      const isFit = { ready: hasHeight && hasPage, height: hasHeight, route: hasPage }[type] === true;
      if (lscb !== 1 || !isFit || !source) return;
      let state = states.get(source);
      for (const frame of state ? [] : frames) {
        if (frame.contentWindow === source && isOurs(frame)) states.set(source, (state = { frame }));
      }
      if (!state) return;
      // A frame in a sandbox has no origin, nor has any on a page that is in one itself.
      const { sandbox } = state.frame;
      const isConfined = host === "null" || (sandbox.length && !sandbox.contains("allow-same-origin"));
      if (origin !== (isConfined ? "null" : new URL(site).origin)) return;

      // However many come, a frame is seen to once before it is drawn, by the last of each type.
      if (!state.news) {
        state.news = {};
        requestAnimationFrame(quietly((now) => {
          const { ready, route, height } = state.news;
          state.news = null;
          if (height) resize(state, Math.ceil(Math.min(Math.max(height.height, 80), 20000)), now);
          if (ready) {
            // A port to each document, for what nobody else may tell it.
            const { port1, port2 } = new MessageChannel();
            source.postMessage({ lscb: 1, type: "hello" }, isConfined ? "*" : origin, [port2]);
            state.port = port1;
            state.tell?.(ready);
          }
          if (route) state.tell?.(route);
        }));
      }
      state.news[type] = data;
      if (hasHeight) state.news.height = data;
    }

    // A layout may answer to the height: a scroll bar comes, the text wraps, the frame grows, the
    // scroll bar goes. What falls soon after it rose, again and again, stays up.
    function resize(state, height, now) {
      const { frame } = state;
      if (!(now - state.rose < 1000)) state.turns = 0;
      if (height < state.height) {
        if (state.isRising && state.turns++ > 2) return;
        state.isRising = false;
      } else if (height > state.height) {
        state.isRising = true;
        state.rose = now;
      }
      state.height = height;
      // The styles of hosts like to say `height: auto !important` of all frames, and borders.
      const border = frame.offsetHeight - frame.clientHeight;
      frame.style.setProperty("height", `${height + border}px`, "important");
      // Where a browser can size frames by itself, it may.
      frame.style.setProperty("frame-sizing", "content-block-size");
    }

    addEventListener("message", quietly(receive));
    // Those that were there before are asked to say again what nobody has heard.
    for (const frame of frames) {
      if (isOurs(frame)) frame.contentWindow.postMessage({ lscb: 1, type: "hello" }, "*");
    }
    if (known) return;

    const CHOICES = [
      ["theme", "auto|light|dark|host"],
      ["density", "comfortable|compact"],
      ["heading", "1|2|3|4|5|6"],
      ["lang", "[\\w-]+"],
      ["height", "\\d+"],
    ];
    // A sheet that a script makes: a policy of the host may forbid any other.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host, slot { display: block; position: relative }
      :host([hidden]) { display: none }
      iframe { position: absolute; width: 100%; height: 100%; border: 0; visibility: hidden }
      .ready { position: static; display: block; visibility: inherit }
      .ready + slot { display: none }
      @media print { iframe { display: none } .ready + slot { display: block } }
    `);

    customElements.define(NAME, class extends HTMLElement {
      static site = site;
      static observedAttributes = ["page", "section", "embed", "title", "theme", "density", "heading", "lang"];
      #state = {};
      #root;
      #plan;

      connectedCallback() {
        this.attributeChangedCallback();
      }

      // Attributes change one by one.
      attributeChangedCallback() {
        clearTimeout(this.#plan);
        this.#plan = setTimeout(quietly(() => this.isConnected && this.#update()));
      }

      #update() {
        const get = (name) => this.getAttribute(name) ?? "";
        const tell = (type, detail) =>
          this.dispatchEvent(new CustomEvent(`lscb-${type}`, { bubbles: true, composed: true, detail }));
        const fail = (reason) => tell("error", { reason });
        const kind = get("page") ? "page" : get("section") && "section";
        const path = `embed/${kind}/${get(kind || "embed")}/`.replace(/\/+/g, "/");
        if (!PATH.test(path)) fail(`${path} is no address`);
        const query = {};
        for (const [name, choices] of CHOICES) {
          const value = get(name);
          if (!RegExp(`^(${choices})?$`).test(value)) fail(`${name}="${value}" does not fit ${choices}`);
          if (value && name !== "height") query[name] = value;
        }
        // The page in the frame takes the host's colours only as a set that can be read.
        const styles = getComputedStyle(this);
        for (const name of ["ink", "paper", "link"]) {
          const colour = styles.getPropertyValue(`--lscb-${name}`).trim();
          if (colour) query[name] = colour.replace("#", "");
          if (colour) query.theme ??= "host";
        }

        // A frame takes over other colours as it stands. For anything else there is another one,
        // since to lead a frame elsewhere adds to the history of the page.
        const address = path + get("density") + get("heading") + get("lang");
        let state = this.#state;
        if (state.address !== address) {
          const frame = document.createElement("iframe");
          const slot = document.createElement("slot");
          this.#state = state = { frame, address };
          slot.style.minHeight = `${get("height")}px`;
          frame.loading = "lazy";
          frame.referrerPolicy = "no-referrer";
          frame.src = `${site}${path}?${new URLSearchParams(query)}`;
          frame.onload = () => setTimeout(() => {
            if (state === this.#state && !state.height) fail("The frame does not answer");
          }, 10000);
          this.#root ??= this.attachShadow({ mode: "open" });
          this.#root.adoptedStyleSheets = [sheet];
          this.#root.replaceChildren(PATH.test(path) ? frame : "", slot);
        }
        const { frame } = state;
        const paint = () => state.port?.postMessage({ theme: "auto", ...query, lscb: 1, type: "theme" });
        paint();
        state.tell = ({ type, path, title }) => {
          if (type === "ready") {
            // Whoever is at the link already is not sent away from it.
            if (!this.contains(document.activeElement)) frame.className = type;
            paint();
          }
          frame.title ||= title;
          tell(type, { path, title, height: state.height });
        };
        frame.title = this.title || this.querySelector("a")?.textContent || "";
        states.set(frame.contentWindow, state);
      }
    });
  } catch {}
})();
