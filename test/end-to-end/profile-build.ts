import {
  cloneLikePipelines,
  createRepository,
  type Files,
  type TestRepository,
} from '../helpers/create-repository.ts';
import { checkAsJson, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

export const profileFile = '.codescene/quality-profile.yml';
export const noGates =
  'version: 1\ngates: { hotspot-decline: off, new-code-health: off, critical-rules: off }\n';
export const ownCritical = 'version: 1\n';

interface Sides {
  readonly target?: Files;
  readonly source: Files;
}

interface Build {
  readonly origin: TestRepository;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A pull request that adds a critical finding to `src/a.ts`, as its pipeline has it. */
export function createBuild({ target = {}, source }: Sides): Build {
  const origin = createRepository();
  const destination = origin.commit('start', { 'src/a.ts': healthy(), 'gen/b.ts': healthy(), ...target });
  origin.checkout('feature');
  const commit = origin.commit('work', { 'src/a.ts': nested(4), ...source });
  const { root } = cloneLikePipelines(origin, { branch: 'feature' });
  const env = {
    CI: 'true',
    BITBUCKET_BUILD_NUMBER: '17',
    BITBUCKET_WORKSPACE: 'acme',
    BITBUCKET_REPO_SLUG: 'shop',
    BITBUCKET_BRANCH: 'feature',
    BITBUCKET_COMMIT: commit,
    BITBUCKET_PR_ID: '42',
    BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    BITBUCKET_PR_DESTINATION_COMMIT: destination,
    CODESCENE_PR_NO_PUBLISH: '1',
  };
  return { origin, root, env };
}

/** Runs `check` in the build and gives its report. */
export const check = ({ root, env }: Build, ...args: readonly string[]) =>
  checkAsJson(args, { cwd: root, env });

/** Runs `check` in the build, with whatever comes of it. */
export const attempt = ({ root, env }: Build, ...args: readonly string[]) =>
  runCli(['check', ...args], { cwd: root, env });
