/** Puts values in the places of their names: `fill('About {typical}.', { typical: '63 MB' })`. A name without a value stays as it is. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
