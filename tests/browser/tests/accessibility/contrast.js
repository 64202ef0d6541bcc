// How many pixels differ between two pictures (base64) by 3:1 or more, as WCAG 2.2 counts
// contrast. Arguments: the pictures and a callback.
const [one, other, done] = arguments;
const pixels = async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
};
const luminance = (data, at) => {
  const [r, g, b] = [0, 1, 2].map((channel) => {
    const c = data[at + channel] / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
Promise.all([pixels(one), pixels(other)]).then(([a, b]) => {
  let count = 0;
  for (let at = 0; at < Math.min(a.length, b.length); at += 4) {
    const [dark, light] = [luminance(a, at), luminance(b, at)].sort((x, y) => x - y);
    if ((light + 0.05) / (dark + 0.05) >= 3) count += 1;
  }
  done(count);
});
