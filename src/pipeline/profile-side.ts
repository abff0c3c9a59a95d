import type { CheckContext, ReviewSource } from '../context/index.ts';
import { reviewProfileSide } from './describe-reviewed.ts';
import type { ProfileSide } from './load-profile.ts';

/** `--profile-from`: whose profile holds; left out, the target's in a pipeline and the working tree's elsewhere. */
export type ProfileFrom = 'target' | 'source';

/** In a pipeline the target's side decides; a developer tries out what stands in the working tree. */
export function checkProfileSide(context: CheckContext, from: ProfileFrom | undefined): ProfileSide {
  const { inPipeline, target } = context;
  if (from === 'source') return sourceProfileSide(context);
  const isTarget = inPipeline || from === 'target';
  return isTarget && target ? { kind: 'commit', ...target } : { kind: 'working-tree' };
}

/** Whether the judged side brings the profile along that it is judged by. */
export function isJudgedByOwnProfile(context: CheckContext, from: ProfileFrom | undefined): boolean {
  const side = checkProfileSide(context, from);
  return side.kind === 'working-tree' || side.commit !== context.target?.commit;
}

/** The judged side itself. */
export function sourceProfileSide({ head, sourceBranch }: CheckContext): ProfileSide {
  if (head.kind !== 'commit') return { kind: 'working-tree' };
  return { kind: 'commit', commit: head.commit, ref: sourceBranch ?? 'the source' };
}

/** Like `checkProfileSide` for a review: the reviewed side decides, or the target of a pull request's pipeline. */
export function reviewSide(reviewed: ReviewSource, from: ProfileFrom | undefined): ProfileSide {
  const { head } = reviewed;
  if (from !== 'source') return reviewProfileSide(reviewed);
  return head.kind === 'commit'
    ? { kind: 'commit', commit: head.commit, ref: 'the source' }
    : { kind: 'working-tree' };
}

/** Said where a pull request is judged by its own profile: that is asked for, and must not be overlooked. */
export function warnAboutOwnProfile(
  from: ProfileFrom | undefined,
  { inPipeline }: Pick<CheckContext, 'inPipeline'>,
): readonly string[] {
  if (from !== 'source' || !inPipeline) return [];
  return [
    "The profile in force is this change's own (--profile-from source): whoever changes code can weaken the gate that judges it.",
  ];
}

/** Whether a review is judged by another side's profile: in the pipeline of a pull request by the target's. */
export function isJudgedByTarget({ head, profileAt }: ReviewSource): boolean {
  return profileAt !== null && !(head.kind === 'commit' && head.commit === profileAt.commit);
}
