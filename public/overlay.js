// Shows overlay.json: contacts and a notice of the organisation that keeps this copy of the site.
// By the rules of crates/content/src/overlay.rs; what breaks one of them is not shown at all. The
// words are somebody else's: they go into the page as text, in a box that says whose they are.
const site = new URL("..", import.meta.url);
const LONGEST = 32 * 1024;
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\u{e0000}-\u{10ffff}]/u;
const MARKUP = /<[a-z/!?]/i;
const PHONE = /^[0-9+(][0-9 ()-]*[0-9]$/;
const EMAIL = /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

// A sheet of its own: pages without a box do without its style, too.
const STYLE = `
.overlay {
  max-inline-size: var(--page);
  margin: 0 auto 3rem;
  padding-inline: var(--edge);
}
.overlay > div {
  max-inline-size: var(--measure);
  padding: 1rem;
  border: 3px dashed var(--care);
  background: var(--warm);
}
.overlay h2 {
  margin-block-start: 0;
  font-size: var(--medium);
}
.overlay ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.overlay li {
  margin-block: 1rem 0;
  break-inside: avoid;
}
.overlay li > * {
  display: block;
}
.overlay a {
  inline-size: fit-content;
  line-height: var(--target);
}
@media print {
  .overlay {
    max-inline-size: none;
    padding-inline: 0;
  }
}`;

function ensure(holds, problem) {
  if (!holds) throw new Error(problem);
}

// What the host has under a name; nothing if it has nothing.
async function load(name) {
  const response = await fetch(new URL(name, site), { cache: "no-cache", redirect: "error", signal: AbortSignal.timeout?.(10_000) });
  if (response.status === 404 || response.status === 410) return;
  ensure(response.ok, `the host answers with status ${response.status}`);
  return response;
}

// What it says, unless that is too long: then no more of it is read.
async function text(response) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = response.body.getReader();
  let all = "";
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LONGEST) await reader.cancel();
    ensure(size <= LONGEST, "it is too large");
    all += decoder.decode(part.value, { stream: true });
  }
  return all + decoder.decode();
}

// An object with no other fields than these.
function fields(value, ...known) {
  ensure(value !== null && typeof value === "object" && !Array.isArray(value), "fields are missing");
  const other = Object.keys(value).find((name) => !known.includes(name));
  ensure(other === undefined, "it has an unknown field");
  return value;
}

function words(value, name, most) {
  ensure(typeof value === "string" && value.trim() !== "" && [...value].length <= most, `${name} is no text, or too long`);
  ensure(!UNSEEN.test(value) && !MARKUP.test(value), `${name} has letters that are not shown`);
}

function check(overlay, names) {
  const { format, organisation, notice, contacts = [], review_by } = fields(overlay, "format", "organisation", "notice", "contacts", "review_by");
  ensure(format === "lscb-overlay-1", "it is of another format");
  words(organisation, "organisation", 80);
  if (notice !== undefined) words(notice, "notice", 600);
  ensure(Array.isArray(contacts) && contacts.length <= 20, "contacts is no list, or too long");
  ensure(notice !== undefined || contacts.length, "it says nothing");
  for (const contact of contacts) {
    const { name, phone, email, note } = fields(contact, "name", "phone", "email", "note");
    words(name, "name", 80);
    ensure(phone === undefined || (typeof phone === "string" && phone.length <= 40 && PHONE.test(phone)), "phone is none");
    ensure(email === undefined || (typeof email === "string" && email.length <= 120 && EMAIL.test(email)), "email is none");
    if (note !== undefined) words(note, "note", 120);
    ensure(phone ?? email ?? note, "a contact has no way to get in touch");
  }
  if (review_by !== undefined) {
    const isDay = typeof review_by === "string" && /^\d{4}-\d\d-\d\d$/.test(review_by) && !Number.isNaN(Date.parse(review_by));
    ensure(isDay && new Date(review_by).toISOString().startsWith(review_by), "review_by is no day");
  }
  // Nobody else speaks in the board's name.
  const folded = (name) => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const isBoard = names.map(folded).some((name) => name && folded(organisation).includes(name));
  ensure(!isBoard, "the organisation goes by the board’s own name");
}

function add(parent, name, text, href) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (href) element.href = href;
  parent.append(element);
  return element;
}

// Below the text, so that nothing moves that is being read; outside of what the app draws.
function draw({ organisation, notice, contacts = [], review_by }, title) {
  const box = document.createElement("aside");
  box.className = "overlay";
  box.setAttribute("aria-label", `From ${organisation}`);
  const inside = add(box, "div");
  add(inside, "h2", `Added by ${organisation}`);
  add(inside, "p", `This box is not from ${title}.`);
  if (review_by && Date.parse(review_by) + 86_400_000 <= Date.now()) {
    const day = new Date(review_by).toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
    add(inside, "p", `It was to be checked by ${day}. It may be out of date.`);
  }
  if (notice) add(inside, "p", notice);
  const list = contacts.length ? add(inside, "ul") : undefined;
  for (const { name, phone, email, note } of contacts) {
    const item = add(list, "li");
    add(item, "strong", name);
    if (phone) add(item, "a", phone, `tel:${phone.replace("(0)", "").replace(/[ ()-]/g, "")}`);
    if (email) add(item, "a", email, `mailto:${email}`);
    if (note) add(item, "span", note);
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.getElementById("main").after(box);
}

export async function show() {
  const response = await load("overlay.json");
  if (!response) return;
  const overlay = JSON.parse(await text(response));
  const release = await load("release.json");
  const { title, short_title = "" } = await release.json();
  check(overlay, [title, short_title]);
  draw(overlay, title);
}
