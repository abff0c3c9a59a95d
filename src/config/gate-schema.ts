import * as z from 'zod/mini';
import type { GateName } from '../model/profile.ts';
import { smellWords } from './known-smells.ts';
import {
  described,
  named,
  numberFrom,
  numberOfAtLeast,
  section,
  switchOr,
  switchSchema,
} from './value-schemas.ts';

/** A switch or a map with one number. */
function switchOrNumber<const K extends string>(key: K, number: z.ZodMiniNumber, description: string) {
  const settings = { [key]: described(z.optional(number), description) } as Record<
    K,
    z.ZodMiniOptional<z.ZodMiniNumber>
  >;
  return switchOrSettings(settings);
}

function switchOrSettings<S extends z.core.$ZodShape>(settings: S) {
  return switchOr(z.strictObject(settings, 'a map of settings'), 'a map of settings');
}

const coverageGateSchema = switchOrSettings({
  'min-new-and-changed-lines': described(
    z.optional(numberFrom(0, 100)),
    'The lowest allowed share of covered lines among the new and changed ones of all files together, in percent; 80 by default.',
  ),
  'min-executable-lines': described(
    z.optional(numberOfAtLeast(1)),
    'With fewer new and changed lines that can be executed the gate does not judge; 10 by default.',
  ),
});

const declineGateSchema = switchOrNumber(
  'max-decline',
  numberFrom(0, 9),
  'How much a score may fall, in points of Code Health; 0 by default.',
);

const smellSchema = named(
  described(z.enum(smellWords, 'the id or the name of a code smell'), 'A code smell: its id, or its name.'),
  'smell',
);

const rulesGateSchema = switchOr(
  z.array(smellSchema, 'a list of code smells').check(z.minLength(1, 'at least one code smell, or off')),
  'a list of code smells',
);

const shape = {
  'hotspot-decline': described(
    z.optional(declineGateSchema),
    'No hotspot (a complex file that changes often) gets a lower score.',
  ),
  'code-health-decline': described(z.optional(declineGateSchema), 'No existing file gets a lower score.'),
  'new-code-health': described(
    z.optional(switchOrNumber('min-score', numberFrom(1, 10), 'The lowest allowed score; 9.0 by default.')),
    'New files have a good score.',
  ),
  'critical-rules': described(
    z.optional(rulesGateSchema),
    'No finding of a critical rule (or of the listed smells) is introduced or gets worse.',
  ),
  'advisory-rules': described(
    z.optional(rulesGateSchema),
    'No finding of an advisory rule (or of the listed smells) is introduced or gets worse.',
  ),
  'refactoring-goals': described(
    z.optional(switchSchema),
    'Files with the goal "refactor" do not get worse in any way.',
  ),
  'supervise-goals': described(
    z.optional(switchSchema),
    'Files with the goal "supervise" do not get a lower score.',
  ),
  coverage: described(
    z.optional(coverageGateSchema),
    'New and changed lines are covered by tests, as a coverage file says (--coverage).',
  ),
} satisfies Record<GateName, z.core.$ZodType>;

/** The `gates` section. */
export const gatesSchema = named(described(section(shape), 'What a change must hold to pass.'), 'gates');

/** The `gates` section as written, where it is not empty. */
export type GatesInput = NonNullable<z.infer<typeof gatesSchema>>;
