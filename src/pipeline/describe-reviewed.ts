import type { ReviewSource } from '../context/index.ts';
import type { ProfileSide } from './load-profile.ts';

/** Where a review looks, for a reader: "the working tree", "v1.2 (3f2a9c81d4e7)". */
export function describeReviewed({ head }: ReviewSource, source: string | undefined): string {
  if (head.kind === 'working-tree') return 'the working tree';
  const hash = head.commit.slice(0, 12);
  return source === undefined || head.commit.startsWith(source) ? hash : `${source} (${hash})`;
}

/** Where the profile of a review is read. */
export function reviewProfileSide({ profileAt }: ReviewSource): ProfileSide {
  return profileAt === null ? { kind: 'working-tree' } : { kind: 'commit', ...profileAt };
}
