import type * as z from 'zod/mini';
import type { KeyPath } from './key-path.ts';

/** The keys that a schema allows in the map at a path; none where the schema has no such map. */
export function knownKeys(schema: z.core.$ZodType, path: KeyPath): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return knownKeys(def.innerType, path);
  if (def.type === 'union') return [...new Set(def.options.flatMap((option) => knownKeys(option, path)))];
  return knownKeysOfCollection(def, path);
}

type Definition = z.core.$ZodTypes['_zod']['def'];

function knownKeysOfCollection(def: Definition, path: KeyPath): readonly string[] {
  const [first, ...rest] = path;
  if (def.type === 'object') {
    if (first === undefined) return Object.keys(def.shape);
    const property = Object.hasOwn(def.shape, first) ? def.shape[first] : undefined;
    return property ? knownKeys(property, rest) : [];
  }
  if (first === undefined) return [];
  if (def.type === 'array') return knownKeys(def.element, rest);
  return def.type === 'record' ? knownKeys(def.valueType, rest) : [];
}
