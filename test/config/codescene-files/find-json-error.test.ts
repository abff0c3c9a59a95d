import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError } from '../../../src/config/codescene-files/find-json-error.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the first place that is not JSON', () => {
  it.each([
    ['{"a": 1,}', 8, 'expected no comma before this bracket'],
    ['[1, ]', 4, 'expected no comma before this bracket'],
    ['{a: 1}', 1, 'expected a key in double quotes, or "}" to close the map'],
    ["{'a': 1}", 1, 'JSON wants double quotes'],
    ['{"a": 1 "b": 2}', 8, 'expected a comma, or the bracket that closes the list or map'],
    ['{"a" 1}', 5, 'expected a colon behind the key'],
    [
      '{"a": yes}',
      6,
      'expected a value: text in double quotes, a number, true, false, null, a list or a map',
    ],
    ['{"a": 1 // one\n}', 8, 'JSON has no comments: leave this one out'],
    ['{"a": "x\n"}', 6, 'this text is not closed on its line, or has a backslash that JSON does not know'],
    ['[[1]', 4, 'the file ends before "]" closes what is open'],
    ['{} {}', 3, 'expected nothing behind the closing bracket'],
    [' \n', 2, 'the file is empty'],
  ])('of %j is at %d', (text, offset, message) => {
    expect(findJsonError(text)).toEqual({ offset, message });
  });

  it('exists exactly where a parser of JSON throws', () => {
    const part = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"\\u00e9"', '"\\x"', '"', '0', '01', '-1.5e3', '.5', 'true'],
      ...['nul', "'b'", '\n', '\t', ' ', '\u007f', '"\u0085"', '\u00a0', '//', '#', '\ufeff'],
    );
    const verdicts = new Set<boolean>();
    const anyText = fc.oneof(
      fc.json(),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(fc.json(), fc.nat(), part).map(([json, at, added]) => {
        const index = at % (json.length + 1);
        return json.slice(0, index) + added + json.slice(index);
      }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        verdicts.add(isJson(text));
        expect(findJsonError(text) === null, text).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
    expect(verdicts.size).toBe(2);
  });

  it('is found in a text of a hundred thousand brackets, without exhausting the stack', () => {
    expect(findJsonError('['.repeat(100_000))?.offset).toBe(100_000);
    expect(findJsonError(`"${'x'.repeat(500_000)}"`)).toBeNull();
  });
});
