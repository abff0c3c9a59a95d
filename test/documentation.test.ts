import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gateKeys } from '../src/config/codescene-files/file-schemas.ts';
import { thresholds } from '../src/config/codescene-files/thresholds.ts';
import { formatNames } from '../src/render/format-names.ts';
import { smells } from '../src/smells/index.ts';
import { limitKey } from '../src/smells/limit-key.ts';
import { resolveText } from './config/create-files.ts';
import { readProblems } from './config/read-problems.ts';
import { measureCode } from './languages/measure-code.ts';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8');

describe('the README', () => {
  const readme = read('README.md');

  it('lists every smell with its severity and limits', () => {
    const rows = smells.map(({ id, name, severity, limits }) => {
      const values = Object.entries(limits).map(([key, limit]) => `\`${limitKey(key)}: ${limit.default}\``);
      return `| ${name} (\`${id}\`) | ${severity} | ${values.join(', ')} |`;
    });
    const table = readme.split('\n').filter((line) => /\(`[a-z-]+`\) \|/.test(line));
    expect(table).toEqual(rows);
  });

  it('lists every format with a sample that is there', () => {
    const rows = [...readme.matchAll(/^\| `([a-z]+)` \| .* \| \[.*?\]\((examples\/reports\/.*?)\)/gm)];
    expect(rows.map(([, format]) => format)).toEqual(expect.arrayContaining([...formatNames]));
    for (const [, , sample = ''] of rows) expect(read(sample)).not.toBe('');
  });

  it('shows suppressions that are read as it says', () => {
    const [, code = ''] = /## Suppressions\n[^`]*```ts\n([^`]*)```/.exec(readme) ?? [];
    const { suppressions } = measureCode(`start();\n${code}  return [];\n}\n`);
    expect(suppressions).toEqual([
      { line: 2, smells: ['Complex Method', 'large-method'], unread: [], scope: 0 },
    ]);
  });

  it('shows a profile that is valid and has no setting without effect', async () => {
    const [, text = ''] = /```yaml\n(# yaml-language-server[^`]*)```/.exec(readme) ?? [];
    expect(text).toContain('goals:');
    expect((await resolveText(text)).warnings).toEqual([]);
  });

  it('names the test command that CI runs', () => {
    const [, command = ''] = /The tests:\n\n```sh\n(.*)\n```/.exec(readme) ?? [];
    expect(command).not.toBe('');
    expect(read('.ci/run').split('\n')).toContain(command);
  });
});

describe('docs/coverage.md', () => {
  const page = read('docs/coverage.md');

  it('shows settings that a profile may have', () => {
    const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, block = '']) => block);
    const profiles = blocks.filter((block) => !block.startsWith('pipelines:'));
    expect(profiles).toHaveLength(2);
    for (const text of profiles) expect(readProblems(text)).toEqual([]);
  });
});

describe('docs/data-center.md', () => {
  it('shows a connection that a profile may have', () => {
    const [, text = ''] = /```yaml\n(.*?)```/s.exec(read('docs/data-center.md')) ?? [];
    expect(text).toContain('type: data-center');
    expect(readProblems(text)).toEqual([]);
  });
});

describe("the page about CodeScene's own files", () => {
  const page = read('docs/codescene-files.md');

  it('has every threshold with its default, and the limit that it becomes', () => {
    for (const [name, { default: usual, lowest, toLimits }] of thresholds) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` | ${usual ?? '–'} | `));
      expect(row, name).toBeDefined();
      const [limit] = Object.keys(toLimits?.(lowest) ?? {});
      const [smell = '', key = ''] = limit?.split('.') ?? [];
      expect(row).toContain(limit === undefined ? 'not honoured' : `\`${smell}.${limitKey(key)}\``);
    }
  });

  it('has every gate', () => {
    for (const key of gateKeys) expect(page).toContain(`\`${key}\``);
  });
});
