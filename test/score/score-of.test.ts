import { describe, expect, it } from 'vitest';
import { bandOf, scoreOf } from '../../src/score/index.ts';

describe('scoreOf', () => {
  /** Penalty points and scores of new files as CodeScene's delta analysis published them. */
  const published: readonly (readonly [number, number])[] = [
    [1, 9.68],
    [2, 9.38],
    [3, 9.09],
    [4, 8.81],
    [5, 8.54],
    [6, 8.28],
    [7.5, 7.9],
    [9, 7.55],
    [10, 7.32],
    [10.5, 7.21],
    [11, 7.1],
    [11.5, 7],
    [12, 6.89],
    [13.5, 6.59],
    [14, 6.49],
    [15, 6.3],
    [15.5, 6.21],
    [16.5, 6.03],
    [17, 5.94],
    [20.5, 5.36],
    [21.5, 5.21],
    [24.5, 4.79],
  ];

  it.each(published)('gives for %d points the published %d', (points, score) => {
    expect(scoreOf(points)).toBe(score);
  });

  it('is 10 at no points and never below 1', () => {
    expect(scoreOf(0)).toBe(10);
    expect(scoreOf(0.000001)).toBe(9.99);
    expect(scoreOf(1_000_000)).toBe(1);
  });
});

describe('bandOf', () => {
  it.each([
    [10, 'optimal'],
    [9.99, 'green'],
    [9, 'green'],
    [8.99, 'yellow'],
    [4, 'yellow'],
    [3.99, 'red'],
    [1, 'red'],
  ])('puts %d into %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });
});
