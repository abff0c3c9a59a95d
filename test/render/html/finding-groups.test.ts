import { describe, expect, it } from 'vitest';
import type { DeltaFinding, Finding } from '../../../src/model/finding.ts';
import { groupChanges, groupFindings } from '../../../src/render/html/finding-groups.ts';
import { createReport } from '../../helpers/create-report.ts';

const [file] = createReport().files;
const [template] = file?.findings ?? [];

function finding(overrides: Partial<DeltaFinding>): DeltaFinding {
  if (!template) throw new Error('The canonical report has no finding.');
  return { ...template, ...overrides };
}

function groupsOf(findings: readonly DeltaFinding[], oldPath: string | null = null) {
  if (!file) throw new Error('The canonical report has no file.');
  return groupChanges({ ...file, path: 'src/new.ts', oldPath, findings });
}

describe('groupChanges', () => {
  it('shows the code of a function once, where its findings stand on the same lines', () => {
    const groups = groupsOf([
      finding({ function: 'a', line: 10, endLine: 40, smell: 'x' }),
      finding({ function: 'a', line: 12, endLine: 50, smell: 'y' }),
      finding({ function: 'a', line: 60, endLine: 70, smell: 'x' }),
    ]);
    expect(
      groups.map(({ findings, places }) => [findings.length, places.new?.line, places.new?.endLine]),
    ).toEqual([
      [2, 10, 50],
      [1, 60, 70],
    ]);
  });

  it('shows what got worse first', () => {
    const groups = groupsOf([
      finding({ function: 'a', changeType: 'fixed', line: 1, endLine: 9 }),
      finding({ function: 'b', changeType: 'degraded', line: 20, endLine: 30 }),
    ]);
    expect(groups.map((group) => group.function)).toEqual(['b', 'a']);
  });

  it('looks for the code of what is fixed in the old file', () => {
    const otherSide = { path: 'src/new.ts', line: 5, endLine: 6 };
    const [group] = groupsOf(
      [finding({ changeType: 'fixed', line: 3, endLine: 9, otherSide })],
      'src/old.ts',
    );
    expect(group?.places).toEqual({ old: { path: 'src/old.ts', line: 3, endLine: 9 }, new: otherSide });
  });

  it('has no code for the whole of a file', () => {
    const [group] = groupsOf([finding({ function: null, line: 1, endLine: 900 })]);
    expect(group?.places).toEqual({ old: null, new: null });
  });
});

describe('groupFindings', () => {
  it('shows critical ones first, then goes by line', () => {
    const at = (line: number, severity: Finding['severity']) =>
      finding({ function: `f${line}`, line, endLine: line, severity });
    const groups = groupFindings('a.ts', [at(1, 'advisory'), at(2, 'critical'), at(3, 'critical')]);
    expect(groups.map((group) => group.function)).toEqual(['f2', 'f3', 'f1']);
  });
});
