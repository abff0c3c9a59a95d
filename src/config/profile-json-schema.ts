import { toJSONSchema } from 'zod/mini';
import { profileSchema } from './profile-schema.ts';
import { documentation } from './value-schemas.ts';

type JsonSchema = Record<string, unknown>;

/** The JSON Schema (draft 7, which editors of YAML read) of a quality profile file. The same object every time. */
export function profileJsonSchema(): JsonSchema {
  const schema = toJSONSchema(profileSchema, {
    io: 'input',
    target: 'draft-7',
    metadata: documentation,
    override: ({ jsonSchema }) => mergeNull(jsonSchema),
  });
  const { $schema, ...rest } = schema;
  return { $schema, title: 'codescene-pr quality profile', ...rest };
}

/** Writes "this map or nothing" as one type, which editors complete better than an alternative. */
function mergeNull(schema: JsonSchema): void {
  const alternatives = schema.anyOf;
  if (!Array.isArray(alternatives) || alternatives.length !== 2) return;
  const [first, second] = alternatives as JsonSchema[];
  if (second?.type !== 'null' || typeof first?.type !== 'string') return;
  delete schema.anyOf;
  Object.assign(schema, first, { type: [first.type, 'null'] });
}
