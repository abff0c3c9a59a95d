import { posix } from 'node:path';
import type { CheckContext } from '../context/index.ts';
import { type Repository, readAuthors, readSizes } from '../git/index.ts';
import {
  findExpectedChanges,
  findHotspots,
  judgeReviewLevel,
  maxExpectedChanges,
  type Past,
} from '../history/index.ts';
import type { SelectedFile } from '../model/measured-file.ts';
import type { Profile } from '../model/profile.ts';
import type { ExpectedChange, FileReport, Report } from '../model/report.ts';
import type { ChangedFile } from '../model/source.ts';
import { loadHistory } from './load-history.ts';

/** The change whose files' past is wanted. */
export interface ChangeRequest {
  readonly repository: Repository;
  readonly context: CheckContext;
  /** Every file that differs. */
  readonly changed: readonly ChangedFile[];
  /** Those of them that are measured. */
  readonly selected: readonly SelectedFile[];
  readonly profile: Pick<Profile, 'excludedBy'>;
}

/** What the year before a change says about it. */
export interface ChangeHistory extends Pick<Report, 'expectedChanges' | 'reviewLevel' | 'warnings'> {
  /** The same file with whether it is a hotspot. */
  readonly mark: (file: FileReport) => FileReport;
}

const silent: ChangeHistory = { expectedChanges: [], reviewLevel: null, warnings: [], mark: (file) => file };

/** Reads the history of the target, and finds in it what concerns the change. Fails nothing. */
export async function recallChange(request: ChangeRequest): Promise<ChangeHistory> {
  const { repository, context, selected, profile } = request;
  const { target, inPipeline } = context;
  if (target === null || context.mergeBase === null || selected.length === 0) return silent;
  const authors = readAuthors(repository, context.mergeBase, context.headCommit ?? 'HEAD');
  const [history, known] = await Promise.all([
    loadHistory({
      repository,
      tip: target.commit,
      remoteBranch: context.kind === 'pull-request' ? target.ref : null,
      paths: selected.flatMap(({ old }) => (old ? [old.path] : [])),
      profile,
      inPipeline,
    }),
    authors.catch(() => []),
  ]);
  if (history.past === null) return { ...silent, warnings: [history.warning] };
  const { past } = history;
  const hotspots = new Set(findHotspots(past));
  return {
    mark: (file) => ({
      ...file,
      hotspot: hotspots.has(past.nameOf(file.oldPath ?? file.path)) && !isNew(file),
    }),
    expectedChanges: await expectChanges(past, request, context.mergeBase),
    reviewLevel: judgeReviewLevel(extentOf(selected, past, known), past),
    warnings: [],
  };
}

const isNew = ({ change }: FileReport) => change === 'added';

/** A file that the branch does not have, because it came to the target later, is not expected. */
async function expectChanges(
  past: Past,
  { repository, context, changed, selected }: ChangeRequest,
  mergeBase: string,
): Promise<readonly ExpectedChange[]> {
  const names = (files: readonly ChangedFile[]) =>
    files.flatMap(({ old, new: head }) =>
      [old, head].flatMap((side) => (side ? [past.nameOf(side.path)] : [])),
    );
  const edited = selected.flatMap(({ path, old, new: head }) => {
    const isEdited = old !== null && head !== null && (head.blob === null || old.blob !== head.blob);
    return isEdited ? [{ name: past.nameOf(old.path), path }] : [];
  });
  const expected = findExpectedChanges(past, { edited, changed: names(changed) });
  if (expected.length === 0) return [];
  const paths = expected.map(({ expectedPath: text }) => ({ text, isExact: true }));
  const standing =
    mergeBase === context.target?.commit ? past.sizes : await readSizes(repository, mergeBase, paths);
  return expected.filter(({ expectedPath }) => standing.has(expectedPath)).slice(0, maxExpectedChanges);
}

function extentOf(selected: readonly SelectedFile[], past: Past, authors: readonly string[]) {
  return {
    files: selected.length,
    folders: new Set(selected.map(({ path }) => posix.dirname(path))).size,
    names: selected.flatMap(({ old }) => (old ? [past.nameOf(old.path)] : [])),
    authors,
  };
}
