import { describe, expect, it } from 'vitest';
import { healthy } from '../end-to-end/source-code.ts';
import { busy, type Change, report } from '../helpers/report-change.ts';

const place = (path: string, line: number, text: string) => ({
  path,
  line,
  endLine: line + text.trimEnd().split('\n').length - 1,
});

/** Where the finding stands and where the same code stands on the other side. */
const placesOf = (...changes: readonly Change[]) =>
  report(...changes).flatMap(({ findings }) =>
    findings.map(({ changeType, line, otherSide }) => ({ changeType, line, otherSide })),
  );

describe('where the code of a finding stands on the other side', () => {
  const shift = '// a line\n// and another\n';

  it('is the old function of one that got worse or better', () => {
    const [calm, wild] = [busy(10, 'settle'), busy(20, 'settle')];
    expect(placesOf({ path: 'a.ts', old: calm, new: shift + wild })).toEqual([
      { changeType: 'degraded', line: 3, otherSide: place('a.ts', 1, calm) },
    ]);
    expect(placesOf({ path: 'a.ts', old: shift + wild, new: calm })).toEqual([
      { changeType: 'improved', line: 1, otherSide: place('a.ts', 3, wild) },
    ]);
  });

  it('is the old function of one that was healthy, and none for a new one', () => {
    const [calm, wild] = [busy(3, 'settle'), busy(20, 'settle')];
    const introduced = { changeType: 'introduced', line: 3 };
    expect(placesOf({ path: 'a.ts', old: calm, new: shift + wild })).toEqual([
      { ...introduced, otherSide: place('a.ts', 1, calm) },
    ]);
    expect(placesOf({ path: 'a.ts', old: healthy(), new: shift + wild })).toEqual([
      { ...introduced, otherSide: null },
    ]);
  });

  it('is the new function of what is fixed, and none where it is gone', () => {
    const [calm, wild] = [busy(3, 'settle'), busy(20, 'settle')];
    const fixed = { changeType: 'fixed', line: 1 };
    expect(placesOf({ path: 'a.ts', old: wild, new: shift + calm })).toEqual([
      { ...fixed, otherSide: place('a.ts', 3, calm) },
    ]);
    expect(placesOf({ path: 'a.ts', old: wild, new: healthy() })).toEqual([{ ...fixed, otherSide: null }]);
  });

  it('may be in another file', () => {
    const [calm, wild] = [busy(10, 'settle'), busy(14, 'settle')];
    const places = placesOf(
      { path: 'a.ts', old: calm + healthy(), new: healthy() },
      { path: 'b.ts', old: null, new: shift + wild },
    );
    expect(places).toEqual([{ changeType: 'degraded', line: 3, otherSide: place('a.ts', 1, calm) }]);
  });
});
