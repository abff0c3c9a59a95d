import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSafeJson } from '../../src/text/safe-json.ts';

describe('toSafeJson', () => {
  it('stays the same value and holds nothing raw that cannot be seen', () => {
    const value = fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(value, (given) => {
        const json = toSafeJson(given);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(given)));
        expect(json).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
