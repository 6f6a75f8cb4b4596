import * as v from 'valibot';
import { SettingError } from '../node/environment.ts';
import { VIETNAMESE_OPERATORS } from '../node/operators-vn.ts';
import { OperatorSchema, type Operator } from '../protocol/operator.ts';
import { createOperatorRegistry, type OperatorRegistry, overlapOf } from './operator-registry.ts';
import { readList } from './read-list.ts';

/** The table that an operator of a collector keeps, or the one of Vietnamese operators. */
export const readOperatorsFile = async (file: string | null): Promise<OperatorRegistry> => {
  if (file === null) return createOperatorRegistry(v.parse(v.array(OperatorSchema), VIETNAMESE_OPERATORS));
  const operators = await readList(file, {
    schema: OperatorSchema,
    key: 'id',
    things: 'operators',
    setting: 'OPERATORS_FILE',
  });
  const clash = findClash(operators);
  if (clash) throw new SettingError(`${file}: ${clash}`);
  return createOperatorRegistry(operators);
};

/** A line can have one operator at a time. */
const findClash = (operators: readonly Operator[]): string | null => {
  const spans = operators.flatMap(({ id, asns }) => asns.map((span) => ({ id, span })));
  for (const [index, { id, span }] of spans.entries())
    for (const other of spans.slice(index + 1)) {
      const both = span.asn === other.span.asn ? overlapOf(span, other.span) : null;
      if (both)
        return (
          `AS ${span.asn} is ${id}'s and ${other.id}'s at once ${both.from === null ? '' : `from ${both.from} `}` +
          `${both.to === null ? 'on' : `to ${both.to}`}. End one with "to" before the other begins with "from".`
        );
    }
  return null;
};
