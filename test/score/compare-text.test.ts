import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/score/index.ts';

describe('compareText', () => {
  it.each([
    ['', 'a', -1],
    ['B', 'a', -1],
    ['a', 'ä', -1],
    ['a10', 'a2', -1],
    ['b', 'a', 1],
    ['a', 'a', 0],
  ])('orders %j and %j by code units', (a, b, order) => {
    expect(compareText(a, b)).toBe(order);
  });
});
