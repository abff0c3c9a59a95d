import type { ProfileLayer } from '../profile-layer.ts';
import { originatedFeedback } from '../resolve-feedback.ts';
import { describePlace, type ProfileWarning } from './describe-warning.ts';
import { isNoProfileFile } from './profile-scopes.ts';

/** Annotations that are asked for without the report that they belong to. */
export function warnOfFeedback(layers: readonly ProfileLayer[]): readonly ProfileWarning[] {
  const { insightsReport, degradations, improvements } = originatedFeedback(layers);
  if (insightsReport.value) return [];
  const asked = [degradations, improvements].find(({ value, origin }) => value && !isNoProfileFile(origin));
  if (!asked) return [];
  const place = describePlace(insightsReport.origin);
  const message = `has no effect, because annotations belong to the report, which is off (insights-report, ${place}): switch the report on, or remove this`;
  return [{ origin: asked.origin, key: 'feedback.annotations', message }];
}
