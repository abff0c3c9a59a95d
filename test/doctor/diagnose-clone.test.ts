import { describe, expect, it } from 'vitest';
import type { PlaceFacts, RepositoryFacts } from '../../src/model/diagnosis.ts';
import { hash, placeFacts, target, trouble } from './facts.ts';
import { expectSaying, linesOf, type Saying } from './said-lines.ts';

const clone = (parts: Partial<RepositoryFacts>): Partial<PlaceFacts> => ({
  repository: { found: { root: '/build', isForeign: false, shallow: true, commits: 50, ...parts } },
});

describe('diagnose on Node, git and the clone', () => {
  it.each<Saying>([
    {
      what: 'an old Node',
      facts: { node: '18.19.0' },
      subject: 'Node',
      mark: 'missing',
      says: '20 is the oldest',
    },
    { what: 'the oldest Node', facts: { node: '20.0.0' }, subject: 'Node', mark: 'ok', says: '20.0.0' },
    {
      what: 'no git',
      facts: { git: { trouble: trouble('git was not found.') } },
      subject: 'git',
      mark: 'missing',
      says: 'not found',
    },
    {
      what: 'no repository',
      facts: { repository: { trouble: trouble('No repository.') } },
      subject: 'repository',
      mark: 'missing',
      says: 'No repository',
    },
    {
      what: 'a clone of another user',
      facts: clone({ isForeign: true }),
      subject: 'repository',
      mark: 'ok',
      says: 'safe.directory',
    },
    {
      what: 'a shallow clone',
      facts: clone({}),
      subject: 'clone depth',
      mark: 'ok',
      says: '50 commits; what came before is cut off',
    },
    {
      what: 'no commit',
      facts: clone({ commits: null }),
      subject: 'clone depth',
      mark: 'missing',
      says: 'Nothing was committed',
    },
    {
      what: 'a target to fetch',
      facts: target({ commit: null, remote: { found: { tip: hash } } }),
      subject: 'target',
      mark: 'ok',
      says: 'which check fetches',
    },
    {
      what: 'an unknown target',
      facts: target({ commit: null }),
      subject: 'target',
      mark: 'missing',
      says: 'not in this clone',
    },
    {
      what: 'a target that is gone',
      facts: target({ commit: null, remote: { found: { tip: null } } }),
      subject: 'target',
      mark: 'missing',
      says: 'has no branch main',
    },
    {
      what: 'a target that is gone but known',
      facts: target({ remote: { found: { tip: null } } }),
      subject: 'target',
      mark: 'warning',
      says: 'what the clone has of it',
    },
    {
      what: 'a silent origin',
      facts: target({ remote: { trouble: trouble('origin does not answer.') } }),
      subject: 'target',
      mark: 'warning',
      says: 'cannot be fetched: origin does not answer.',
    },
    {
      what: 'a silent origin and nothing known',
      facts: target({ commit: null, remote: { trouble: trouble('origin does not answer.') } }),
      subject: 'target',
      mark: 'missing',
      says: 'cannot be fetched',
    },
    {
      what: 'no target',
      facts: { target: { found: null } },
      subject: 'target',
      mark: 'ok',
      says: 'nothing to compare',
    },
    {
      what: 'a hidden merge base',
      facts: {
        ...clone({}),
        ...target({ remote: { found: { tip: hash } }, mergeBase: { trouble: trouble('cut off') } }),
      },
      subject: 'merge base',
      mark: 'warning',
      says: 'fetches more history',
    },
    {
      what: 'no common history',
      facts: {
        ...clone({ shallow: false }),
        ...target({ remote: { found: { tip: hash } }, mergeBase: { trouble: trouble('no common history') } }),
      },
      subject: 'merge base',
      mark: 'missing',
      says: 'no common history',
    },
    {
      what: 'history at origin',
      facts: target({ history: 'from-origin' }),
      subject: 'history',
      mark: 'ok',
      says: 'asks origin',
    },
    {
      what: 'no history',
      facts: target({ history: 'missing' }),
      subject: 'history',
      mark: 'warning',
      says: 'hotspot-decline',
    },
  ])('says of $what: $mark', expectSaying);
});

describe('a repository without a commit', () => {
  it('is told so, and nothing of a target that it cannot have', () => {
    const lines = linesOf(placeFacts({ ...clone({ commits: null }), ...target({ commit: null }) }));
    const [depth] = lines.filter(({ subject }) => subject === 'clone depth');
    expect(depth).toMatchObject({ mark: 'missing', remedies: [{ say: 'Make the first commit.' }] });
    expect(lines.map(({ subject }) => subject)).not.toContain('target');
    expect(lines.map(({ subject }) => subject)).not.toContain('history');
  });
});
