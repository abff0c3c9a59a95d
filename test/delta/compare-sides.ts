import type { ComparedSide } from '../../src/delta/index.ts';
import type { DeltaFinding, Finding } from '../../src/model/finding.ts';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import { compareFile } from '../helpers/compare-file.ts';
import { createFile, createFinding, createFunction } from '../helpers/create-metrics.ts';

/** What is measured comes from the code: bodies differ where the values of their findings do. */
export function side(functions: readonly FunctionMetrics[], findings: readonly Finding[]): ComparedSide {
  const bodies = functions.map((fn) => {
    const own = findings.filter((found) => found.function === fn.name && found.line >= fn.line);
    const values = own
      .filter(({ line }) => line <= fn.endLine)
      .map(({ smell, measured }) => `${smell} ${measured}`);
    return { ...fn, bodyHash: [fn.bodyHash, ...values].join(', ') };
  });
  return { metrics: createFile(bodies), findings };
}

/** One function with one Complex Method finding, or none at 8 and below. */
export function complexSide(cc: number, name = 'settle', body = 'body'): ComparedSide {
  const fn = createFunction({ name, cyclomaticComplexity: cc, bodyHash: body, bodySketch: [1, 2, 3] });
  const finding = createFinding('complex-method', { function: name, measured: cc });
  return side([fn], cc > 8 ? [finding] : []);
}

const summary = ({ changeType, smell, function: name, before, measured }: DeltaFinding) =>
  `${changeType} ${smell} ${name} ${before} -> ${measured}`;

/** What a change did to the findings of a file, a line each, their messages, and what did not change. */
export const compare = (old: ComparedSide | null, head: ComparedSide | null) => {
  const { findings, unchanged } = compareFile({ old, new: head });
  return { changes: findings.map(summary), messages: findings.map(({ message }) => message), unchanged };
};
