// An open menu lies over what comes after it: it closes once the focus goes there (WCAG 2.4.11).
const sections = document.getElementById("sections");
addEventListener("focusin", (event) => {
  if (!event.target.closest?.(".menu, #sections")) sections?.hidePopover?.();
});
