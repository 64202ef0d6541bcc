// The choice of colours is kept on the device once the reader has made one, and no longer
// than it differs from the device's own.
const themes = document.querySelector(".theme");

function show() {
  try {
    const kept = localStorage.getItem("theme");
    const value = kept === "light" || kept === "dark" ? kept : "system";
    themes.querySelector(`[value=${value}]`).checked = true;
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

if (themes) {
  show();
  // A page that comes back from the browser's memory has the choice of its own time.
  addEventListener("pageshow", (event) => {
    if (event.persisted) show();
  });
  themes.addEventListener("change", (event) => {
    try {
      if (event.target.value === "system") localStorage.removeItem("theme");
      else localStorage.setItem("theme", event.target.value);
    } catch {
      // As above.
    }
  });
}
