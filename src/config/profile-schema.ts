import * as z from 'zod/mini';
import { builtInNames } from './built-in/names.ts';
import { connectionsSchema } from './connection-schema.ts';
import { gatesSchema } from './gate-schema.ts';
import { codesceneFilesName } from './profile-path.ts';
import { rulesSchema } from './rule-schema.ts';
import {
  described,
  listWords,
  oneOf,
  patternsSchema,
  section,
  switchOr,
  switchSchema,
} from './value-schemas.ts';

const extendsNames = [...builtInNames, codesceneFilesName] as const;
const extendsPhrase = `${listWords(extendsNames).replace(' or ', ', ')} or a .yml file that starts with "./"`;

const extendsSchema = z.union(
  [z.enum(extendsNames), z.string().check(z.regex(/^\.{1,2}\/.{1,1000}\.ya?ml$/, { abort: true }))],
  extendsPhrase,
);

const optionalPatterns = () => z.optional(z.nullable(patternsSchema));

const filesSchema = section({
  exclude: described(
    optionalPatterns(),
    'Files that are not measured, besides those that are excluded by default.',
  ),
  include: described(
    optionalPatterns(),
    'Files that are measured although a pattern of "exclude" matches them, here or in an inherited profile.',
  ),
  unmeasured: described(
    z.optional(oneOf(['fail', 'warn'])),
    'A supported file that cannot be measured makes the run incomplete (fail), or is a warning (warn).',
  ),
});

const overrideSchema = z.strictObject(
  { files: patternsSchema, rules: z.optional(rulesSchema), gates: z.optional(gatesSchema) },
  'a map with files, and rules or gates',
);

const goalSchema = z.strictObject(
  {
    files: patternsSchema,
    goal: described(
      oneOf(['refactor', 'supervise', 'no-goal']),
      'refactor: does not get worse in any way. supervise: keeps its score. no-goal: none of the goals below.',
    ),
    note: described(
      z.optional(z.nullable(z.string('text').check(z.maxLength(500, 'at most 500 characters')))),
      'Why, for a reader.',
    ),
  },
  'a map with files and goal',
);

const annotationsSchema = switchOr(
  z.strictObject(
    {
      degradations: described(z.optional(switchSchema), 'What got worse.'),
      improvements: described(z.optional(switchSchema), 'What got better.'),
      'uncovered-lines': described(
        z.optional(switchSchema),
        'New and changed lines that no test runs, where a coverage file is given; off by default.',
      ),
    },
    'a map of settings',
  ),
  'a map of settings',
);

const feedbackSchema = section({
  'insights-report': described(z.optional(switchSchema), 'Whether a Code Insights report is written.'),
  annotations: described(z.optional(annotationsSchema), 'What is annotated on the lines of the change.'),
  'build-status': described(z.optional(switchSchema), 'Whether a build status is set on the commit.'),
  comment: described(
    z.optional(oneOf(['always', 'on-change', 'never'])),
    'When the pull request is commented: always, when there is something to say (on-change), or never.',
  ),
});

const suppressionsSchema = section({
  new: described(
    z.optional(oneOf(['honour', 'ignore'])),
    'Whether suppressions that the change itself adds count (honour) or have to stand on the target first (ignore).',
  ),
});

/** The shape of a quality profile file: the source of the parser and of the JSON Schema. */
export const profileSchema = described(
  section({
    version: described(z.optional(z.literal(1, '1, the only version there is')), 'Version of this format.'),
    extends: described(
      z.optional(extendsSchema),
      'The profile that this one changes: a built-in one (bare-minimum by default), a file beside this one, or codescene-files: what .codescene/code-health-rules.json and custom-quality-gates.json say.',
    ),
    gates: z.optional(gatesSchema),
    rules: z.optional(rulesSchema),
    files: described(z.optional(filesSchema), 'Which files are measured.'),
    overrides: described(
      z.optional(z.nullable(z.array(overrideSchema, 'a list of overrides'))),
      'Rules and gates for some files. For each setting the first override that matches and has it holds.',
    ),
    goals: described(
      z.optional(z.nullable(z.array(goalSchema, 'a list of goals'))),
      'What is intended with some files. The first goal that matches a file holds.',
    ),
    feedback: described(z.optional(feedbackSchema), 'What the pull request is told.'),
    suppressions: described(z.optional(suppressionsSchema), 'How suppression comments count.'),
    connections: z.optional(connectionsSchema),
  }),
  'Quality profile of codescene-pr.',
);

/** A profile as written, where it is not empty. */
export type ProfileInput = NonNullable<z.infer<typeof profileSchema>>;
