// Exit this page, after GOV.UK's component of that name: the page is covered at once, and the
// page that the reader goes to takes its place in the history. Shift three times does the
// same; not in a frame, and not while the reader is typing.
const exit = document.querySelector(".exit");
const status = document.getElementById("status");
const root = document.documentElement;
let title;

function leave(event) {
  event?.preventDefault();
  root.classList.add("leaving");
  title = document.title;
  document.title = "Loading";
  location.replace(exit.href);
}

// Back, while the other page is on its way: the reader stays.
function stay() {
  if (!root.classList.contains("leaving")) return;
  root.classList.remove("leaving");
  document.title = title;
  restart();
}

exit?.addEventListener("click", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) leave(event);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) stay();
});
addEventListener("popstate", stay);

// Shift held for anything else is no sign of wanting to leave: another key, before it or after it
// (Alt and Shift change the keyboard's language), the mouse, its wheel, a finger, another window.
const typed = "textarea, select, input:not([type=radio], [type=checkbox])";
let presses = 0;
let alone = false;
let forget;

function say(text) {
  if (status) status.textContent = text;
}

function restart() {
  clearTimeout(forget);
  if (presses) say("");
  presses = 0;
}

function pressed() {
  if (root.classList.contains("leaving")) return;
  presses += 1;
  clearTimeout(forget);
  if (presses === 3) return leave();
  const left = 3 - presses;
  say(`Press Shift ${left} more ${left === 1 ? "time" : "times"} to exit this page.`);
  forget = setTimeout(restart, 5000);
}

if (exit && window === window.top) {
  const other = () => {
    alone = false;
    restart();
  };
  for (const type of ["pointerdown", "wheel", "touchstart", "dragstart", "blur"]) {
    addEventListener(type, other, { passive: true });
  }
  addEventListener("keydown", (event) => {
    // Who presses it for long presses it once.
    if (event.repeat && event.key === "Shift") return;
    if (event.key === "Shift" && !(event.ctrlKey || event.altKey || event.metaKey)) alone = true;
    else other();
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    if (alone && !event.target.closest?.(typed)) pressed();
    else restart();
    alone = false;
  });
}
