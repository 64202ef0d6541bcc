// Whether this copy of the site is the board's, looked into once the reader opens that
// question: the signature of release.json (minisign's older form, Ed25519 of the bytes), the
// list of files that it names, and this page as the host sends it.
const site = new URL("..", import.meta.url);
const below = " The program minisign can, as below.";
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt());
const load = (file, integrity) => fetch(new URL(file, site), { cache: "no-cache", integrity });

async function isSigned(verifier, release, [, own, comment, both]) {
  const fits = (signature, data) => crypto.subtle.verify("Ed25519", verifier, signature, data);
  const encode = (text) => new TextEncoder().encode(text);
  // After the algorithm and the number of the key.
  const signature = bytes(own).slice(10);
  const trusted = encode(comment.replace("trusted comment: ", ""));
  return (await fits(signature, encode(release))) && fits(bytes(both), new Uint8Array([...signature, ...trusted]));
}

async function judge(key) {
  const [release, signature] = await Promise.all(["release.json", "release.json.minisig"].map(async (file) => {
    const response = await load(file);
    return response.ok ? response.text() : "";
  }));
  const lines = signature.split("\n");
  if (!lines[0].startsWith("untrusted comment: ")) return "This copy is not signed.";
  // “ED” in base64: minisign's newer form, of a digest that browsers do not have.
  if (lines[1]?.startsWith("RU")) return "Browsers cannot check a signature of this form." + below;
  let verifier;
  try {
    verifier = await crypto.subtle.importKey("raw", bytes(key).slice(10), "Ed25519", false, ["verify"]);
  } catch {
    return "This browser cannot check the signature here." + below;
  }
  // One that cannot be read fits nothing.
  if (!(await isSigned(verifier, release, lines).catch(() => false))) {
    return "The signature does not fit: this is not, or no longer, what the board signed.";
  }

  const { release: id, number, manifest } = JSON.parse(release);
  if (id !== document.body.dataset.release) return "There is another release by now. Load this page again.";
  try {
    const { files } = await (await load(manifest.file, manifest.integrity)).json();
    const path = location.pathname.slice(site.pathname.length).replace(/(index\.html)?$/, "index.html");
    const page = files.find(({ file }) => file === path);
    await load(path.replace("index.html", "./"), page.integrity);
  } catch {
    return "The signature fits, but this page or the list of files did not come as it was signed.";
  }

  const [seconds] = /\d+/.exec(lines[2]);
  const day = new Date(seconds * 1000).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const line = `This copy is verified: signed by the board on ${day}. It is release ${number}.`;
  // A reader who keeps the site on the device may have a newer one there.
  const kept = await (await globalThis.caches?.match(new URL("release.json", site)))?.json();
  return kept?.number - number > 0 ? `${line} It is an older copy: there is release ${kept.number}.` : line;
}

async function look(box) {
  if (!box?.matches(".release[open]")) return;
  const line = box.querySelector("[role=status]");
  line.textContent = "Looking…";
  line.textContent = await judge(box.dataset.key).catch(() => "The files to look at did not come.");
}

// It does not bubble.
addEventListener("toggle", (event) => look(event.target), true);
// The reader may have asked before this script was there.
look(document.querySelector(".release"));
