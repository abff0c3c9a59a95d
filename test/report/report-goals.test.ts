import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/model/profile.ts';
import type { FileReport } from '../../src/model/report.ts';
import { warnAboutGoals, withGoals } from '../../src/report/report-goals.ts';
import { createFile, createFinding } from '../gate/create-file-report.ts';

const goal: Goal = { files: ['src/**'], goal: 'refactor', note: 'see PROJ-12' };
const older = [createFinding()];

function goalsOf(file: FileReport, goals: Readonly<Record<string, Goal>> = { 'src/a.ts': goal }) {
  const files = withGoals([file], { goalFor: (path) => goals[path] ?? null });
  return { goal: files[0]?.goal, warnings: warnAboutGoals(files) };
}

describe('the goals of a report', () => {
  it('stand at their files with the note, and follow a renamed file', () => {
    expect(goalsOf(createFile()).goal).toEqual({ goal: 'refactor', note: 'see PROJ-12' });
    expect(goalsOf(createFile({ path: 'b.ts' })).goal).toBeNull();
    const renamed = createFile({ path: 'b.ts', oldPath: 'src/a.ts', change: 'renamed' });
    expect(goalsOf(renamed).goal).toEqual({ goal: 'refactor', note: 'see PROJ-12' });
  });

  it('are recalled where a file that is to be refactored is touched and left as it is', () => {
    expect(goalsOf(createFile({ unchanged: older })).warnings).toEqual([
      'src/a.ts was touched and left as it is (goal: refactor, see PROJ-12).',
    ]);
  });

  it.each([
    ['it got better', createFile({ unchanged: older, newScore: 9.5 })],
    [
      'one of its findings got better',
      createFile({ unchanged: older, findings: [createFinding({ changeType: 'improved' })] }),
    ],
    ['it got worse, which the gate says', createFile({ unchanged: older, newScore: 8 })],
    ['nothing is found in it', createFile({ oldScore: 10, newScore: 10 })],
    ['it is new', createFile({ unchanged: older, oldScore: null })],
    ['it is deleted', createFile({ change: 'deleted', newScore: null })],
  ])('are not recalled where %s', (_, file) => {
    expect(goalsOf(file).warnings).toEqual([]);
  });

  it('are not recalled of supervised files', () => {
    const goals = { 'src/a.ts': { ...goal, goal: 'supervise' as const } };
    expect(goalsOf(createFile({ unchanged: older }), goals).warnings).toEqual([]);
  });
});
