// The page on which a partner chooses what to show on pages of their own: a form, the frame as
// it will be, and the snippet to copy. What there is to choose from is what the page lists
// anyway; what a frame is called and where the whole page is, its own document says. Nothing is
// kept.
const root = new URL("..", import.meta.url);
const LONGEST_WAIT = 10_000;
// What this page, drawn before it knows its address, says in place of it.
const STAND_IN = "ADDRESS-OF-THIS-SITE";

let place;
let form;
// What was chosen.
let choice;
// Where the site is published, and the script of the last two levels: as the page's own
// snippets have them.
let address;
let script;
// The frame in the preview, what it shows, and a port to it once it is ready.
let frame;
let shown;
let port;
let waiting;
// What is known of what can be chosen, by its address, and how high frames say that they are.
const known = new Map();
const heights = new WeakMap();

export function show() {
  const found = document.querySelector(".builder");
  if (!found || found === place) return;
  place = found;
  fillIn();
  const ready = [...place.parentElement.querySelectorAll("pre")].map((it) => it.textContent);
  script = ready.join("\n").match(/<script .*<\/script>/)[0];
  address = script.match(/src="(.*?)embed-1\.js"/)[1];
  place.firstElementChild.hidden = true;
  form = controls([...place.parentElement.querySelectorAll("details")]);
  place.append(form.choices, form.outcome);
  place.addEventListener("input", update);
  update();
}

// The address of this site, wherever the page has left room for it.
function fillIn() {
  for (const code of document.querySelectorAll("main code")) {
    if (!code.textContent.includes(STAND_IN)) continue;
    code.textContent = code.textContent
      .replaceAll(`https://${STAND_IN}/`, root.href)
      .replaceAll(`https://${STAND_IN}`, root.origin)
      .replaceAll(STAND_IN, root.host);
  }
}

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const labelled = (words, control) => make("label", {}, make("span", {}, words), control);

const select = (name, choices) =>
  make("select", { name }, ...choices.map(([value, words]) => make("option", { value }, words)));

function controls(kinds) {
  const groups = kinds.map((kind) => {
    const links = [...kind.querySelectorAll("li a")];
    const options = links.map((link) => make("option", { value: link.href.slice(root.href.length) }, link.textContent));
    return make("optgroup", { label: kind.firstElementChild.textContent }, ...options);
  });
  const names = [...kinds[0].querySelectorAll("strong")].map((it) => it.textContent);
  const hints = ["works everywhere", "needs no script", "needs a small script", "needs the same script"];
  const levels = names.map((name, level) => {
    const radio = make("input", { type: "radio", name: "level", value: level });
    radio.checked = level === 1;
    return make("label", {}, radio, make("span", {}, name, make("small", {}, hints[level])));
  });
  const colour = (name, words, value) => labelled(words, make("input", { type: "color", name, value }));
  const contrast = make("p", { role: "status" });
  const colours = make("div", { class: "colours" },
    colour("ink", "Text", "#15222b"), colour("paper", "Background", "#ffffff"), colour("link", "Links", "#0a4a5f"), contrast);
  const height = labelled("Height in pixels", make("input", { type: "number", name: "height", min: 80, max: 20000, step: 20, value: 480 }));
  const looks = make("fieldset", {}, make("legend", {}, "How it looks"),
    labelled("Colours", select("theme", [["auto", "As the reader’s device"], ["light", "Light"], ["dark", "Dark"], ["host", "Those of your page"]])),
    colours,
    labelled("Its title is", select("heading", [1, 2, 3, 4, 5, 6].map((level) => [level, `a heading of level ${level}`]))),
    labelled("Spacing", select("density", [["comfortable", "Comfortable"], ["compact", "Compact"]])),
    height);
  looks.querySelector("[name=heading]").value = "2";
  const choices = make("form", { "aria-label": "What to embed" },
    labelled("What to show", make("select", { name: "what" }, ...groups)),
    make("fieldset", {}, make("legend", {}, "How to show it"), ...levels),
    looks);
  choices.addEventListener("submit", (event) => event.preventDefault());

  const preview = make("div", { class: "preview", role: "region", "aria-label": "Preview", tabindex: 0 });
  const snippet = make("textarea", { readonly: "", spellcheck: "false" });
  const copy = make("button", { type: "button" }, "Copy the snippet");
  const status = make("p", { role: "status" });
  copy.addEventListener("click", take);
  const outcome = make("div", { class: "outcome" },
    make("p", {}, "Preview"), preview, labelled("Snippet", snippet), make("div", { class: "copy" }, copy, status));
  return { choices, outcome, colours, contrast, height, looks, preview, snippet, status };
}

// What was chosen, without what is as it would be anyway.
function chosen() {
  const { what, level, theme, ink, paper, link, heading, density, height } = form.choices.elements;
  const options = {};
  if (theme.value !== "auto" && theme.value !== "host") options.theme = theme.value;
  form.colours.hidden = theme.value !== "host";
  if (theme.value === "host") {
    const faults = [["text", ink], ["links", link]].flatMap(([name, { value }]) => {
      const ratio = contrast(value, paper.value);
      return ratio < 4.5 ? [`of ${name} on the background is ${inWords(ratio)}`] : [];
    });
    say(form.contrast, faults.length
      ? `These colours are not used: the contrast ${faults.join(", that ")}. It must be 4.5 to 1 or more, or many people cannot read it.`
      : `These colours can be read: text has a contrast of ${inWords(contrast(ink.value, paper.value))}, links of ${inWords(contrast(link.value, paper.value))}.`);
    if (!faults.length) Object.assign(options, { theme: "host", ink: ink.value, paper: paper.value, link: link.value });
  }
  if (heading.value !== "2") options.heading = heading.value;
  if (density.value !== "comfortable") options.density = density.value;
  const pixels = height.validity.valid && height.value ? height.value : "480";
  return { what: what.value, level: Number(level.value), options, pixels };
}

// What is said again is not read out again.
function say(line, words) {
  if (line.textContent !== words) line.textContent = words;
}

// Rounded down: what is told is never more than there is.
const inWords = (ratio) => `${Math.floor(ratio * 10) / 10} to 1`;

// WCAG 2.2, "relative luminance" and "contrast ratio"; as in frame.js.
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function update() {
  choice = chosen();
  const { what, level, options, pixels } = choice;
  form.looks.hidden = level === 0;
  form.height.hidden = level !== 1 && level !== 2;
  say(form.status, "");
  preview(what, options);
  fit();
  const facts = known.get(what);
  // As its content, not its value: that would put the caret to its end, and focus shows the caret.
  form.snippet.textContent = facts ? snippets(what, facts, options, pixels)[level] : "";
}

const query = (options) => {
  const plain = Object.entries(options).map(([name, value]) => [name, value.replace("#", "")]);
  return plain.length ? `?${new URLSearchParams(plain)}` : "";
};

// Shows the frame. Colours are told to the one that is there; for anything else there is another
// one, since to lead a frame elsewhere adds to the history of the page.
function preview(what, { theme = "auto", ink, paper, link, ...rest }) {
  const colours = { theme, ...(ink && { ink, paper, link }) };
  const now = what + query(rest);
  if (now === shown && frame.isConnected) {
    paint(colours);
    return;
  }
  shown = now;
  port = undefined;
  const next = make("iframe", { title: "Preview", referrerpolicy: "no-referrer", src: root.href + what + query({ ...rest, ...(theme !== "auto" && colours) }) });
  if (frame?.isConnected) {
    // As high as the one before, until it has said how high it is.
    heights.set(next, heights.get(frame));
    frame.replaceWith(next);
  } else {
    form.preview.append(next);
  }
  frame = next;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    say(form.status, "The preview did not come. The ready snippets below need none.");
  }, LONGEST_WAIT);
}

function paint({ theme, ...colours }) {
  const plain = Object.entries(colours).map(([name, value]) => [name, value.slice(1)]);
  port?.postMessage({ lscb: 1, type: "theme", theme, ...Object.fromEntries(plain) });
}

// As high as its text, or as was chosen.
function fit() {
  const { what, level, pixels } = choice;
  frame.hidden = level === 0;
  frame.height = level === 1 ? pixels : heights.get(frame) ?? pixels;
  form.preview.querySelector("p")?.remove();
  const facts = known.get(what);
  if (level > 0 || !facts) return;
  form.preview.append(make("p", {}, make("a", { href: facts.full, target: "_blank", rel: "noopener" }, facts.name)));
}

// The frame speaks to the pages of partners so, too (docs/embedding.md). A frame that is gone has no
// window, nor has what it said.
addEventListener("message", ({ source, origin, data }) => {
  if (!source || source !== frame?.contentWindow || origin !== location.origin || data?.lscb !== 1) return;
  const { type, height } = data;
  if (Number.isFinite(height)) heights.set(frame, Math.ceil(Math.min(Math.max(height, 80), 20000)));
  if (type === "ready") {
    clearTimeout(waiting);
    const { what } = choice;
    // Links of a section stay in the frame: what was chosen is not what it shows then.
    if (data.path === what) known.set(what, read(frame.contentDocument));
    const { port1, port2 } = new MessageChannel();
    port = port1;
    source.postMessage({ lscb: 1, type: "hello" }, origin, [port2]);
    update();
  } else if (type === "height") {
    fit();
  }
});

// What a frame's document says of itself.
function read(page) {
  return {
    name: page.title,
    summary: page.querySelector("meta[name=description]").content,
    full: page.querySelector("link[rel=canonical]").href.replace(root.href, address),
  };
}

const escaped = (text) =>
  text.replace(/[&<>"\u00a0]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;" })[letter]);

// One a level, as the ready ones are (crates/publish/src/embed/snippet.rs).
function snippets(what, { name, summary, full }, options, pixels) {
  const title = escaped(name);
  const link = `<a href="${escaped(full)}">${title}</a>`;
  const src = address + what + query(options);
  const inFrame = `<iframe src="${escaped(src)}" title="${title}" width="100%" height="${pixels}" loading="lazy" referrerpolicy="no-referrer" style="border: 0"></iframe>\n<p>${link}</p>`;

  const [, kind, path] = what.match(/^embed\/(page|section)(\/.*)$/) ?? [];
  const which = kind ? `${kind}="${path}"` : `embed="${what.slice("embed/".length, -1)}"`;
  const { ink, paper, link: ofLinks, ...plain } = options;
  const attributes = Object.entries(plain).map(([name, value]) => ` ${name}="${value}"`).join("");
  const style = ink ? ` style="--lscb-ink: ${ink}; --lscb-paper: ${paper}; --lscb-link: ${ofLinks}"` : "";
  const words = summary ? `: ${escaped(summary)}` : "";
  const element = `<lscb-section ${which} title="${title}"${attributes}${style}><p>${link}${words}</p></lscb-section>`;
  return [`<p>${link}</p>`, inFrame, `${inFrame}\n${script}`, `${element}\n${script}`];
}

async function take() {
  try {
    await navigator.clipboard.writeText(form.snippet.value);
    say(form.status, "The snippet is copied.");
  } catch {
    form.snippet.focus();
    form.snippet.select();
    say(form.status, "The snippet is selected. Copy it with Ctrl and C, or Command and C.");
  }
}
