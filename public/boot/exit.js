// Exit this page, after GOV.UK's component of that name: the page is covered at once, and the
// page that the reader goes to takes its place in the history. Shift three times does the
// same; not in a frame, and not while the reader is typing.
const exit = document.querySelector(".exit");

function leave(event) {
  event?.preventDefault();
  document.documentElement.classList.add("leaving");
  document.title = "Loading";
  location.replace(exit.href);
}

exit?.addEventListener("click", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) leave(event);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) document.documentElement.classList.remove("leaving");
});

const status = document.getElementById("status");
let presses = 0;
let forget;
if (exit && window === window.top) {
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || event.target.closest?.("input, textarea, select")) {
      presses = 0;
      return;
    }
    presses += 1;
    clearTimeout(forget);
    if (presses === 3) return leave();
    const left = 3 - presses;
    if (status) status.textContent = `Press Shift ${left} more ${left === 1 ? "time" : "times"} to exit this page.`;
    forget = setTimeout(() => {
      presses = 0;
      if (status) status.textContent = "";
    }, 5000);
  });
}
