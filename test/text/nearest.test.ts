import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const commands = ['check', 'review', 'init', 'doctor', 'explain', 'profile', 'publish', 'merge', 'schema'];

describe('the nearest word', () => {
  it.each([
    ['chek', 'check'],
    ['Check', 'check'],
    ['reviews', 'review'],
    ['doctro', 'doctor'],
    ['expl', 'explain'],
    ['prof', 'profile'],
    ['pub', 'publish'],
  ])('for %s is %s', (word, expected) => {
    expect(nearest(word, commands)).toBe(expected);
  });

  it.each(['banana', 'p', '', 'x'.repeat(1000), 'analyse'])('is none for "%s"', (word) => {
    expect(nearest(word, commands)).toBeNull();
  });

  it('is none where a start fits several words', () => {
    expect(nearest('complex', ['complex-method', 'complex-conditional'])).toBeNull();
  });

  it('is the first of equally near words', () => {
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
  });

  it('does not mind case, spaces and camelCase', () => {
    expect(nearest('maxNestingDepth', ['max-nesting-depth'])).toBe('max-nesting-depth');
    expect(nearest('Deep, Nested complexity', ['deep-nested-complexity'])).toBe('deep-nested-complexity');
  });

  it('is the word itself where the word is valid', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commands), (command) => {
        expect(nearest(command, commands)).toBe(command);
      }),
    );
  });
});
