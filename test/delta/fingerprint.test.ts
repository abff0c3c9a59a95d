import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/delta/index.ts';

describe('fingerprint', () => {
  it('is the same for the same finding for ever', () => {
    expect(fingerprint('src/order.ts', 'complex-method', 'settle')).toBe('2ed4315fb4ed6f24');
    expect(fingerprint('src/order.ts', 'low-cohesion', null)).toBe('6e5705ea687b8091');
  });

  it('differs where path, smell or function differ', () => {
    const all = [
      fingerprint('a', 'b', 'c'),
      fingerprint('ab', '', 'c'),
      fingerprint('a', 'bc', ''),
      fingerprint('a', 'b', null),
      fingerprint('a', 'b', 'null'),
      fingerprint('a', 'b', ''),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('is 16 hexadecimal digits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string(), (path, name) => {
        expect(fingerprint(path, 'complex-method', name)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });
});
