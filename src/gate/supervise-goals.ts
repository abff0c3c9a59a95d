import type { Gate } from './gate.ts';
import { judgeDecline } from './judge-decline.ts';

/** A supervised file keeps its score; what one finding loses another may win. */
export const superviseGoals: Gate<'supervise-goals'> = {
  name: 'supervise-goals',
  judge: (file, _settings, { goalFor }) =>
    goalFor(file.path)?.goal === 'supervise'
      ? judgeDecline(file, 0, 'The Code Health of a supervised file')
      : null,
};
