import * as z from 'zod/mini';
import { longestPattern, patternShape, quickPattern } from './pattern-shape.ts';

interface Documentation {
  readonly description?: string;
  /** Name of a definition of the JSON Schema. */
  readonly id?: string;
}

/** The descriptions and names that the JSON Schema shows. */
export const documentation = z.registry<Documentation>();

/** Gives a schema the sentence that editors show for it. */
export function described<S extends z.core.$ZodType>(schema: S, description: string): S {
  documentation.add(schema, { ...documentation.get(schema), description });
  return schema;
}

/** Makes a schema a named definition of the JSON Schema. */
export function named<S extends z.core.$ZodType>(schema: S, id: string): S {
  documentation.add(schema, { ...documentation.get(schema), id });
  return schema;
}

const switchWords = ['on', 'off'] as const;

/** YAML 1.2 reads `on` and `off` as text. */
export type Switch = boolean | (typeof switchWords)[number];

/** A switch. Like every schema here, its error is a noun phrase that messages put behind "expected". */
export const switchSchema = named(z.union([z.boolean(), z.enum(switchWords)], 'on or off'), 'switch');

/** A switch, or something else that switches on and says more; `orMore` says in words what. */
export function switchOr<S extends z.core.$ZodType>(schema: S, orMore: string) {
  return z.union([z.boolean(), z.enum(switchWords), schema], `on, off or ${orMore}`);
}

/** What a switch says, or `null` where the value is something else. */
export function readSwitch(value: unknown): boolean | null {
  if (value === true || value === 'on') return true;
  return value === false || value === 'off' ? false : null;
}

/** A number within inclusive bounds. */
export function numberFrom(min: number, max: number) {
  const phrase = `a number from ${min} to ${max}`;
  return z.number(phrase).check(z.gte(min, phrase), z.lte(max, phrase));
}

/** A finite number without an upper bound. */
export function numberOfAtLeast(min: number) {
  const phrase = `a number of at least ${min}`;
  return z.number(phrase).check(z.gte(min, phrase));
}

/** One of a list of words. */
export function oneOf<const W extends readonly string[]>(words: W) {
  return z.enum(words, listWords(words));
}

/** `a`, `a or b`, `a, b or c`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A map with these keys and no others. An empty value (`rules:` and nothing below) is an empty map. */
export function section<S extends z.core.$ZodShape>(shape: S) {
  return z.nullable(z.strictObject(shape, 'a map of settings'));
}

const patternPhrase = 'a pattern from the root of the repository, without "!" or "/" before it';
const quickPhrase = 'a pattern with at most 3 "*" in one name and 3 "**", without "*(" or "+("';

const patternSchema = z
  .string('a pattern')
  .check(
    z.regex(patternShape, patternPhrase),
    z.maxLength(longestPattern, 'a shorter pattern'),
    z.regex(quickPattern, quickPhrase),
  );

/** One pattern or a list of them. */
export const patternsSchema = named(
  described(
    z.union(
      [
        patternSchema,
        z.array(patternSchema, 'a list of patterns').check(z.minLength(1, 'at least one pattern')),
      ],
      {
        error: 'a pattern or a list of patterns',
      },
    ),
    'Patterns (globs) relative to the root of the repository: "*" within a folder, "**" across folders.',
  ),
  'patterns',
);
