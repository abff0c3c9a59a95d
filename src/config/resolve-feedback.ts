import type { FeedbackSettings } from '../model/profile.ts';
import type { FeedbackValues, Originated, ProfileLayer } from './profile-layer.ts';
import { firstGiven } from './resolve-scopes.ts';

/** The feedback settings with the place of each. */
export function originatedFeedback(layers: readonly ProfileLayer[]) {
  const pick = <T>(read: (feedback: FeedbackValues) => Originated<T> | undefined) =>
    firstGiven(layers, ({ feedback }) => read(feedback));
  return {
    insightsReport: pick((feedback) => feedback.insightsReport),
    degradations: pick((feedback) => feedback.degradations),
    improvements: pick((feedback) => feedback.improvements),
    uncoveredLines: pick((feedback) => feedback.uncoveredLines),
    buildStatus: pick((feedback) => feedback.buildStatus),
    comment: pick((feedback) => feedback.comment),
  };
}

/** What the pull request is told. */
export function resolveFeedback(layers: readonly ProfileLayer[]): FeedbackSettings {
  const { insightsReport, degradations, improvements, uncoveredLines, buildStatus, comment } =
    originatedFeedback(layers);
  return {
    insightsReport: insightsReport.value,
    annotations: {
      degradations: degradations.value,
      improvements: improvements.value,
      uncoveredLines: uncoveredLines.value,
    },
    buildStatus: buildStatus.value,
    comment: comment.value,
  };
}
