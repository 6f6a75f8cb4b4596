// Plain JavaScript, as its users are: Node reads reporters before it can read TypeScript.
import { appendFileSync } from 'node:fs';

/** One failure as the end of `npm test` repeats it: where, what, why. */
export const failure = (where, name, why) => `✖ ${where}\n  ${name}\n  ${why.trim().replaceAll('\n', '\n  ')}\n`;

/** Remembers it for that end, if a `npm test` listens. */
export const remember = (text) => {
  const { TEST_FAILURES } = process.env;
  if (TEST_FAILURES) appendFileSync(TEST_FAILURES, text);
};
