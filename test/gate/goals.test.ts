import { describe, expect, it } from 'vitest';
import { evaluateGates } from '../../src/gate/index.ts';
import type { Goal } from '../../src/model/profile.ts';
import type { FileReport } from '../../src/model/report.ts';
import { allOff, createFile, createFinding } from './create-file-report.ts';

type Goals = Readonly<Record<string, Goal>>;

const refactor: Goal = { files: ['src/**'], goal: 'refactor', note: 'see PROJ-12' };
const supervise: Goal = { files: ['src/**'], goal: 'supervise', note: null };

function judge(file: FileReport, goals: Goals) {
  const gates = { ...allOff, 'refactoring-goals': true, 'supervise-goals': true };
  const profile = { gates, gatesFor: () => gates, goalFor: (path: string) => goals[path] ?? null };
  return evaluateGates({ files: [file], profile }).filter(({ status }) => status !== 'off');
}

const statuses = (file: FileReport, goals: Goals) => judge(file, goals).map(({ status }) => status);
const declined = createFile({ oldScore: 9, newScore: 8.99 });
const worseFinding = createFile({ findings: [createFinding({ changeType: 'degraded', before: 2 })] });
const moved = { ...declined, path: 'lib/a.ts', oldPath: 'src/a.ts', change: 'renamed' as const };

describe('goals', () => {
  it.each([
    [
      'a hundredth less fails a file that is to be refactored',
      declined,
      refactor,
      ['failed', 'not-applicable'],
    ],
    ['a worse finding fails it, whatever its score', worseFinding, refactor, ['failed', 'not-applicable']],
    ['a touch that leaves it as it is does not', createFile(), refactor, ['passed', 'not-applicable']],
    ['a hundredth less fails a supervised file', declined, supervise, ['not-applicable', 'failed']],
    ['a worse finding alone does not', worseFinding, supervise, ['not-applicable', 'passed']],
  ] as const)('%s', (_, file, goal, expected) => {
    expect(statuses(file, { 'src/a.ts': goal })).toEqual(expected);
  });

  it('go with a file that moves away from their pattern', () => {
    expect(statuses(moved, { 'src/a.ts': refactor })).toEqual(['failed', 'not-applicable']);
  });

  it('give way to the goal that waits where the file goes', () => {
    const goals = { 'src/a.ts': refactor, 'lib/a.ts': supervise };
    expect(statuses(moved, goals)).toEqual(['not-applicable', 'failed']);
  });

  it('are named in every condition, with the note that says why', () => {
    const file = { ...worseFinding, newScore: 8 };
    const [refactoring] = judge(file, { 'src/a.ts': refactor });
    expect(refactoring?.conditions.map(({ message }) => message)).toEqual([
      'The Code Health of a file that is to be refactored declines from 9.00 to 8.00, by 1.00; no decline is allowed. (goal: refactor, see PROJ-12)',
      'Bumpy Road Ahead gets worse: settle has 3 bumps, limit 1. (goal: refactor, see PROJ-12)',
    ]);
    const [, supervised] = judge(declined, { 'src/a.ts': supervise });
    expect(supervised?.conditions[0]?.message).toMatch(/no decline is allowed\.$/);
  });
});
