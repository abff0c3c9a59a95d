import type { Gate } from './gate.ts';
import { goalOf, withNote } from './goal-of.ts';
import { judgeAnyDecline } from './judge-decline.ts';

/** A supervised file keeps its score; what one finding loses another may win. */
export const superviseGoals: Gate<'supervise-goals'> = {
  name: 'supervise-goals',
  judge: (file, _settings, profile) => {
    const goal = goalOf(file, profile);
    if (goal?.goal !== 'supervise') return null;
    const declines = judgeAnyDecline(file, 'The Code Health of a supervised file');
    return declines && withNote(declines, goal);
  },
};
