/** Text and its background (WCAG 2.2, 1.4.3). */
export const MIN_CONTRAST = 4.5;

/** The element's own white and its own ink, for text on an accent. */
const TEXTS = ['#ffffff', '#0f1a2e'] as const;

/** `#rrggbb` → relative luminance, 0 to 1. */
const luminance = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** What text on a colour should be written in. */
export const textOn = (colour: string): string =>
  contrast(colour, TEXTS[0]) >= contrast(colour, TEXTS[1]) ? TEXTS[0] : TEXTS[1];
