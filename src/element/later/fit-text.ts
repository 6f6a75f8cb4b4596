/** Width in pixels of a text at a size and weight. */
export type Measure = (text: string, size: number, weight: number) => number;

export interface Place {
  /** Pixels the text may take. */
  readonly width: number;
  readonly size: number;
  readonly weight: number;
  /** The smallest size that can still be read; what is too long then is cut. */
  readonly least: number;
}

/** A text that is never wider than its place: first it shrinks, then it ends in an ellipsis. */
export const fitText = (
  text: string,
  { width, size, weight, least }: Place,
  measure: Measure,
): { readonly text: string; readonly size: number } => {
  for (let smaller = size; smaller >= least; smaller--)
    if (measure(text, smaller, weight) <= width) return { text, size: smaller };
  const letters = Array.from(text);
  while (letters.length > 0 && measure(`${letters.join('')}…`, least, weight) > width) letters.pop();
  return { text: `${letters.join('').trimEnd()}…`, size: least };
};
