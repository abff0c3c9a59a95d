import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { toSafeJson } from '../../src/render/index.ts';
import {
  createEmptyReport,
  createHostileReport,
  createReport,
  hostileText,
} from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';

const options = { color: false, width: 80 };
const render = (report: Report) => renderers.json.render(report, options);
const keysOf = (value: unknown) => Object.keys(value as object);

describe('the result file', () => {
  it('is the report itself', () => {
    expect(JSON.parse(render(createReport()))).toEqual(createReport());
    expect(JSON.parse(render(createEmptyReport()))).toEqual(createEmptyReport());
  });

  it('is indented by two spaces and ends with a line feed', () => {
    expect(render(createReport())).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"tool": \{\n {4}"name"/);
    expect(render(createReport())).toMatch(/\n\}\n$/);
  });

  it('has its keys in one order, whatever the order in the report', () => {
    const reversed = JSON.parse(render(createReport()), (_key, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(render(reversed)).toBe(render(createReport()));
    const result = JSON.parse(render(reversed));
    expect(keysOf(result)).toEqual([
      'schemaVersion',
      'tool',
      'status',
      'context',
      'profile',
      'summary',
      'gates',
      'files',
      'skipped',
      'suppressions',
      'expectedChanges',
      'reviewLevel',
      'warnings',
    ]);
    expect(keysOf(result.files[1].findings[0])).toEqual([
      'smell',
      'name',
      'severity',
      'changeType',
      'function',
      'line',
      'endLine',
      'measured',
      'before',
      'limit',
      'message',
      'otherSide',
    ]);
  });

  it('has empty lists where there is nothing', () => {
    expect(render(createEmptyReport())).toContain('"files": [],\n  "skipped": [],');
  });

  it('says of a path that it is not exact only where it is not', () => {
    const [file] = createReport().files;
    if (!file) throw new Error('The canonical report has no file.');
    const inexact = createReport({ files: [{ ...file, pathIsExact: false }] });
    expect(render(inexact)).toContain('"pathIsExact": false');
    expect(render(createReport())).not.toContain('pathIsExact');
  });

  it('escapes what is invisible and keeps it exact', () => {
    const text = render(createHostileReport());
    expect(text).toContain(
      '\\u001b[2J\\u001b]0;owned\\u0007\\u0000\\u007f\\u009b31m\\r\\n\\t\\u202egpj\\u2066\\u200b\\u2028\\ud800',
    );
    expect(text.replaceAll('\n', '')).toMatch(/^\P{C}*$/u);
    expect(JSON.parse(text).files[0].path).toBe(hostileText);
  });
});

describe('toSafeJson', () => {
  it('escapes characters beyond the first plane as two code units', () => {
    const tag = '\u{e0041}';
    expect(toSafeJson(tag)).toBe('"\\udb40\\udc41"\n');
    expect(JSON.parse(toSafeJson(tag))).toBe(tag);
  });

  it('leaves everything visible as it is', () => {
    expect(toSafeJson('Größe 数 🙂')).toBe('"Größe 数 🙂"\n');
  });
});
