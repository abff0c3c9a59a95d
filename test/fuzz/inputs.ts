import fc from 'fast-check';
import { mutate, numbersFrom } from './mutate.ts';

/** Of two texts one is damaged. */
export function oftenDamaged(inputs: fc.Arbitrary<Buffer>, words: readonly string[]): fc.Arbitrary<Buffer> {
  const damage = fc.option(fc.integer({ min: 1 }), { nil: null });
  return fc.tuple(inputs, damage, fc.integer({ min: 1, max: 4 })).map(([input, seed, count]) => {
    if (seed === null) return input;
    const next = numbersFrom(seed);
    return Array.from({ length: count }).reduce<Buffer>((bytes) => mutate(bytes, words, next), input);
  });
}

/** Texts made of words in any order. */
export function textOf(words: readonly string[], maxLength: number): fc.Arbitrary<Buffer> {
  return fc.array(fc.constantFrom(...words), { maxLength }).map((parts) => Buffer.from(parts.join('')));
}

/** Names that mean something elsewhere. */
const hostileNames = [
  '__proto__',
  'constructor',
  '-rf',
  'a\nb',
  'a"b',
  '\u001b[31m',
  '\u202e',
  'b/c',
  '/dev/null',
  '@',
  '',
];

/** The bytes of a path: text or not, but without a NUL, which git ends it with. */
export const pathBytes: fc.Arbitrary<Buffer> = fc.oneof(
  fc.constantFrom(...hostileNames).map((name) => Buffer.from(`${name}.ts`)),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => Buffer.from(text.replaceAll('\0', 'n'))),
  fc
    .uint8Array({ minLength: 1, maxLength: 12 })
    .map((bytes) => Buffer.from(bytes.map((byte) => (byte === 0 ? 1 : byte)))),
);

/** A full hash. */
export const hash: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 40,
  maxLength: 40,
});

/** Words of JSON, and what the files that are read have in it. */
export const jsonWords = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  'null',
  'true',
  '1e999',
  '-1',
  '"__proto__"',
  '\\u0000',
  '"kind"',
  '"partial"',
  '0.5',
];
