import { BrokenCoverage, type CoverageProblem, writeAgain } from './broken-coverage.ts';
import type { CoverageReport } from './coverage-report.ts';
import { readLcov } from './read-lcov.ts';
import { readXmlCoverage } from './read-xml-coverage.ts';

export type ParsedCoverage =
  | { readonly report: CoverageReport; readonly problem: null }
  | { readonly report: null; readonly problem: CoverageProblem };

/** Reads a coverage file; its format is seen by what it holds, whatever its name. Pure. */
export function parseCoverage(text: string): ParsedCoverage {
  try {
    return { report: read(text.replace(/^\ufeff/, '')), problem: null };
  } catch (error) {
    if (!(error instanceof BrokenCoverage)) throw error;
    const { message, line, hint } = error;
    return { report: null, problem: { message, line, hint } };
  }
}

function read(text: string): CoverageReport {
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) throw unknown('is empty.', `Did the tests run with coverage? ${writeAgain}`);
  if (first === '<') return readXmlCoverage(text);
  if (/^(?:TN|SF|VER):/m.test(text)) return readLcov(text);
  if (first === '{' || first === '[') {
    throw unknown(
      'is JSON.',
      'Let the tests write lcov as well (for vitest, jest and nyc: the reporter "lcov").',
    );
  }
  throw unknown('has no format that is known.', writeAgain);
}

function unknown(message: string, hint: string): BrokenCoverage {
  return new BrokenCoverage({ message, line: null, hint });
}
