import type { Artifact } from 'sarif';
import type { FileReport } from '../../model/report.ts';
import type { ReviewedFile } from '../../model/review.ts';
import { toArtifactLocation } from './location.ts';

/** The changed files with their scores; those without an address are left out. */
export function changedArtifacts(files: readonly FileReport[]): Artifact[] {
  const artifacts = files.flatMap((file) => {
    const { change, oldScore, newScore, hotspot } = file;
    return toArtifact(file, ['analysisTarget', change], { oldScore, newScore, hotspot });
  });
  return withoutDoubles(artifacts);
}

/** The reviewed files with their scores. */
export function reviewedArtifacts(files: readonly ReviewedFile[]): Artifact[] {
  const artifacts = files.flatMap((file) => {
    const { score, linesOfCode, hotspot } = file;
    return toArtifact(file, ['analysisTarget'], { score, linesOfCode, hotspot });
  });
  return withoutDoubles(artifacts);
}

function toArtifact(
  { path, pathIsExact }: FileReport | ReviewedFile,
  roles: NonNullable<Artifact['roles']>,
  properties: NonNullable<Artifact['properties']>,
): Artifact[] {
  const location = toArtifactLocation({ path, isExact: pathIsExact !== false });
  return location === null ? [] : [{ location, roles, properties }];
}

/** SARIF takes no artifact twice; a file of results may come from anywhere. */
function withoutDoubles(artifacts: readonly Artifact[]): Artifact[] {
  return [...new Map(artifacts.map((artifact) => [artifact.location?.uri, artifact])).values()];
}
