import * as z from 'zod';
import { resultSchema } from './result-schema.ts';
import { reviewSchema } from './review-schema.ts';

const anyResult = z.union([
  resultSchema.meta({ title: 'Result of check', description: 'The delta of a pull request and its gates.' }),
  reviewSchema.meta({ title: 'Result of review', description: 'Whole files scored as they are.' }),
]);

/** JSON Schema of the result files of `check` and `review` (draft 2020-12), made of the schemas that read them. */
export function resultJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(anyResult, {
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
    description:
      'What "codescene-pr check --format json" and "codescene-pr review --format json" print: the latter has "kind": "review".',
    ...schema,
  };
}
