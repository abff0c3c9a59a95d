import { isSupportedPath } from '../languages/index.ts';
import type { SelectedFile } from '../model/measured-file.ts';
import type { Profile } from '../model/profile.ts';
import type { SkippedFile } from '../model/report.ts';
import type { ChangedFile, EntryKind } from '../model/source.ts';

export interface Selection {
  readonly selected: readonly SelectedFile[];
  /** Supported files that are left out by rule, with the reason. */
  readonly skipped: readonly SkippedFile[];
}

const kindNames: Readonly<Record<Exclude<EntryKind, 'file'>, string>> = {
  'symbolic-link': 'symbolic link',
  submodule: 'submodule',
};

/** Decides which changed files are measured. Files of other types are in neither list. Pure. */
export function selectFiles(
  changed: readonly ChangedFile[],
  profile: Pick<Profile, 'excludedBy'>,
): Selection {
  const selected: SelectedFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const file of changed) {
    const candidate = supportedSides(file);
    if (!candidate) continue;
    const reason = reasonToSkip(candidate, profile);
    if (reason === null) selected.push(withoutOtherKinds(candidate));
    else skipped.push({ path: candidate.path, reason, line: null, unmeasured: false });
  }
  return { selected, skipped };
}

/** A rename across types counts as added or deleted: the other side has nothing that could be compared. */
function supportedSides(file: ChangedFile): SelectedFile | null {
  const oldSide = file.old && isSupportedPath(file.old.path) ? file.old : null;
  const newSide = file.new && isSupportedPath(file.new.path) ? file.new : null;
  const judged = newSide ?? oldSide;
  if (!judged) return null;
  const common = { path: judged.path, pathIsExact: file.pathIsExact, old: oldSide, new: newSide };
  if (!oldSide) return { ...common, oldPath: null, change: 'added' };
  if (!newSide) return { ...common, oldPath: null, change: 'deleted' };
  return { ...common, oldPath: file.change === 'renamed' ? oldSide.path : null, change: file.change };
}

function reasonToSkip(file: SelectedFile, { excludedBy }: Pick<Profile, 'excludedBy'>): string | null {
  const pattern = excludedBy(file.path);
  if (pattern !== null) return `excluded by the profile's pattern "${pattern}"`;
  const kind = (file.new ?? file.old)?.kind ?? 'file';
  return kind === 'file' ? null : kindNames[kind];
}

/** What was a link or a submodule before has no old side to compare with. */
function withoutOtherKinds(file: SelectedFile): SelectedFile {
  return file.old && file.old.kind !== 'file' ? { ...file, old: null } : file;
}
