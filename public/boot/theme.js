// The choice of colours is kept on the device once the reader has made one, and no longer
// than it differs from the device's own.
const themes = document.querySelector(".theme");
try {
  const kept = localStorage.getItem("theme");
  const choice = themes?.querySelector(`[value="${kept === "dark" ? "dark" : "light"}"]`);
  if (kept && choice) choice.checked = true;
} catch {
  // Storage is switched off: the choice holds for this page.
}
themes?.addEventListener("change", (event) => {
  try {
    if (event.target.value === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", event.target.value);
  } catch {
    // As above.
  }
});
