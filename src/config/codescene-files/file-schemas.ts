import * as z from 'zod/mini';

/** The shapes of CodeScene's files. Unknown keys are let through: they are warned about, for the files work. */

const numberPhrase = 'a number';

/** CodeScene's own files hold numbers as text, too. */
const numberSchema = z.union(
  [
    z.number(numberPhrase),
    z.string(numberPhrase).check(z.regex(/^-?\d{1,15}(?:\.\d{1,15})?$/, numberPhrase)),
  ],
  numberPhrase,
);

const nameSchema = z.string('a name');
const patternSchema = z.optional(z.string('a pattern'));

function optionalList<S extends z.core.$ZodType>(schema: S, phrase: string) {
  return z.optional(z.nullable(z.array(schema, phrase)));
}

const ruleSetSchema = z.looseObject(
  {
    matching_content_path: patternSchema,
    rules: optionalList(
      z.looseObject({ name: nameSchema, weight: z.optional(numberSchema) }, 'a map with name and weight'),
      'a list of rules',
    ),
    thresholds: optionalList(
      z.looseObject({ name: nameSchema, value: numberSchema }, 'a map with name and value'),
      'a list of thresholds',
    ),
  },
  'a map with matching_content_path, and rules or thresholds',
);

/** `code-health-rules.json`. */
export const rulesFileSchema = z.looseObject(
  { rule_sets: optionalList(ruleSetSchema, 'a list of rule sets') },
  'a map with rule_sets',
);

const switchPhrase = 'true or false';
const switchSchema = z.union(
  [z.boolean(switchPhrase), z.enum(['true', 'false'], switchPhrase)],
  switchPhrase,
);

/** CodeScene's keys of the gates that it knows. */
export const gateKeys = [
  'hotspot_decline',
  'critical_health_rules',
  'advisory_health_rules',
  'new_code_health',
  'refactoring_goals',
  'supervise_goals',
  'codeowners_for_critical_code',
] as const;
export type GateKey = (typeof gateKeys)[number];

const gatesPhrase = 'the name of a profile, or a map of gates';
const gateSwitches = Object.fromEntries(gateKeys.map((key) => [key, z.optional(switchSchema)])) as Record<
  GateKey,
  z.ZodMiniOptional<typeof switchSchema>
>;

const gateSetSchema = z.looseObject(
  {
    matching_content_path: patternSchema,
    quality_gates: z.optional(z.union([z.string(), z.looseObject(gateSwitches, gatesPhrase)], gatesPhrase)),
  },
  'a map with matching_content_path and quality_gates',
);

/** `custom-quality-gates.json`. */
export const gatesFileSchema = z.looseObject(
  { rule_sets: optionalList(gateSetSchema, 'a list of rule sets') },
  'a map with rule_sets',
);

export type RulesFileInput = z.infer<typeof rulesFileSchema>;
export type RuleSetInput = z.infer<typeof ruleSetSchema>;
export type GatesFileInput = z.infer<typeof gatesFileSchema>;
export type GateSetInput = z.infer<typeof gateSetSchema>;
export type GateSwitches = Exclude<GateSetInput['quality_gates'], string | undefined>;
