import type { Artifact } from 'sarif';
import type { FileReport } from '../../model/report.ts';
import type { ReviewedFile } from '../../model/review.ts';
import { toArtifactLocation } from './location.ts';

/** The changed files with their scores; those without an address are left out. */
export function changedArtifacts(files: readonly FileReport[]): Artifact[] {
  return files.flatMap((file) => {
    const { change, oldScore, newScore, hotspot } = file;
    return toArtifact(file, ['analysisTarget', change], { oldScore, newScore, hotspot });
  });
}

/** The reviewed files with their scores. */
export function reviewedArtifacts(files: readonly ReviewedFile[]): Artifact[] {
  return files.flatMap((file) => {
    const { score, linesOfCode, hotspot } = file;
    return toArtifact(file, ['analysisTarget'], { score, linesOfCode, hotspot });
  });
}

function toArtifact(
  { path, pathIsExact }: FileReport | ReviewedFile,
  roles: NonNullable<Artifact['roles']>,
  properties: NonNullable<Artifact['properties']>,
): Artifact[] {
  const location = toArtifactLocation({ path, isExact: pathIsExact !== false });
  return location === null ? [] : [{ location, roles, properties }];
}
