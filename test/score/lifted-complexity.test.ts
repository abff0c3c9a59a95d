import { describe, expect, it } from 'vitest';
import { complexMethod, fileFinding, itemsOf, largeMethod, score } from './score-findings.ts';

describe('the least that complex methods cost a file', () => {
  it('is charged as well where other functions are not complex', () => {
    expect(itemsOf(score(complexMethod(10, 'a'), largeMethod(100, 'b')))).toEqual([
      ['complex-method', 'a', 0.9],
      ['complex-method', null, 0.1],
      ['large-method', 'b', 1.7],
    ]);
  });

  it('comes off the first large methods alone, and off all of them together once', () => {
    const result = score(complexMethod(10, 'a'), largeMethod(100, 'b'), largeMethod(100, 'c'));
    expect(itemsOf(result).slice(2)).toEqual([
      ['large-method', 'b', 1.7],
      ['large-method', 'c', 1.8],
    ]);
    expect(result.penaltyPoints).toBe(4.5);
  });

  it('is nothing where nothing is found', () => {
    expect(score()).toEqual({ score: 10, penaltyPoints: 0, items: [] });
  });
});

describe('what is charged once a file by its value', () => {
  it.each([
    ['large-assertion-blocks', 5, 8, 4],
    ['duplicated-assertion-blocks', 3, 6, 3],
    ['lines-of-code-in-a-single-file', 1000, 2000, 3.6],
  ])('goes by the largest one: %s', (smell, less, more, points) => {
    expect(score(fileFinding(smell, less), fileFinding(smell, more)).penaltyPoints).toBe(points);
    expect(score(fileFinding(smell, more), fileFinding(smell, less)).penaltyPoints).toBe(points);
  });
});
