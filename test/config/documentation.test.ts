import { describe, expect, it } from 'vitest';
import { gateKeys } from '../../src/config/codescene-files/file-schemas.ts';
import { thresholds } from '../../src/config/codescene-files/thresholds.ts';
import { limitKey } from '../../src/smells/limit-key.ts';
import { codeBlocksOf, tableRowsOf } from '../helpers/markdown.ts';
import { read } from '../helpers/project-files.ts';
import { resolveText } from './create-files.ts';

describe('docs/quality-profile.md', () => {
  it('has a row for every key, and for every part of files, feedback and suppressions', () => {
    const { properties } = JSON.parse(read('schemas/quality-profile.schema.json'));
    const keys = Object.keys(properties).flatMap((key) =>
      ['files', 'feedback', 'suppressions'].includes(key)
        ? Object.keys(properties[key].properties).map((part) => `\`${key}.${part}\``)
        : [`\`${key}\``],
    );
    const rows = tableRowsOf(read('docs/quality-profile.md')).map(([key]) => key);
    expect(rows.slice(1, keys.length + 1)).toEqual(keys);
  });

  it('shows a profile that has no setting without effect', async () => {
    const blocks = codeBlocksOf(read('docs/quality-profile.md'));
    const text = blocks.find(({ code }) => code.startsWith('# yaml-language-server'))?.code ?? '';
    expect(text).toContain('goals:');
    expect((await resolveText(text)).warnings).toEqual([]);
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
