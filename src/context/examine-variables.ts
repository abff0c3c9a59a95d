import type { CodeScenePrError } from '../errors.ts';
import { EnvironmentError, UsageError } from '../errors.ts';
import type { Environment } from '../git/index.ts';
import type { ContextOptions } from './check-context.ts';
import { checkOptions, replacementOf } from './check-options.ts';
import { readPipelinesEnvironment } from './pipelines-environment.ts';

/** One variable of Bitbucket Pipelines, read by itself. */
export interface ExaminedVariable {
  readonly name: string;
  /** Of the flag that takes its place, where there is one; `null` where neither is set. */
  readonly value: string | null;
  readonly flag: string | null;
  /** Why the value cannot be what it should be. */
  readonly error: CodeScenePrError | null;
}

const names = [
  'BITBUCKET_COMMIT',
  'BITBUCKET_BRANCH',
  'BITBUCKET_PR_ID',
  'BITBUCKET_PR_DESTINATION_BRANCH',
  'BITBUCKET_PR_DESTINATION_COMMIT',
  'BITBUCKET_WORKSPACE',
  'BITBUCKET_REPO_SLUG',
] as const;

/** Reads each variable by itself, so that a malformed one does not hide the others. Pure over its arguments. */
export function examineVariables(
  environment: Environment,
  options: ContextOptions,
): readonly ExaminedVariable[] {
  return names.map((name) => {
    const replacement = replacementOf(name, options);
    const value = replacement?.value ?? environment[name] ?? '';
    const check = replacement
      ? () => checkOptions(onlyOption(options, value))
      : () => readPipelinesEnvironment({ [name]: value });
    return {
      name,
      value: value === '' ? null : value,
      flag: replacement?.flag ?? null,
      error: errorOf(check),
    };
  });
}

/** The options less all others, by value: two with the same value are both checked. */
function onlyOption(options: ContextOptions, value: string): ContextOptions {
  return Object.fromEntries(Object.entries(options).filter(([, given]) => given === value));
}

function errorOf(check: () => unknown): CodeScenePrError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof EnvironmentError || error instanceof UsageError) return error;
    throw error;
  }
}
