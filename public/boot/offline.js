// A page that was read from the reader's own copy of the site says so at its foot.
if (document.body.dataset.route) {
  try {
    const workers = navigator.serviceWorker;
    workers?.addEventListener("message", ({ data }) => {
      const line = document.createElement("p");
      const day = new Date(data.kept).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
      line.id = "read-from-copy";
      line.textContent = `You are reading a copy kept on this device on ${day}.`;
      document.querySelector("footer > div").append(line);
    }, { once: true });
    workers?.controller?.postMessage("was this read from the copy?");
  } catch {
    // In a sandbox there are no workers, and not even their absence can be asked for.
  }
}
