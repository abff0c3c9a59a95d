import { UsageError } from '../errors.ts';
import { type Environment, quoted } from '../git/index.ts';
import type { ContextOptions } from './check-context.ts';
import { type ValueShape, valueShapes } from './value-shapes.ts';

type TextOption = Exclude<keyof ContextOptions, 'staged'>;

interface OptionRule {
  readonly flag: string;
  readonly shape: ValueShape;
  /** Variables that the option takes the place of. */
  readonly replaces: readonly string[];
}

const optionRules: Readonly<Record<TextOption, OptionRule>> = {
  target: {
    flag: '--target',
    shape: valueShapes.revision,
    replaces: ['BITBUCKET_PR_DESTINATION_BRANCH', 'BITBUCKET_PR_DESTINATION_COMMIT'],
  },
  source: { flag: '--source', shape: valueShapes.revision, replaces: [] },
  workspace: { flag: '--workspace', shape: valueShapes.workspace, replaces: ['BITBUCKET_WORKSPACE'] },
  repo: { flag: '--repo', shape: valueShapes.repository, replaces: ['BITBUCKET_REPO_SLUG'] },
  pullRequest: { flag: '--pull-request', shape: valueShapes.pullRequest, replaces: ['BITBUCKET_PR_ID'] },
  commit: { flag: '--commit', shape: valueShapes.commit, replaces: ['BITBUCKET_COMMIT'] },
};

function rulesOf(options: ContextOptions): readonly (readonly [string, OptionRule])[] {
  return Object.entries(optionRules).flatMap(([name, rule]) => {
    const value = options[name as TextOption];
    return value === undefined ? [] : [[value, rule] as const];
  });
}

/**
 * Checks what was given by flags.
 *
 * @throws UsageError that names a flag whose value cannot be what it should be, or flags that contradict
 *   each other
 */
export function checkOptions(options: ContextOptions): void {
  for (const [value, { flag, shape }] of rulesOf(options)) {
    if (!shape.matches(value))
      throw new UsageError(`${flag} is ${quoted(value)}, which is not ${shape.description}.`);
  }
  if (options.staged === true && options.source !== undefined) {
    throw new UsageError('--staged and --source contradict each other.', {
      reason: '--staged judges the index, --source a commit.',
      hint: 'Give one of them.',
    });
  }
}

/** The flag that takes the place of a variable, with its value; `null` where none was given. */
export function replacementOf(
  variable: string,
  options: ContextOptions,
): { readonly flag: string; readonly value: string } | null {
  const found = rulesOf(options).find(([, { replaces }]) => replaces.includes(variable));
  return found ? { flag: found[1].flag, value: found[0] } : null;
}

/** The variables less those that a flag takes the place of, so that a flag also helps against a broken one. */
export function withoutReplaced(environment: Environment, options: ContextOptions): Environment {
  const replaced = new Set(rulesOf(options).flatMap(([, { replaces }]) => replaces));
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !replaced.has(name)));
}
