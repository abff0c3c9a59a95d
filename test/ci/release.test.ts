import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../helpers/create-repository.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const workflowText = readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly needs?: string;
  readonly permissions: unknown;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<'test' | 'publish', Job>>;
}

describe('the release workflow', () => {
  const { on, permissions, jobs } = parse(workflowText) as Workflow;

  it('runs for tags of versions alone', () => {
    expect(on).toEqual({ push: { tags: ['v*'] } });
  });

  it('may read, and sign what it publishes, and nothing else', () => {
    expect(permissions).toEqual({});
    expect(jobs.test.permissions).toEqual({ contents: 'read' });
    expect(jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(workflowText).not.toContain('secrets.');
  });

  it('uses actions by their commit', () => {
    const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(actions).toHaveLength(4);
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  });

  it('publishes with provenance, after what CI runs', () => {
    expect(jobs.test.steps.flatMap(({ run }) => run ?? [])).toContain('bash .ci/run');
    expect(jobs.publish.needs).toBe('test');
    expect(jobs.publish.steps.at(-1)?.run).toBe('npm publish --provenance --access public');
  });
});

/** Runs the check of a tag on a package of version 0.2.0 with this changelog. */
function checkRelease(tag: string, changelog: string, repository?: string) {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, '.ci'));
  const script = path.join(folder, '.ci/check-release.js');
  copyFileSync(path.join(root, '.ci/check-release.js'), script);
  const manifest = { version: '0.2.0', type: 'module', repository };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'CHANGELOG.md'), changelog);
  const { status, stderr } = spawnSync(process.execPath, [script, tag], { encoding: 'utf8' });
  return { status, stderr };
}

describe('a tag', () => {
  const changelog = '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2027-01-31\n';
  const repository = 'git+https://example.com/codescene-pr.git';

  it('may be published where version, changelog and repository agree', () => {
    expect(checkRelease('v0.2.0', changelog, repository)).toEqual({ status: 0, stderr: '' });
  });

  it('is refused with every reason', () => {
    expect(checkRelease('v0.3.0', '## [Unreleased]\n## [0.2.0-rc.1] - 2027-01-30\n')).toEqual({
      status: 1,
      stderr:
        'The tag is v0.3.0, the version is 0.2.0.\n' +
        'CHANGELOG.md has no section 0.2.0.\n' +
        'package.json names no repository.\n',
    });
  });
});
