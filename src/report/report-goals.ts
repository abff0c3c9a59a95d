import { describeGoal, goalOf } from '../gate/index.ts';
import type { Profile } from '../model/profile.ts';
import type { FileReport } from '../model/report.ts';

/** The files with what the profile wants for each. Pure. */
export function withGoals(
  files: readonly FileReport[],
  profile: Pick<Profile, 'goalFor'>,
): readonly FileReport[] {
  return files.map((file) => {
    const goal = goalOf(file, profile);
    return goal === null ? file : { ...file, goal: { goal: goal.goal, note: goal.note } };
  });
}

/** What is said of files that are to be refactored and were touched and left as they are: it fails nothing. Pure. */
export function warnAboutGoals(files: readonly FileReport[]): readonly string[] {
  return files.flatMap((file) =>
    file.goal && isLeftAsItIs(file)
      ? [`${file.path} was touched and left as it is (${describeGoal(file.goal)}).`]
      : [],
  );
}

/** Whether a file is to be refactored and the change did nothing for it. Where nothing is found, nothing is left to do. */
export function isLeftAsItIs({ goal, oldScore, newScore, findings, unchanged }: FileReport): boolean {
  const isSame = oldScore !== null && oldScore === newScore && findings.length === 0;
  return goal?.goal === 'refactor' && isSame && unchanged.length > 0;
}
