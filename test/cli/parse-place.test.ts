import { describe, expect, it } from 'vitest';
import { parsePlace } from '../../src/cli/parse-place.ts';

describe('parsePlace', () => {
  it.each([
    ['src/a.ts', 'src/a.ts', null],
    ['src/a.ts:12', 'src/a.ts', 12],
    ['src/a.ts:12:5', 'src/a.ts', 12],
    ['src/a.ts:0', 'src/a.ts', 0],
    ['C:\\project\\a.ts', 'C:\\project\\a.ts', null],
    ['C:\\project\\a.ts:7', 'C:\\project\\a.ts', 7],
    ['C:/project/a.ts:7:1', 'C:/project/a.ts', 7],
    ['a:b.ts', 'a:b.ts', null],
    ['a.ts:', 'a.ts:', null],
    ['a.ts:12x', 'a.ts:12x', null],
    ['a.ts:99999999999', 'a.ts:99999999999', null],
    [':12', ':12', null],
    ['line\nfeed.ts:3', 'line\nfeed.ts', 3],
  ])('reads %j as %j at line %s', (text, path, line) => {
    expect(parsePlace(text)).toEqual({ path, line });
  });
});
