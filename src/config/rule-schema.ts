import * as z from 'zod/mini';
import type { Smell } from '../smells/define-smell.ts';
import { knownSmells } from './known-smells.ts';
import { type RuleNumber, ruleNumbersOf } from './rule-numbers.ts';
import {
  described,
  named,
  numberFrom,
  numberOfAtLeast,
  oneOf,
  type Switch,
  section,
  switchOr,
} from './value-schemas.ts';

/** A rule as written: a switch, or settings by kebab-case key. */
export type RuleInput = Switch | Readonly<Record<string, string | number | undefined>>;

const severitySchema = named(
  described(
    oneOf(['critical', 'advisory']),
    'Which of the gates critical-rules and advisory-rules judges the rule. The built-in profiles gate critical rules first.',
  ),
  'severity',
);

const weightSchema = named(
  described(numberFrom(0, 1), "Multiplies what the rule takes off a file's score; 0 is the same as off."),
  'weight',
);

function numberSchema({ min, max, description }: RuleNumber) {
  const schema = max === null ? numberOfAtLeast(min) : numberFrom(min, max);
  return described(z.optional(schema), description);
}

function ruleSchema(smell: Smell): z.core.$ZodType<RuleInput> {
  const settings = z.strictObject(
    {
      severity: z.optional(severitySchema),
      weight: z.optional(weightSchema),
      ...Object.fromEntries(ruleNumbersOf(smell).map((number) => [number.key, numberSchema(number)])),
    },
    'a map of settings',
  );
  return named(described(switchOr(settings, 'a map of settings'), smell.summary), `rule-${smell.id}`);
}

function rulesShape(): Record<string, z.ZodMiniOptional<z.core.$ZodType<RuleInput>>> {
  const rules = knownSmells.map((smell) => ({ ...smell, schema: z.optional(ruleSchema(smell)) }));
  return Object.fromEntries([
    ...rules.map(({ id, schema }) => [id, schema]),
    ...rules.map(({ name, schema }) => [name, schema]),
  ]);
}

/** The `rules` section: smells by id or by CodeScene's name. */
export const rulesSchema = named(
  described(section(rulesShape()), "Settings by code smell: its id, or CodeScene's name for it."),
  'rules',
);
