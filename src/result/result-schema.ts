import * as z from 'zod';
import { gateNames } from '../model/profile.ts';
import { schemaVersion } from '../model/report.ts';

const line = z.int().min(1);
export const count = z.int().min(0);
export const score = z.number().min(1).max(10);
export const path = z.string().min(1).describe('Relative to the repository, separated by "/".');
export const hash = z
  .string()
  .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
  .describe('Full hash of a commit.');
export const smell = z.string().min(1).describe('Smell id in kebab-case: see "codescene-pr explain".');
const functionName = z.string().nullable().describe('null for a finding on the file.');

const context = z
  .object({
    source: hash
      .nullable()
      .describe('The judged commit; null where the working tree or the index is judged.'),
    sourceKind: z.enum(['commit', 'working-tree', 'index']),
    target: hash.nullable().describe("The tip of the pull request's target."),
    targetRef: z.string().nullable(),
    mergeBase: hash.nullable().describe('What the source is compared with.'),
    pullRequest: z.int().min(1).nullable(),
  })
  .describe('What was compared with what.');

const summary = z.object({
  filesChanged: count.describe('Files that differ, of every type.'),
  filesAnalyzed: count,
  filesSkipped: count,
  findings: z.object({ introduced: count, degraded: count, improved: count, fixed: count }),
});

export const condition = z.object({
  path,
  line: line.nullable(),
  smell: smell.nullable().describe('null where the condition is about a score or about coverage.'),
  measured: z.number(),
  limit: z.number(),
  message: z.string(),
});

export const gateStatus = z.enum(['passed', 'failed', 'off', 'not-applicable']);

const gate = z.object({
  gate: z.enum(gateNames),
  status: gateStatus,
  conditions: z.array(condition).describe('What violates the gate.'),
});

export const finding = z.object({
  smell,
  name: z.string().describe("The smell's name in CodeScene's spelling."),
  severity: z.enum(['critical', 'advisory']),
  function: functionName,
  line,
  endLine: line,
  measured: z.number(),
  limit: z.number().describe('The last allowed value.'),
  message: z.string(),
});

const deltaFinding = finding.extend({
  changeType: z
    .enum(['introduced', 'degraded', 'improved', 'fixed', 'unchanged'])
    .describe("What the change did. For fixed, lines and measured value are the old side's."),
  before: z.number().nullable().describe("The old side's measured value; null where introduced."),
  otherSide: z
    .object({ path: z.string(), line, endLine: line })
    .nullable()
    .describe('Where the same code stands on the other side; null where it is not there.'),
});

export const reportedFunction = z.object({
  name: z.string(),
  line,
  endLine: line,
  cyclomaticComplexity: count,
  linesOfCode: count,
  maxNestingDepth: count,
  bumps: count,
  parameters: count,
  counted: z
    .boolean()
    .describe(
      'Whether the score counts it. Where not, its findings cost nothing, and it is in no mean or sum.',
    ),
});

const scoreItem = z.object({
  smell,
  function: z.string().nullable().describe('null for what is charged once a file.'),
  line: line.nullable().describe('Line of the finding; null for what is charged once a file.'),
  penaltyPoints: z.number().min(0).describe('At most six decimals.'),
});

export const scoreBreakdown = z
  .object({
    penaltyPoints: z.number().min(0).describe('The sum of the items, exact to six decimals.'),
    items: z.array(scoreItem).describe('What costs something, by smell.'),
  })
  .describe('What the score is made of: floor(100 * (1 + 9 * exp(-0.03525 * penaltyPoints))) / 100.');

export const pathIsExact = z
  .literal(false)
  .exactOptional()
  .describe('Only there where the path is not valid UTF-8 and stands here in a readable form.');
export const hotspot = z.boolean().nullable().describe('null where the history to know it is missing.');

const movedFunction = z.object({
  function: z.string().describe('Its name in this file.'),
  line: line.describe('On the head side where it came in, on the old side where it went out.'),
  direction: z.enum(['in', 'out']),
  otherPath: path.describe('Where it came from or went to.'),
  otherFunction: z.string(),
  smells: z.array(smell).describe('Found in it on either side.'),
});

const coverage = z
  .object({
    executableLines: count.describe('New and changed lines that can be executed.'),
    coveredLines: count,
    uncovered: z
      .array(z.object({ line, endLine: line }))
      .describe('The others; lines between them that cannot be executed may be among a range.'),
  })
  .describe('How far tests cover the new and changed lines.');

const goal = z
  .object({ goal: z.enum(['refactor', 'supervise', 'no-goal']), note: z.string().nullable() })
  .describe('What the profile wants for the file.');

const file = z.object({
  path: path.describe('Path at the head, or the old one of a deleted file.'),
  oldPath: path.nullable().describe('The old path of a renamed file.'),
  change: z.enum(['added', 'modified', 'renamed', 'deleted']),
  pathIsExact,
  hotspot,
  goal: goal.nullable(),
  oldScore: score
    .nullable()
    .describe(
      'null for a new file, or where the old side could not be measured. In the layout of the new side: formatting changes no score.',
    ),
  oldScoreWithMoves: score
    .nullable()
    .describe(
      'The old score had the functions that came from other files stood here before; null where none came in.',
    ),
  newScore: score.nullable().describe('null for a deleted file.'),
  scoreBreakdown: scoreBreakdown.nullable().describe('Of newScore; null for a deleted file.'),
  findings: z.array(deltaFinding).describe('What the change did: introduced, degraded, improved, fixed.'),
  unchanged: z.array(finding).describe('Findings of the head that the change left as they were.'),
  moved: z
    .array(movedFunction)
    .describe('Functions with findings that came from another file or went to one.'),
  coverage: coverage.nullable().describe('null where no coverage is known of the file.'),
  functions: z.array(reportedFunction).describe('Every function of the head.'),
});

export const skippedFile = z.object({
  path,
  reason: z.string(),
  line: line.nullable().describe('The line that the reason points at.'),
  unmeasured: z.boolean().describe('It should have been measured and could not be.'),
});

export const suppression = z.object({
  path,
  line: line.describe('Line of the comment.'),
  smell,
  function: functionName,
  added: z.boolean().describe('On the old side no comment suppressed this smell here.'),
  honoured: z.boolean().describe('false where the profile has new suppressions ignored.'),
});

const expectedChange = z.object({
  path: path.describe('The changed file.'),
  expectedPath: path.describe('The file that mostly changes with it and did not.'),
  sharedCommits: count.describe('Commits that changed both.'),
  commits: count.describe('Commits that changed the first.'),
});

const reviewLevel = z
  .object({ level: z.enum(['low', 'medium', 'high']), reason: z.string() })
  .describe('How much care a review deserves, and why.');

export const tool = z.object({ name: z.string(), version: z.string() });
export const profile = z.object({
  name: z.string(),
  origin: z.string().describe('Where the profile was read from.'),
});

/** The shape of the result file: what `check --format json` prints and `publish` and `merge` read. */
export const resultSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  tool,
  status: z
    .enum(['passed', 'failed', 'incomplete'])
    .describe('incomplete: a supported file could not be measured and no gate is violated by the rest.'),
  context,
  profile,
  summary,
  gates: z.array(gate),
  files: z.array(file).describe('Changed files of supported types, deleted ones included, by path.'),
  skipped: z.array(skippedFile).describe('Files of supported types that were not measured.'),
  suppressions: z.array(suppression).describe('Uses of @codescene(disable…) comments.'),
  expectedChanges: z
    .array(expectedChange)
    .describe('Changes that history lets expect and that are not there: a warning, never a violation.'),
  reviewLevel: reviewLevel.nullable().describe('null where the history to know it is missing.'),
  warnings: z.array(z.string()).describe('One sentence each.'),
});
