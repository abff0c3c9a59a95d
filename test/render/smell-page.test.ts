import { describe, expect, it } from 'vitest';
import { renderSmellPage } from '../../src/render/smell-page.ts';
import { assessMetrics } from '../../src/report/assess-file.ts';
import { suppressInReview } from '../../src/report/suppress-findings.ts';
import { smells } from '../../src/smells/index.ts';
import { withLimits } from '../helpers/test-smell.ts';
import { measureCode } from '../languages/measure-code.ts';

describe('the page of a smell', () => {
  it.each(smells)('says how to suppress $id, and that does it', (smell) => {
    const { id, examples } = smell;
    const page = renderSmellPage(smell, 100);
    const [, comment = '', scope = ''] = /\nSuppress it\n {2}(\/\/ .*)\n(.*)\n/.exec(page) ?? [];
    expect(scope).toContain('at the top of');
    const rules = withLimits(id, examples.limits);
    const side = assessMetrics(measureCode(`${comment}\n\n${examples.bad}`, examples.path), rules);
    expect(side.findings.map((finding) => finding.smell)).toContain(id);
    const suppressed = suppressInReview('src/a.ts', side, rules);
    expect(suppressed.side).toMatchObject({ findings: [], score: 10 });
    expect(suppressed.suppressions.every((each) => each.smell === id)).toBe(true);
  });
});
