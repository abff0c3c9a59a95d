import type { NewSuppressions } from '../../src/model/profile.ts';
import type { Suppression } from '../../src/model/report.ts';
import { type Change, changesOf, reportSuppressing } from '../helpers/report-change.ts';

/** A comment that suppresses everything in the function below it. */
export const all = '// @codescene(disable-all)\n';

/** A comment that suppresses the smells of these names alone. */
export const only = (...names: readonly string[]) =>
  `// @codescene(${names.map((name) => `disable:"${name}"`).join(', ')})\n`;

/** The beginning of a file, where a comment holds in all of it. */
export const onTop = (directive: string) => `${directive}import './start.ts';\n\n`;

const describeSuppression = ({ path, line, smell, function: name, added, honoured }: Suppression) =>
  `${path}:${line} ${smell} ${name}${added ? ' added' : ''}${honoured ? '' : ' ignored'}`;

/** What the report says of changes: findings, scores before and after, suppressions, warnings. */
export function judge(newSuppressions: NewSuppressions, ...changes: readonly Change[]) {
  const { files, suppressions, warnings } = reportSuppressing(newSuppressions, ...changes);
  return {
    changes: changesOf(files),
    scores: files.map(({ oldScore, newScore }) => [oldScore, newScore]),
    suppressions: suppressions.map(describeSuppression),
    warnings,
  };
}

/** A change of one file. */
export const edit = (old: string | null, head: string | null): Change => ({
  path: 'src/a.ts',
  old,
  new: head,
});
