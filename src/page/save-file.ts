import type { Millis } from '../protocol/units.ts';

/** Browsers take their time to read what they save. */
const KEPT_MS: Millis = 60_000;

/** Hands a file to the browser's downloads. */
export const saveFile = (file: File): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
};

/** `i-speed-test-20261101-1500.png`: by the reader's clock. */
export const fileName = (at: Date, ending: string): string => {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `i-speed-test-${day}-${two(at.getHours())}${two(at.getMinutes())}.${ending}`;
};
