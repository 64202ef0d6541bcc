// The relative luminance of a colour of three channels from 0 to 255 (WCAG 2.2, "relative luminance").
const luminance = (colour) => {
  const [red, green, blue] = colour.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
