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

  it('hold the comment on the sample repository, byte for byte', async () => {
    const args = ['check', '--target', 'main', '--source', 'rewards', '--format', 'markdown'];
    const { stdout, exitCode } = await runCli(args, { cwd: folder });
    expect(exitCode).toBe(1);
    expect(stdout).toBe(readFileSync(join(examples, 'reports/comment.md'), 'utf8'));
  });
});
