import { toJsonSchema } from '@valibot/to-json-schema';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { PROBLEM_CONTENT_TYPE, ProblemSchema } from '../protocol/problem.ts';

/** OpenAPI 3.1 speaks this dialect of JSON Schema. */
const DIALECT = { target: 'draft-2020-12' } as const;

type ObjectSchema = v.ObjectSchema<v.ObjectEntries, undefined>;
type Parameter = Extract<NonNullable<RouteDoc['parameters']>[number], { in: string }>;
type RouteDoc = Parameters<typeof describeRoute>[0];
type Content = NonNullable<Extract<RouteDoc['requestBody'], { content: unknown }>>['content'];

/** A body of one of the protocol's schemas, listed once by its name. */
export const bodyOf = (name: string, schema: ObjectSchema, mediaType = 'application/json'): Content => ({
  [mediaType]: { schema: resolver(v.pipe(schema, v.metadata({ ref: name })), { options: DIALECT }) },
});

/** The problems that an address answers with, by status. */
export const problems = (
  why: Readonly<Record<number, string>>,
): Record<number, { readonly description: string; readonly content: Content }> =>
  Object.fromEntries(
    Object.entries({ ...why, 500: 'The collector failed' }).map(([status, description]) => [
      status,
      { description, content: bodyOf('Problem', ProblemSchema, PROBLEM_CONTENT_TYPE) },
    ]),
  );

/** A parameter of the path or the query, as its schema has it. */
export const parameter = (
  place: 'path' | 'query',
  name: string,
  { schema, description }: { readonly schema: v.GenericSchema; readonly description: string },
): Parameter => {
  const dialect = toJsonSchema(schema, DIALECT);
  delete dialect.$schema; // OpenAPI 3.1 names it once for the whole document
  return {
    in: place,
    name,
    description,
    required: place === 'path',
    schema: dialect as NonNullable<Parameter['schema']>,
  };
};
