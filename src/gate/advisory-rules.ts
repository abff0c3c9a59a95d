import type { Gate } from './gate.ts';
import { judgeFindings } from './judge-findings.ts';

/** No finding of an advisory rule, or of the listed smells, is introduced or gets worse. */
export const advisoryRules: Gate<'advisory-rules'> = {
  name: 'advisory-rules',
  judge: (file, { smells }) => judgeFindings(file, 'advisory', smells),
};
