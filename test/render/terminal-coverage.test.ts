import { describe, expect, it } from 'vitest';
import type { FileCoverage, FileReport, GateResult } from '../../src/model/report.ts';
import { createEmptyReport, createReport } from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';

const render = (coverages: readonly (FileCoverage | null)[], gates: readonly GateResult[] = []) => {
  const [file] = createReport().files;
  const files = coverages.map((coverage, index) => {
    return { ...(file as FileReport), path: `src/${index}.ts`, coverage };
  });
  return renderers.terminal.render(createEmptyReport({ files, gates }), { color: false, width: 100 });
};

const of = (executableLines: number, coveredLines: number): FileCoverage => {
  return { executableLines, coveredLines, uncovered: [] };
};

describe('coverage on the terminal', () => {
  it('is the sum below the verdict, and each file in its heading', () => {
    const text = render([of(2, 1), of(10, 9), null]);
    expect(text).toContain('  coverage  83.3 % of 12 new and changed lines (10 covered)\n');
    expect(text).toMatch(/src\/0\.ts .*coverage 50\.0 % of 2 lines/);
    expect(text).toMatch(/src\/1\.ts .*coverage 90\.0 % of 10 lines/);
    expect(text).not.toMatch(/src\/2\.ts .*coverage/);
  });

  it('of one line is said of one line', () => {
    expect(render([of(1, 1)])).toContain('100.0 % of 1 new and changed line (1 covered)');
  });

  it('says that no line counts where that is so', () => {
    const text = render([of(0, 0)]);
    expect(text).toContain('  coverage  no new or changed line can be executed\n');
    expect(text).not.toContain('%');
  });

  it('is not there where nothing is known of it', () => {
    expect(render([null])).not.toContain('coverage');
  });

  it('is advised about by itself, beside a score that is short', () => {
    const condition = { path: 'a.ts', line: null, smell: null, measured: 1, limit: 9, message: 'm' };
    const coverage: GateResult = { gate: 'coverage', status: 'failed', conditions: [condition] };
    const score: GateResult = { gate: 'new-code-health', status: 'failed', conditions: [condition] };
    const [byCoverage, byScore, byBoth] = [[coverage], [score], [coverage, score]].map((gates) =>
      render([of(10, 1)], gates),
    );
    const advice = { test: 'Test the new and changed lines', mend: 'until their score is back' };
    expect(byCoverage).toContain(advice.test);
    expect(byCoverage).not.toContain(advice.mend);
    expect(byScore).not.toContain(advice.test);
    expect(byScore).toContain(advice.mend);
    expect(byBoth).toContain(advice.test);
    expect(byBoth).toContain(advice.mend);
  });
});
