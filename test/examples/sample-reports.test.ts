import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../end-to-end/run-cli.ts';
import { parseXml } from '../helpers/parse-xml.ts';
import { findSarifProblems } from '../helpers/sarif-schema.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Plain JavaScript without types. */
interface Maker {
  readonly createSampleRepository: (folder: string) => void;
}
interface Painter {
  readonly drawTerminal: (command: string, output: string, rows: number) => string;
}

/** What is run on the sample repository, and the sample of each format. */
const check = ['check', '--target', 'main', '--source', 'rewards'];
const review = ['review', '--source', 'rewards'];
const samples: readonly (readonly [
  file: string,
  format: string,
  args: readonly string[],
  exitCode: number,
])[] = [
  ['comment.md', 'markdown', check, 1],
  ['terminal.txt', 'terminal', check, 1],
  ['result.json', 'json', check, 1],
  ['check.html', 'html', check, 1],
  ['review.html', 'html', review, 0],
  ['check.sarif', 'sarif', check, 1],
  ['check.junit.xml', 'junit', check, 1],
];

describe('the reports in examples/reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'codescene-pr-sample-'));
  const run = (...args: readonly string[]) => runCli(args, { cwd: folder });

  beforeAll(async () => {
    const maker = (await import(join(examples, 'create-sample-repository.js'))) as Maker;
    maker.createSampleRepository(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // To write them anew: npx vitest run test/examples/sample-reports.test.ts -u
  it.each(samples)(
    'hold %s of the sample repository, byte for byte',
    async (file, format, args, expected) => {
      const { stdout, exitCode } = await run(...args, '--format', format);
      expect(exitCode).toBe(expected);
      await expect(stdout).toMatchFileSnapshot(join(examples, 'reports', file));
    },
  );

  it('hold JSON as the printed schema describes it, of check and of review', async () => {
    const schema = JSON.parse((await run('schema', 'result')).stdout);
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    const result = JSON.parse(await readFile(join(examples, 'reports/result.json'), 'utf8'));
    const review = JSON.parse((await run('review', '--format', 'json')).stdout);
    for (const data of [result, review]) {
      validate(data);
      expect(validate.errors ?? []).toEqual([]);
    }
    expect([result.kind, review.kind]).toEqual([undefined, 'review']);
    expect(JSON.stringify(schema)).toContain('Where the same code stands on the other side');
  });

  it('hold SARIF and JUnit as their readers take it, of check and of review', async () => {
    const output = (format: string) => join(folder, `review.${format}`);
    const args = ['--output', `sarif=${output('sarif')}`, '--output', `junit=${output('junit')}`];
    expect((await run('review', '--min-score', '9', ...args)).exitCode).toBe(1);
    for (const file of [output('sarif'), join(examples, 'reports/check.sarif')]) {
      expect(findSarifProblems(await readFile(file, 'utf8'))).toEqual([]);
    }
    const failures: string[] = [];
    for (const file of [output('junit'), join(examples, 'reports/check.junit.xml')]) {
      failures.push(parseXml(await readFile(file, 'utf8')).attributes.failures ?? '');
    }
    expect(failures).toEqual(['1', '2']);
  });

  it('hold the requests to Bitbucket, as a dry run shows them', async () => {
    const place = ['--workspace', 'acme', '--repo', 'shop', '--pull-request', '7'];
    const { stderr, exitCode } = await run(...check, '--dry-run', '--quiet', ...place);
    expect(exitCode).toBe(1);
    await expect(stderr).toMatchFileSnapshot(join(examples, 'reports', 'requests.txt'));
  });

  it('are drawn as the picture in the README', async () => {
    const { drawTerminal } = (await import(join(examples, 'draw-terminal.js'))) as Painter;
    const { stdout } = await runCli(check, { cwd: folder, env: { FORCE_COLOR: '1' } });
    const picture = drawTerminal(`codescene-pr ${check.join(' ')}`, stdout, 33);
    await expect(picture).toMatchFileSnapshot(join(examples, '../docs/terminal.svg'));
  });

  it.each(['review src --min-score 9 --explain-score', 'explain src/orders/price-order.ts:12'])(
    'are what docs/review.md shows of %s',
    async (command) => {
      const { stdout } = await run(...command.split(' '));
      const page = await readFile(join(examples, '../docs/review.md'), 'utf8');
      expect(page).toContain(`$ codescene-pr ${command}\n\n${stdout}`);
    },
  );
});
