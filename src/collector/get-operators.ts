import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { OperatorListSchema } from '../protocol/operator.ts';
import type { CollectorParts } from './app.ts';
import { bodyOf, problems } from './route-doc.ts';

export const getOperatorsDoc = describeRoute({
  summary: 'The operators that figures can be asked for, and in which months which AS numbers are theirs',
  responses: {
    200: { description: 'The operators', content: bodyOf('OperatorList', OperatorListSchema) },
    304: { description: 'Still what If-None-Match names' },
    ...problems({}),
  },
});

/** `GET /v1/operators`. Its list, written into a file, is an OPERATORS_FILE. */
export const getOperators =
  ({ operators }: CollectorParts): Handler =>
  (context) =>
    context.json({ operators: operators.published });
