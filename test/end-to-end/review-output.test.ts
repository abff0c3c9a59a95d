import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { createProject } from './reviewed-project.ts';
import { reviewAsJson, runCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

describe('review and its surroundings', () => {
  it('is described by the schema of the result', async () => {
    const project = createProject();
    project.write({ 'src/broken.ts': 'export function (\n' });
    const { stdout: schema } = await runCli(['schema', 'result'], { cwd: project.root });
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));
    const { report } = await reviewAsJson(['--min-score', '9.5'], { cwd: project.root });
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...report, kind: 'other' })).toBe(false);
  });

  it('writes nothing to stderr in a pipe, and the same text twice', async () => {
    const { root: cwd } = createProject();
    const first = await runCli(['review'], { cwd, env: { FORCE_COLOR: '' } });
    expect(first.stderr).toBe('');
    expect(first.stdout).not.toContain('\u001b');
    expect((await runCli(['review'], { cwd })).stdout).toBe(first.stdout);
  });

  it('writes the files asked for', async () => {
    const { root: cwd } = createProject();
    const folder = temporaryFolder();
    const json = path.join(folder, 'review.json');
    const text = path.join(folder, 'review.txt');
    await runCli(['review', '--output', `json=${json}`, '--output', `terminal=${text}`], { cwd });
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ kind: 'review' });
    expect(readFileSync(text, 'utf8')).toMatch(/^✓ REVIEWED {2}4 files scored\n/);
  });

  it.each([
    { args: ['src/dep'], says: 'Did you mean "src/deep"?' },
    { args: ['src/aa.ts'], says: 'Did you mean "src/a.ts"?' },
    {
      args: ['nowhere/at/all.ts'],
      says: 'There is no file or folder "nowhere/at/all.ts" in the working tree.',
    },
    { args: ['node_modules'], says: 'git ignores' },
    { args: ['--source', 'main', 'src/new.ts'], says: 'in main (' },
    { args: ['../outside.ts'], says: 'outside of the repository' },
    { args: ['--source', 'nowhere'], says: '--source "nowhere" names no commit' },
    { args: ['--source=--all'], says: '--source is "--all"' },
    { args: ['--profile', 'bare-minimun'], says: 'Did you mean "bare-minimum"?' },
  ])('ends $args with exit code 2 and says "$says"', async ({ args, says }) => {
    const project = createProject();
    project.write({
      '.gitignore': 'node_modules/\n',
      'node_modules/x.js': healthy(),
      'src/new.ts': healthy(),
    });
    const run = await runCli(['review', ...args], { cwd: project.root });
    expect(run.stderr).toContain(says);
    expect(run.exitCode).toBe(2);
  });
});
