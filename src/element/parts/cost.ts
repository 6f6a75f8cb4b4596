import { expectedBytes, hardCapBytes, type Plan } from '../../protocol/plan.ts';
import type { BitsPerSecond } from '../../protocol/units.ts';
import type { Format } from '../../page/format.ts';
import { fill } from '../../page/fill.ts';
import type { Text } from '../locales/text.ts';

/** The line in the example: near the median of fixed lines in Vietnam, and easy to scale from. */
export const EXAMPLE_LINE: BitsPerSecond = 100e6;

/** What a test costs, as a sentence: what is expected, and what it can never exceed. */
export const costSentence = (plan: Plan, text: Text, format: Format): string =>
  fill(text.cost, {
    typical: format.bytes(expectedBytes(plan, EXAMPLE_LINE)),
    line: `100\u00a0${text.megabitsPerSecond}`,
    most: most(plan, format),
  });

/** What a test can never exceed. */
export const most = (plan: Plan, format: Format): string =>
  format.bytes(hardCapBytes(plan.download) + hardCapBytes(plan.upload));
