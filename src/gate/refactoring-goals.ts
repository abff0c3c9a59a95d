import { findingCondition, worsenedFindings } from './finding-condition.ts';
import type { Gate } from './gate.ts';
import { goalOf, withNote } from './goal-of.ts';
import { judgeAnyDecline } from './judge-decline.ts';

/**
 * A file that is to be refactored gets worse in no way: neither its score nor a single finding. New files are
 * left to the gates for new code.
 */
export const refactoringGoals: Gate<'refactoring-goals'> = {
  name: 'refactoring-goals',
  judge: (file, _settings, profile) => {
    const goal = goalOf(file, profile);
    if (goal?.goal !== 'refactor') return null;
    const declines = judgeAnyDecline(file, 'The Code Health of a file that is to be refactored');
    if (!declines) return null;
    const findings = worsenedFindings(file).map((finding) => findingCondition(file, finding));
    return withNote([...declines, ...findings], goal);
  },
};
