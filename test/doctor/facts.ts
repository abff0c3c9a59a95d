import type { BitbucketFacts, PlaceFacts, TargetFacts } from '../../src/model/diagnosis.ts';
import { permissionNames, type Trouble } from '../../src/model/diagnosis.ts';
import { allFeedback } from '../publish/sample-report.ts';

export const hash = 'c0ffee'.padEnd(40, '0');

export function trouble(message: string): Trouble {
  return { message, reason: null, hint: 'Do something about it.' };
}

/** Bitbucket with an access token that may do everything. */
export function bitbucketFacts(parts: Partial<BitbucketFacts> = {}): BitbucketFacts {
  return {
    api: { found: { url: 'https://api.bitbucket.org/2.0', platform: 'bitbucket-cloud' } },
    credentials: [
      { kind: 'access-token', source: { found: 'BITBUCKET_ACCESS_TOKEN' } },
      { kind: 'api-token', source: null },
      { kind: 'pipelines', source: { found: 'http://localhost:29418' } },
    ],
    leftovers: [],
    connection: { found: 'access-token' },
    isNamed: false,
    repository: 'acme/shop',
    permissions: permissionNames.map((permission) => {
      return { permission, status: permission === 'report' ? 404 : 200, trouble: null };
    }),
    scopes: null,
    ...parts,
  };
}

/** The pipeline of a pull request where nothing is missing. */
export function placeFacts(parts: Partial<PlaceFacts> = {}): PlaceFacts {
  return {
    kind: 'pull-request',
    node: '20.20.2',
    stdout: { isTerminal: false, color: false, width: 100 },
    git: { found: { version: '2.39.5', program: '/usr/bin/git' } },
    repository: { found: { root: '/build', isForeign: false, shallow: false, commits: 120 } },
    variables: [
      { name: 'BITBUCKET_COMMIT', value: hash.slice(0, 12), flag: null, trouble: null, commit: hash },
      { name: 'BITBUCKET_PR_ID', value: '42', flag: null, trouble: null, commit: null },
    ],
    target: {
      found: {
        ref: 'main',
        commit: hash,
        remote: { found: { tip: hash } },
        mergeBase: { found: hash },
        history: 'complete',
      },
    },
    profile: {
      found: {
        name: 'bare-minimum',
        origin: 'built-in',
        warnings: [],
        feedback: allFeedback,
        isStandIn: false,
        connections: {},
      },
    },
    bitbucket: bitbucketFacts(),
    ...parts,
  };
}

/** The facts of a target that has no remote and no merge base yet. */
export const target = (parts: Partial<TargetFacts>): Partial<PlaceFacts> => ({
  target: {
    found: { ref: 'main', commit: hash, remote: null, mergeBase: null, history: null, ...parts },
  },
});
