// The choice of colours is kept on the device once the reader has made one, and no longer
// than it differs from the device's own.
const themes = document.querySelector(".theme");

// For browsers whose style cannot see which control is checked.
function paint(value) {
  if (value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

function show() {
  try {
    const kept = localStorage.getItem("theme");
    const value = kept === "light" || kept === "dark" ? kept : "system";
    themes.querySelector(`[value=${value}]`).checked = true;
    paint(value);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

if (themes) {
  show();
  // A page that comes back from the browser's memory has the choice of its own time, and so have
  // the controls of one that is loaded again on the way back: they are filled in after this.
  addEventListener("pageshow", show);
  themes.addEventListener("change", (event) => {
    paint(event.target.value);
    try {
      if (event.target.value === "system") localStorage.removeItem("theme");
      else localStorage.setItem("theme", event.target.value);
    } catch {
      // As above.
    }
  });
}
