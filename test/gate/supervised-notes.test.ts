import { describe, expect, it } from 'vitest';
import { describeGoal, evaluateGates } from '../../src/gate/index.ts';
import type { Goal } from '../../src/model/profile.ts';
import type { FileReport } from '../../src/model/report.ts';
import { allOff, createFile } from './create-file-report.ts';

const goal: Goal = { files: ['src/**'], goal: 'supervise', note: 'see PROJ-12' };

function judge(file: FileReport) {
  const gates = { ...allOff, 'supervise-goals': true };
  const results = evaluateGates({
    files: [file],
    profile: { gates, gatesFor: () => gates, goalFor: () => goal },
  });
  return results.find((result) => result.gate === 'supervise-goals');
}

describe('a supervised file whose goal has a note', () => {
  it('is named with it', () => {
    expect(judge(createFile({ oldScore: 8, newScore: 7 }))?.conditions).toMatchObject([
      { message: expect.stringMatching(/no decline is allowed\. \(goal: supervise, see PROJ-12\)$/) },
    ]);
  });

  it('is not judged where it is new or deleted', () => {
    expect(judge(createFile({ oldScore: null, newScore: 3 }))?.status).toBe('not-applicable');
    expect(judge(createFile({ oldScore: 3, newScore: null }))?.status).toBe('not-applicable');
  });
});

describe('a goal for a reader', () => {
  it.each([
    [null, 'goal: supervise'],
    ['see PROJ-12', 'goal: supervise, see PROJ-12'],
  ])('says its note where it has one: %j', (note, text) => {
    expect(describeGoal({ goal: 'supervise', note })).toBe(text);
  });
});
