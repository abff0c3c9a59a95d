import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../end-to-end/run-cli.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Plain JavaScript without types. */
interface Maker {
  readonly createSampleRepository: (folder: string) => void;
}

describe('the reports in examples/reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'codescene-pr-sample-'));

  beforeAll(async () => {
    const maker = (await import(join(examples, 'create-sample-repository.js'))) as Maker;
    maker.createSampleRepository(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const check = ['check', '--target', 'main', '--source', 'rewards'];

  it.each([
    ['comment.md', [...check, '--format', 'markdown'], 1],
    ['check.html', [...check, '--format', 'html'], 1],
    ['review.html', ['review', '--source', 'rewards', '--format', 'html'], 0],
  ])('hold %s of the sample repository, byte for byte', async (name, args, expected) => {
    const { stdout, exitCode } = await runCli(args, { cwd: folder });
    expect(exitCode).toBe(expected);
    expect(stdout).toBe(readFileSync(join(examples, 'reports', name), 'utf8'));
  });
});
