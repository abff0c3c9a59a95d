import type { Gate } from './gate.ts';
import { judgeFindings } from './judge-findings.ts';

/** No finding of a critical rule, or of the listed smells, is introduced or gets worse. */
export const criticalRules: Gate<'critical-rules'> = {
  name: 'critical-rules',
  judge: (file, { smells }) => judgeFindings(file, 'critical', smells),
};
