export { findExpectedChanges, maxExpectedChanges, minSharedCommits } from './find-expected-changes.ts';
export { findHotspots, minHotspotCommits } from './find-hotspots.ts';
export { interpretHistory, type Past } from './interpret-history.ts';
export { type ChangeExtent, judgeReviewLevel } from './judge-review-level.ts';
export { listPathsToLookUp } from './list-paths-to-look-up.ts';
