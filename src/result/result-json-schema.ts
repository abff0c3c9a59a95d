import * as z from 'zod';
import { resultSchema } from './result-schema.ts';

/** JSON Schema of the result file (draft 2020-12), made of the schema that reads it. */
export function resultJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(resultSchema, {
    target: 'draft-2020-12',
    // A later version may add keys: a reader of this one ignores them.
    io: 'input',
    override: ({ jsonSchema }) => {
      // The range of exact integers is no part of the format.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return {
    $schema,
    $id: 'urn:codescene-pr:schema:result:1',
    title: 'codescene-pr result',
    description: 'What "codescene-pr check --format json" prints: the delta of a pull request and its gates.',
    ...schema,
  };
}
