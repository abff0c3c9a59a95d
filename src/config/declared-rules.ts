import type { ValueOrigin } from '../model/profile.ts';
import { knownSmells } from './known-smells.ts';
import type { RuleValues } from './profile-layer.ts';
import { ruleNumbers } from './rule-numbers.ts';

const origin: ValueOrigin = { source: 'default', line: null };
const defaultWeight = 1;

/** What the smells declare themselves: every rule is on, with its own severity and limits. */
export const declaredRules: RuleValues = {
  enabled: new Map(knownSmells.map(({ id }) => [id, { value: true, origin }])),
  severity: new Map(knownSmells.map(({ id, severity }) => [id, { value: severity, origin }])),
  weight: new Map(knownSmells.map(({ id }) => [id, { value: defaultWeight, origin }])),
  limits: new Map(
    [...ruleNumbers].map(([name, number]) => [name, { value: number.default, origin }] as const),
  ),
};
