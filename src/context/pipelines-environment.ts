import { EnvironmentError } from '../errors.ts';
import { type Environment, quoted } from '../git/index.ts';
import { type ValueShape, valueShapes } from './value-shapes.ts';

/** What the variables of Bitbucket Pipelines say, checked; `null` for what they leave out. */
export interface PipelinesEnvironment {
  /** Lower case, 7 to 64 digits: 12 are common in builds of pull requests. */
  readonly commit: string | null;
  /** The source branch; `null` in builds of tags. */
  readonly branch: string | null;
  readonly tag: string | null;
  readonly pullRequest: number | null;
  readonly destinationBranch: string | null;
  /** Tip of the destination branch, not the merge base. */
  readonly destinationCommit: string | null;
  readonly workspace: string | null;
  readonly repoSlug: string | null;
}

/** Variables that only a pipeline has. */
const pipelineVariables = [
  'BITBUCKET_PIPELINE_UUID',
  'BITBUCKET_BUILD_NUMBER',
  'BITBUCKET_COMMIT',
  'BITBUCKET_PR_ID',
] as const;

function textOf(environment: Environment, name: string): string | null {
  const value = environment[name];
  return value === undefined || value === '' ? null : value;
}

/** Whether this is a step of Bitbucket Pipelines, or pretends to be one. */
export function isPipeline(environment: Environment): boolean {
  return pipelineVariables.some((name) => textOf(environment, name) !== null);
}

/** Whether this is the build of a pull request, or pretends to be one. */
export function isPullRequestBuild(environment: Environment): boolean {
  return textOf(environment, 'BITBUCKET_PR_ID') !== null;
}

function checked(environment: Environment, name: string, shape: ValueShape): string | null {
  const value = textOf(environment, name);
  if (value === null || shape.matches(value)) return value;
  throw new EnvironmentError(`${name} is ${quoted(value)}, which is not ${shape.description}.`, {
    reason: value.startsWith('$')
      ? 'It looks like a variable that has no value here.'
      : 'It is set by hand, or damaged.',
    hint: 'Bitbucket Pipelines sets this variable: do not override it in the settings of the repository, the workspace or the step.',
  });
}

function fullNameParts(environment: Environment): readonly [string | null, string | null] {
  const fullName = textOf(environment, 'BITBUCKET_REPO_FULL_NAME');
  if (fullName === null) return [null, null];
  const isPair = (text: string) => {
    const [workspace = '', repository = '', ...rest] = text.split('/');
    const areSlugs = valueShapes.workspace.matches(workspace) && valueShapes.repository.matches(repository);
    return areSlugs && rest.length === 0;
  };
  const shape: ValueShape = { matches: isPair, description: 'a workspace and a repository, joined by "/"' };
  const [workspace = null, repository = null] =
    checked(environment, 'BITBUCKET_REPO_FULL_NAME', shape)?.split('/') ?? [];
  return [workspace, repository];
}

/**
 * Reads and checks the variables of Bitbucket Pipelines ("Variables and secrets" in its documentation).
 * Anybody who can edit the pipeline can override them, so each is checked before it is used anywhere.
 *
 * @throws EnvironmentError that names a variable whose value cannot be what it should be
 */
export function readPipelinesEnvironment(environment: Environment): PipelinesEnvironment {
  const [workspace, repoSlug] = fullNameParts(environment);
  const pullRequest = checked(environment, 'BITBUCKET_PR_ID', valueShapes.pullRequest);
  const commitOf = (name: string) => checked(environment, name, valueShapes.commit)?.toLowerCase() ?? null;
  return {
    commit: commitOf('BITBUCKET_COMMIT'),
    branch: checked(environment, 'BITBUCKET_BRANCH', valueShapes.branch),
    // Tags are named by the same rules as branches.
    tag: checked(environment, 'BITBUCKET_TAG', { ...valueShapes.branch, description: 'the name of a tag' }),
    pullRequest: pullRequest === null ? null : Number(pullRequest),
    destinationBranch: checked(environment, 'BITBUCKET_PR_DESTINATION_BRANCH', valueShapes.branch),
    destinationCommit: commitOf('BITBUCKET_PR_DESTINATION_COMMIT'),
    workspace: checked(environment, 'BITBUCKET_WORKSPACE', valueShapes.workspace) ?? workspace,
    repoSlug: checked(environment, 'BITBUCKET_REPO_SLUG', valueShapes.repository) ?? repoSlug,
  };
}

const wholeNumber: ValueShape = {
  matches: (text) => /^\d{1,3}$/.test(text),
  description: 'a number below 1000',
};

/**
 * Which of a group of parallel steps this is, from the variables of Bitbucket Pipelines.
 * @throws EnvironmentError outside of such a group, and for values that cannot be
 */
export function readParallelStep(environment: Environment): {
  /** 1-based; the variable counts from 0. */
  readonly index: number;
  readonly count: number;
} {
  const step = checked(environment, 'BITBUCKET_PARALLEL_STEP', wholeNumber);
  const count = checked(environment, 'BITBUCKET_PARALLEL_STEP_COUNT', wholeNumber);
  if (step === null || count === null) {
    throw new EnvironmentError('This is none of a group of parallel steps.', {
      reason:
        'BITBUCKET_PARALLEL_STEP and BITBUCKET_PARALLEL_STEP_COUNT are not both set; --shard auto reads them.',
      hint: 'Put the step under "parallel:" in bitbucket-pipelines.yml, or say which part is meant: --shard 1/4.',
    });
  }
  const shard = { index: Number(step) + 1, count: Number(count) };
  if (shard.index <= shard.count) return shard;
  throw new EnvironmentError(`BITBUCKET_PARALLEL_STEP is ${step}, and there are ${count} parallel steps.`, {
    reason: 'Steps are counted from 0.',
    hint: 'Bitbucket Pipelines sets these variables: do not override them.',
  });
}
