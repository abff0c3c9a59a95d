import type { Gate } from './gate.ts';
import { judgeDecline } from './judge-decline.ts';

/** No existing file gets a lower score. */
export const codeHealthDecline: Gate<'code-health-decline'> = {
  name: 'code-health-decline',
  judge: (file, { maxDecline }) => judgeDecline(file, maxDecline, 'Code Health'),
};
