import type { DeltaFinding, Report, ReportedFunction } from '../../src/model/report.ts';
import type { SourceCode } from '../../src/model/source-code.ts';
import type { RenderOptions } from '../../src/render/index.ts';
import { createEmptyReport } from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';
import { quietFile } from './render-terminal.ts';

/** The file that the findings are in. */
export const quiet = { ...quietFile, path: 'src/a.ts', oldScore: 10, newScore: 9 };

/** A finding in the function at line 2. */
export function findingOf(overrides: Partial<DeltaFinding>): DeltaFinding {
  return {
    smell: 'complex-method',
    name: 'Complex Method',
    severity: 'advisory',
    function: 'settle',
    line: 2,
    endLine: 9,
    measured: 9,
    limit: 8,
    message: 'settle has a cyclomatic complexity of 9 (limit 8)',
    changeType: 'introduced',
    before: null,
    otherSide: null,
    ...overrides,
  };
}

/** The function at line 2. */
export function functionOf(overrides: Partial<ReportedFunction> = {}): ReportedFunction {
  return {
    name: 'settle',
    line: 2,
    endLine: 9,
    cyclomaticComplexity: 9,
    linesOfCode: 8,
    maxNestingDepth: 1,
    bumps: 0,
    parameters: 1,
    counted: true,
    ...overrides,
  };
}

/** What stands in the file. */
export const lines = [
  "import { pay } from './pay';",
  'export function settle(order: Order): void {',
  '  if (order.paid) return;',
  '  // if this were code',
  '  for (const item of order.items) {',
  '    if (item.open) pay(item);',
  '  }',
  '  close(order);',
  '}',
];

/** A finding at one line of the function. */
export const conditional = findingOf({ smell: 'complex-conditional', line: 3, endLine: 3 });

interface Shown {
  readonly findings: readonly DeltaFinding[];
  readonly functions?: readonly ReportedFunction[];
  readonly code?: SourceCode;
}

/** The code of the new side alone. */
export const newCode: SourceCode = (path, side) => (path === 'src/a.ts' && side === 'new' ? lines : null);

/** A report of the file with these findings. */
export function reportOf({ findings, functions = [functionOf()] }: Shown): Report {
  return createEmptyReport({ files: [{ ...quiet, findings, functions }] });
}

/** The lines of the report that show code. */
export function codeIn(shown: Shown, options: Partial<RenderOptions> = {}): readonly string[] {
  const { code = newCode } = shown;
  const text = renderers.terminal.render(reportOf(shown), { color: false, width: 80, code, ...options });
  return text.split('\n').filter((line) => /^\s+[>+ ]\s*\d+ [│⋮|:]/u.test(line));
}
