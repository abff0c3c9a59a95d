import { measureFile } from '../../src/languages/typescript/measure-file.ts';
import type { SideResult } from '../../src/model/measured-file.ts';
import type { NewSuppressions } from '../../src/model/profile.ts';
import type { FileReport } from '../../src/model/report.ts';
import { assessFile } from '../../src/report/assess-file.ts';
import { type ReportedFiles, reportFiles } from '../../src/report/report-files.ts';

/** A file of a change: its text on both sides, `null` where it is not there. */
export interface Change {
  readonly path: string;
  readonly old: string | null;
  readonly new: string | null;
}

function measure(path: string, text: string | null): SideResult | null {
  if (text === null) return null;
  const measurement = measureFile(path, text);
  return measurement.measured
    ? { kind: 'measured', metrics: measurement.metrics }
    : { kind: 'unmeasurable', ...measurement.unmeasurable };
}

/** What the whole chain from source text to report says of a change. */
export function report(...changes: readonly Change[]): readonly FileReport[] {
  return reportSuppressing('honour', ...changes).files;
}

/** The same with its suppressions, new ones honoured or not. */
export function reportSuppressing(
  newSuppressions: NewSuppressions,
  ...changes: readonly Change[]
): ReportedFiles {
  return reportFiles(
    changes.flatMap(({ path, old, new: head }) => {
      const side = { path, kind: 'file' as const, blob: null };
      const change = old === null ? 'added' : head === null ? 'deleted' : 'modified';
      const file = {
        path,
        oldPath: null,
        change,
        pathIsExact: true,
        old: old === null ? null : side,
        new: head === null ? null : side,
      } as const;
      const measured = { file, old: measure(path, old), new: measure(path, head) };
      return assessFile(measured, { rulesFor: () => ({}) }).sides ?? [];
    }),
    { suppressions: { new: newSuppressions } },
  );
}

/** What happened to the findings, a line each: "src/a.ts: degraded complex-method settle 20 -> 22". */
export const changesOf = (files: readonly FileReport[]) =>
  files.flatMap(({ path, findings }) =>
    findings.map(
      (each) =>
        `${path}: ${each.changeType} ${each.smell} ${each.function} ${each.before} -> ${each.measured}`,
    ),
  );
export const messagesOf = (files: readonly FileReport[]) =>
  files.flatMap(({ findings }) => findings.map(({ message }) => message));
/** What went from file to file, a line each: "src/a.ts:1 settle out src/b.ts settle complex-method". */
export const movesOf = (files: readonly FileReport[]) =>
  files.flatMap(({ path, moved }) =>
    moved.map(
      (each) =>
        `${path}:${each.line} ${each.function} ${each.direction} ${each.otherPath} ${each.otherFunction} ${each.smells}`,
    ),
  );

/** A function of the given complexity whose statements are its own. */
export function busy(complexity: number, name: string, salt = name): string {
  const lines = Array.from(
    { length: complexity - 1 },
    (_, at) => `  if (n > ${at}) ${salt}${at}(n, "${salt}");`,
  );
  return `export function ${name}(n: number) {\n${lines.join('\n')}\n}\n`;
}
