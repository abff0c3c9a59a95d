import type { GateName } from '../model/profile.ts';
import type { ReviewGateResult } from '../model/review.ts';

/** What each gate holds a change, or a review, to: one sentence that is true where the gate is passed. */
export const gateWords: Readonly<Record<GateName | ReviewGateResult['gate'], string>> = {
  'hotspot-decline': 'No hotspot declines by more than is allowed.',
  'code-health-decline': 'No file declines by more than is allowed.',
  'new-code-health': 'No new file scores below the minimum.',
  'critical-rules': 'No finding of a critical rule is introduced or gets worse.',
  'advisory-rules': 'No finding of an advisory rule is introduced or gets worse.',
  'refactoring-goals': 'No file that is to be refactored gets worse.',
  'supervise-goals': 'No supervised file declines.',
  coverage: 'Tests cover enough of the new and changed lines.',
  'min-score': 'No file scores below the minimum.',
  ratchet: 'The whole is no worse than its floor.',
};
