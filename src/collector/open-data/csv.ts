/** A field of a published file. */
export type Field = string | number | boolean | null;

/** RFC 4180, but for line ends of one character. Null is empty; numbers are their shortest text that reads back as the same number. */
export const csvLine = (fields: readonly Field[]): string => `${fields.map(csvField).join(',')}\n`;

const csvField = (field: Field): string => {
  if (field === null) return '';
  const text = String(field);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};
