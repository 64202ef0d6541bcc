// How many pixels differ between two pictures (base64) by 3:1 or more, as WCAG 2.2 counts
// contrast (luminance.js). Arguments: the pictures and a callback.
const [one, other, done] = arguments;
const pixels = async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
};
Promise.all([pixels(one), pixels(other)]).then(([a, b]) => {
  let count = 0;
  for (let at = 0; at < Math.min(a.length, b.length); at += 4) {
    const [dark, light] = [a, b].map((data) => luminance([data[at], data[at + 1], data[at + 2]])).sort((x, y) => x - y);
    if ((light + 0.05) / (dark + 0.05) >= 3) count += 1;
  }
  done(count);
});
