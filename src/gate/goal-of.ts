import type { Goal, Profile } from '../model/profile.ts';
import type { FileReport, GateCondition } from '../model/report.ts';

/** The goal of a file; one that moves takes its goal along, unless another one waits where it goes. */
export function goalOf(
  { path, oldPath }: Pick<FileReport, 'path' | 'oldPath'>,
  { goalFor }: Pick<Profile, 'goalFor'>,
): Goal | null {
  return goalFor(path) ?? (oldPath === null ? null : goalFor(oldPath));
}

/** A goal for a reader, with the note that says why: `goal: refactor, see PROJ-12`. */
export function describeGoal({ goal, note }: Pick<Goal, 'goal' | 'note'>): string {
  return note === null ? `goal: ${goal}` : `goal: ${goal}, ${note}`;
}

/** Conditions with the note of the goal that they violate: it says why the goal was set. */
export function withNote(conditions: readonly GateCondition[], goal: Goal): readonly GateCondition[] {
  if (goal.note === null) return conditions;
  return conditions.map((condition) => {
    return { ...condition, message: `${condition.message} (${describeGoal(goal)})` };
  });
}
