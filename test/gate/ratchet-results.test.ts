import { describe, expect, it } from 'vitest';
import { judgeRatchet } from '../../src/gate/index.ts';

const floor = { minScore: 8, maxRedFiles: 1, maxRedAndYellowFiles: 2 };
const summary = { score: 8, bands: { optimal: 1, green: 1, yellow: 1, red: 1 } };

describe('the result of the ratchet', () => {
  it.each([
    ['off', summary, null, true],
    ['not-applicable', summary, { path: 'r', floor: null }, true],
    ['not-applicable', { ...summary, score: null }, { path: 'r', floor }, true],
    ['not-applicable', summary, { path: 'r', floor }, false],
    ['passed', summary, { path: 'r', floor }, true],
  ])('has its name and no condition where it is %s', (status, given, ratchet, isComplete) => {
    expect(judgeRatchet(given, ratchet, isComplete)).toEqual({ gate: 'ratchet', status, conditions: [] });
  });
});
