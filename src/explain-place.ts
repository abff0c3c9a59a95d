import { resolveReview } from './context/index.ts';
import { UsageError } from './errors.ts';
import { type Content, type Head, listFiles, quoted, readFileAt, readWorkingTreeFile } from './git/index.ts';
import { isSupportedPath, loadMeasurer } from './languages/index.ts';
import { readSourceText, splitLines } from './languages/source-text.ts';
import { measureContent } from './measurement/measure-content.ts';
import type { SideResult } from './model/measured-file.ts';
import type { FileMetrics } from './model/metrics.ts';
import type { PlaceExplanation } from './model/place.ts';
import type { SourceCode } from './model/source-code.ts';
import { describeReviewed, reviewProfileSide } from './pipeline/describe-reviewed.ts';
import { loadProfile } from './pipeline/load-profile.ts';
import { openProject, type Project } from './pipeline/open-project.ts';
import { toSideContent } from './pipeline/read-sides.ts';
import { refuseUnknownPaths } from './pipeline/refuse-unknown-paths.ts';
import { toRepositoryPath } from './pipeline/select-paths.ts';
import { assessMetrics } from './report/assess-file.ts';
import { explainPlace as explainAssessed } from './report/explain-place.ts';
import { suppressInReview } from './report/suppress-findings.ts';

/** Which place to explain. */
export interface PlaceRequest {
  /** A folder of the repository. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A branch, tag or commit; the working tree where left out. */
  readonly source?: string | undefined;
  /** A built-in profile's name or a file, see `--profile`. */
  readonly profile?: string | undefined;
  /** A file, relative to `cwd`. */
  readonly path: string;
  /** 1-based; `null` for the whole file. */
  readonly line: number | null;
}

/** What stands at a place, and the code around it. */
export interface ExplainedPlace {
  readonly explanation: PlaceExplanation;
  readonly code: SourceCode;
}

/** A file as it was asked for. */
interface Place {
  readonly project: Project;
  readonly head: Exclude<Head, { kind: 'index' }>;
  /** What is read, for a reader. */
  readonly source: string;
  /** As git has it. */
  readonly path: string;
}

/**
 * Says what is found in a file, or at one line of it, by the profile that a review would take.
 * @throws UsageError for a file that is not there or cannot be measured, or a line that it does not have
 * @throws CodeScenePrError with what else happened, why and what to do
 */
export async function explainPlace(request: PlaceRequest): Promise<ExplainedPlace> {
  const { env, source, line } = request;
  const project = await openProject(request);
  const { repository, cwd } = project;
  const path = toRepositoryPath(request.path, { cwd, root: repository.root });
  const reviewed = await resolveReview({ env, repository, source });
  const place = { project, head: reviewed.head, source: describeReviewed(reviewed, source), path };
  const profile = await loadProfile({
    ...project,
    profile: request.profile,
    side: reviewProfileSide(reviewed),
  });
  const { metrics, lines } = await measurePlace(place);
  refuseMissingLine(metrics, path, line);
  const rules = profile.rulesFor(path);
  const { side } = suppressInReview(path, assessMetrics(metrics, rules), rules);
  const explanation = {
    path,
    source: place.source,
    profile: { name: profile.name, origin: profile.origin },
    excludedBy: profile.excludedBy(path),
    ...explainAssessed(side, line),
  };
  return { explanation, code: (asked) => (asked === path ? lines : null) };
}

async function measurePlace(
  place: Place,
): Promise<{ readonly metrics: FileMetrics; readonly lines: readonly string[] | null }> {
  const { path } = place;
  const content = await readPlace(place);
  if (content.kind === 'missing') throw await missingFile(place);
  if (!isSupportedPath(path)) {
    throw new UsageError(`${quoted(path)} is of a type that is not measured.`, {
      hint: 'Measured are .ts, .tsx, .mts, .cts, .js, .jsx, .mjs and .cjs.',
    });
  }
  const side = measureContent({ path }, toSideContent(content), await loadMeasurer());
  if (side.kind !== 'measured') throw notMeasured(path, side);
  const source = content.kind === 'bytes' ? readSourceText(content.bytes) : null;
  return { metrics: side.metrics, lines: source?.kind === 'text' ? splitLines(source.text) : null };
}

function notMeasured(path: string, side: Exclude<SideResult, { kind: 'measured' }>): UsageError {
  const at = side.kind === 'unmeasurable' && side.line !== null ? ` (line ${side.line})` : '';
  return new UsageError(`${quoted(path)} cannot be measured.`, { reason: `${side.reason}${at}` });
}

async function readPlace({ project: { repository }, head, path }: Place): Promise<Content> {
  if (path === '') return { kind: 'missing' };
  if (head.kind === 'working-tree') return readWorkingTreeFile(repository, { text: path, isExact: true });
  const bytes = await readFileAt(repository, head.commit, path);
  return bytes ? { kind: 'bytes', bytes } : { kind: 'missing' };
}

/** Why there is nothing to read: no such path, or it is no file. */
async function missingFile({ project, head, source, path }: Place): Promise<UsageError> {
  const { repository } = project;
  const files = await listFiles(repository, head);
  refuseUnknownPaths({ files, place: source }, [path], { cwd: repository.root, root: repository.root });
  return new UsageError(`${path === '' ? 'The repository itself' : quoted(path)} is no regular file.`, {
    hint: 'Name a file, or score a folder with codescene-pr review.',
  });
}

function refuseMissingLine({ lines }: FileMetrics, path: string, line: number | null): void {
  if (line === null || (line >= 1 && line <= lines)) return;
  throw new UsageError(`${quoted(path)} has no line ${line}.`, { reason: `Its lines are 1 to ${lines}.` });
}
