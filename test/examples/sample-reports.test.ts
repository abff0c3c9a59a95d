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

  it('hold the terminal report on the sample repository, which the README shows as well', async () => {
    const args = ['check', '--target', 'main', '--source', 'rewards'];
    const { stdout, exitCode } = await runCli(args, { cwd: folder });
    expect(exitCode).toBe(1);
    expect(stdout).toBe(readFileSync(join(examples, 'reports/terminal.txt'), 'utf8'));
    expect(readFileSync(join(examples, '../README.md'), 'utf8')).toContain(
      `$ codescene-pr ${args.join(' ')}\n\n${stdout}`,
    );
  });

  it.each(['review src --min-score 9 --explain-score', 'explain src/orders/price-order.ts:12'])(
    'are joined by what the README shows of %s',
    async (command) => {
      const { stdout } = await runCli(command.split(' '), { cwd: folder });
      expect(readFileSync(join(examples, '../README.md'), 'utf8')).toContain(
        `$ codescene-pr ${command}\n\n${stdout}`,
      );
    },
  );
});
