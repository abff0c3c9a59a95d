import type { ReviewSource } from '../context/index.ts';
import { type Repository, resolveCommit } from '../git/index.ts';
import { findHotspots } from '../history/index.ts';
import type { Profile } from '../model/profile.ts';
import type { ReviewReport } from '../model/review.ts';
import type { ReviewedFileAssessment } from '../report/assess-reviewed-file.ts';
import { loadHistory } from './load-history.ts';

/** What the year before a review says about the files. */
export interface ReviewHistory extends Pick<ReviewReport, 'warnings'> {
  /** The same file with whether it is a hotspot. */
  readonly mark: (assessment: ReviewedFileAssessment) => ReviewedFileAssessment;
}

export interface ReviewHistoryRequest {
  readonly repository: Repository;
  readonly head: ReviewSource['head'];
  readonly profile: Pick<Profile, 'excludedBy'>;
  readonly inPipeline: boolean;
}

/**
 * Reads the history of the reviewed commit, or of the one that the working tree stands on. Touches no network, and
 * fails nothing.
 */
export async function recallReview(request: ReviewHistoryRequest): Promise<ReviewHistory> {
  const { repository, head, profile, inPipeline } = request;
  const tip = head.kind === 'commit' ? head.commit : await resolveCommit(repository, 'HEAD');
  if (tip === null) return { warnings: [], mark: (assessment) => assessment };
  const history = await loadHistory({ repository, tip, remoteBranch: null, paths: [], profile, inPipeline });
  if (history.past === null) return { warnings: [history.warning], mark: (assessment) => assessment };
  const hotspots = new Set(findHotspots(history.past));
  return {
    warnings: [],
    mark: (assessment) =>
      'file' in assessment
        ? { ...assessment, file: { ...assessment.file, hotspot: hotspots.has(assessment.file.path) } }
        : assessment,
  };
}
