import type { ReviewReport } from '../../../model/review.ts';
import { mostFrequent } from '../../next-step-words.ts';
import { shortHash } from '../../verdict-words.ts';
import { explainSmell, renderSteps, type Step, stepsForUnmeasured } from '../next-steps.ts';
import type { Style } from '../style.ts';

import { isCut } from './files.ts';

/** A path that can be pasted into a command as it is. */
const plainPath = /^[\w@+][\w./@+-]*$/;

/** What a developer can do about what a review found. */
export function renderReviewSteps(review: ReviewReport, style: Style): readonly string[] {
  return renderSteps([...stepsForUnmeasured(review), ...stepsForFindings(review), ...stepForMore()], style);

  function stepForMore(): readonly Step[] {
    return isCut(review, style)
      ? [{ advice: 'Add --all for the files and findings that are left out here.' }]
      : [];
  }
}

function stepsForFindings({ worstFunctions, files, context }: ReviewReport): readonly Step[] {
  const [worst] = worstFunctions;
  const source = context.source === null ? '' : ` --source ${shortHash(context.source)}`;
  const found = worst
    ? worstFunctions.flatMap(({ smells }) => smells)
    : files.flatMap(({ findings }) => findings.map(({ smell }) => smell));
  if (found.length === 0) return [];
  return [
    ...(worst && plainPath.test(worst.path)
      ? [
          {
            command: `codescene-pr explain ${worst.path}:${worst.line}${source}`,
            purpose: 'what stands there',
          },
        ]
      : []),
    ...mostFrequent(found).map(explainSmell),
  ];
}
