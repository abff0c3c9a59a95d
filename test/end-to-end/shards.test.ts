import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PartialResult } from '../../src/model/partial-result.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { cloneOf, createPullRequest, pipelineVariables } from './pull-request.ts';
import { runCli } from './run-cli.ts';

const pullRequest = createPullRequest();
const cwd = cloneOf(pullRequest).root;
const env = pipelineVariables(pullRequest);
const folder = temporaryFolder();
const at = (index: number) => path.join(folder, `shard-${index}.json`);

const shard = (args: readonly string[], extra: Record<string, string> = {}) =>
  runCli(['check', ...args], { cwd, env: { ...env, ...extra } });
const merge = (files: readonly string[], args: readonly string[] = []) =>
  runCli(['merge', ...files, '--no-publish', ...args], { cwd, env });

beforeAll(async () => {
  for (const step of [0, 1]) {
    const extra = { BITBUCKET_PARALLEL_STEP: `${step}`, BITBUCKET_PARALLEL_STEP_COUNT: '2' };
    const run = await shard(['--shard', 'auto', '--output', `json=${at(step + 1)}`], extra);
    expect(run).toMatchObject({ exitCode: 0, stdout: '' });
    expect(run.stderr).toMatch(new RegExp(`^Part ${step + 1}/2: measured 2 contents`));
  }
});

describe('check --shard and merge', () => {
  it.each(['terminal', 'json', 'markdown'])('print the bytes of an undivided run as %s', async (format) => {
    const whole = await runCli(['check', '--no-publish', '--format', format], { cwd, env });
    const merged = await merge([at(2), at(1)], ['--format', format]);
    expect(merged).toEqual(whole);
    expect(merged.exitCode).toBe(1);
  });

  it('writes to stdout without --output, by the environment as well, and publishes nothing', async () => {
    const run = await shard(['--quiet'], { CODESCENE_PR_SHARD: '1/1', CODESCENE_PR_PUBLISH: '1' });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ kind: 'partial', shard: { index: 1, count: 1 } });
  });

  it('has parts without a file where there are more than contents', async () => {
    const run = await shard(['--shard', '9/9']);
    expect(JSON.parse(run.stdout)).toMatchObject({ sides: [] });
    expect(run.exitCode).toBe(0);
  });

  it.each([
    { args: ['--shard', '3/2'], says: 'such as 2/4' },
    { args: ['--shard', 'auto'], says: 'none of a group of parallel steps' },
    { args: ['--shard', '1/2', '--publish'], says: 'Give --publish to codescene-pr merge' },
    { args: ['--shard', '1/2', '--dry-run'], says: 'Give --dry-run to codescene-pr merge' },
    { args: ['--shard', '1/2', '--format', 'markdown'], says: 'A shard writes JSON alone' },
    { args: ['--shard', '1/2', '--output', 'markdown=a.md'], says: 'A shard writes JSON alone' },
    { args: ['--shard', '1/2', '--staged'], says: 'Give --source HEAD' },
  ])('refuses $args', async ({ args, says }) => {
    const run = await shard(args);
    expect(run.stderr).toContain(says);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it.each([
    { step: '2', says: 'there are 2 parallel steps' },
    { step: '-1', says: 'BITBUCKET_PARALLEL_STEP is' },
  ])('refuses the parallel step $step of 2', async ({ step, says }) => {
    const extra = { BITBUCKET_PARALLEL_STEP: step, BITBUCKET_PARALLEL_STEP_COUNT: '2' };
    const run = await shard(['--shard', 'auto'], extra);
    expect(run.stderr).toContain(says);
    expect(run.exitCode).toBe(2);
  });
});

describe('merge refuses', () => {
  const forged = (index: number, change: (part: PartialResult) => object) => {
    const file = path.join(temporaryFolder(), 'forged.json');
    const part = JSON.parse(readFileSync(at(index), 'utf8')) as PartialResult;
    writeFileSync(file, JSON.stringify({ ...part, ...change(part) }));
    return file;
  };
  const other = 'a'.repeat(40);

  it.each<{ what: string; files: () => readonly string[]; says: string }>([
    { what: 'a missing part', files: () => [at(2)], says: 'Parts are missing: 1/2.' },
    { what: 'a doubled part', files: () => [at(1), at(2), at(1)], says: 'Part 1/2 is there twice.' },
    { what: 'no such file', files: () => ['shard-*.json'], says: 'There is no such file.' },
    {
      what: 'another division',
      files: () => [at(1), forged(2, () => ({ shard: { index: 2, count: 3 } }))],
      says: 'are not of one division',
    },
    {
      what: 'other paths',
      files: () => [at(1), forged(2, () => ({ paths: ['src'] }))],
      says: 'are of different paths',
    },
    {
      what: 'another commit',
      files: () => [at(1), forged(2, ({ context }) => ({ context: { ...context, source: other } }))],
      says: 'belongs to another commit',
    },
    {
      what: 'another target',
      files: () => [at(1), forged(2, ({ context }) => ({ context: { ...context, targetRef: 'release' } }))],
      says: 'was compared with another target',
    },
    {
      what: 'another merge base',
      files: () => [at(1), forged(2, ({ context }) => ({ context: { ...context, mergeBase: other } }))],
      says: 'was compared with another commit',
    },
    {
      what: 'another profile',
      files: () => [at(1), forged(2, ({ profile }) => ({ profile: { ...profile, digest: 'x' } }))],
      says: 'was made with another profile',
    },
    {
      what: 'another version',
      files: () => [at(1), forged(2, ({ tool }) => ({ tool: { ...tool, version: '9.9.9' } }))],
      says: 'Use the same version in every step',
    },
    {
      what: 'contents that are left out',
      files: () => [at(1), forged(2, () => ({ sides: [] }))],
      says: 'The parts leave out 2 of 4 contents',
    },
    {
      what: 'contents that are doubled',
      files: () => [at(1), forged(2, ({ sides }) => ({ sides: [...sides, ...sides] }))],
      says: 'which was measured already',
    },
    {
      what: 'contents of something else',
      files: () => [
        at(1),
        forged(2, ({ sides }) => ({ sides: sides.map((side) => ({ ...side, blob: other })) })),
      ],
      says: 'which is not to be measured here',
    },
  ])('$what', async ({ files, says }) => {
    const run = await merge(files());
    expect(run.stderr).toContain(says);
    expect(run.stderr).not.toContain('defect');
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('a whole result, as publish refuses a part', async () => {
    const whole = path.join(folder, 'whole.json');
    await runCli(['check', '--no-publish', '--output', `json=${whole}`], { cwd, env });
    expect((await merge([whole])).stderr).toContain('is a whole result, and no part of one');
    const run = await runCli(['publish', at(1)], { cwd, env });
    expect(run.stderr).toContain('codescene-pr merge');
    expect(run.exitCode).toBe(2);
  });
});
