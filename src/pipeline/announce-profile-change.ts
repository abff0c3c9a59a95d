import type { CacheSettings } from '../cache/index.ts';
import { profilePath, profilePaths } from '../config/index.ts';
import type { CheckContext } from '../context/index.ts';
import { CodeScenePrError, ConfigurationError } from '../errors.ts';
import { selectFiles } from '../measurement/select-files.ts';
import type { MeasuredFile, SelectedFile } from '../model/measured-file.ts';
import type { Profile } from '../model/profile.ts';
import type { Report } from '../model/report.ts';
import type { ChangedFile } from '../model/source.ts';
import type { FileAssessment } from '../report/assess-file.ts';
import { describeDifference, judgeBy } from '../report/compare-verdicts.ts';
import { loadProfile, type ProfileRequest } from './load-profile.ts';
import { measureFiles } from './measure-files.ts';
import { checkProfileSide, type ProfileFrom, sourceProfileSide } from './profile-side.ts';

/** A change as it was judged by the profile in force. */
export interface JudgedChange extends Pick<ProfileRequest, 'repository' | 'cwd' | 'profile'> {
  readonly profileFrom: ProfileFrom | undefined;
  readonly context: CheckContext;
  /** Everything that differs. */
  readonly changed: readonly ChangedFile[];
  /** What was asked for of it. */
  readonly chosen: readonly ChangedFile[];
  readonly inForce: Profile;
  readonly assessments: readonly FileAssessment[];
  readonly report: Report;
  readonly cache: CacheSettings | null | undefined;
}

/** More files than this that only the edited profile measures are not looked at. */
const mostMeasured = 50;

/**
 * Says that a change edits the profile, which takes effect after the merge, and what it would have changed in the
 * verdict. Nothing where the profile in force is the change's own.
 */
export async function announceProfileChange(judged: JudgedChange): Promise<readonly string[]> {
  const { context, profileFrom } = judged;
  if (context.target === null || checkProfileSide(context, profileFrom).kind === 'working-tree') return [];
  if (profileFrom === 'source') return [];
  const edits = findEdits(judged);
  if (edits.length === 0) return [];
  return [describeEdits(edits, judged.inForce), ...(await foretell(judged))];
}

interface Edit {
  readonly path: string;
  readonly verb: 'adds' | 'edits' | 'removes';
}

/** The edited files that the profile is made of, or would be. */
function findEdits({ changed, profile, inForce }: JudgedChange): readonly Edit[] {
  const candidates = new Set(inForce.files);
  if (profile === undefined) {
    // CodeScene's own files count where there is no profile file.
    const others = inForce.files.includes(profilePath) ? [profilePath] : profilePaths;
    for (const file of others) candidates.add(file);
  } else if (inForce.files.length === 0) return [];
  return changed.flatMap(({ old, new: head }): readonly Edit[] => {
    const [before, after] = [old?.path, head?.path];
    if (before === after) return edit(candidates, before, 'edits');
    return [...edit(candidates, before, 'removes'), ...edit(candidates, after, 'adds')];
  });
}

function edit(
  candidates: ReadonlySet<string>,
  path: string | undefined,
  verb: Edit['verb'],
): readonly Edit[] {
  return path !== undefined && candidates.has(path) ? [{ path, verb }] : [];
}

function describeEdits(edits: readonly Edit[], { name, files }: Profile): string {
  const list = edits.map(({ path, verb }) => `${verb} ${path}`).join(' and ');
  const inForce =
    files.length === 0
      ? `The target has no profile of its own, so that ${name} is in force`
      : "The target's profile is in force";
  return `This change ${list}. ${inForce}; what is edited takes effect after the merge.`;
}

async function foretell(judged: JudgedChange): Promise<readonly string[]> {
  const edited = await loadEdited(judged);
  if (typeof edited === 'string') return [edited];
  const missing = selectMissing(judged, edited);
  const measured = missing.length > mostMeasured ? [] : await measure(judged, missing);
  const difference = describeDifference(judged.report, judgeBy(edited, judged, measured));
  const unseen = missing.length - measured.length;
  return [
    ...(difference === null ? [] : [difference]),
    ...(unseen === 0
      ? []
      : [`The edited profile would measure ${unseen} more files, which were not looked at.`]),
  ];
}

/** The profile as the change has it, or what is wrong with it. */
async function loadEdited(judged: JudgedChange): Promise<Profile | string> {
  const { repository, cwd, profile, context } = judged;
  try {
    return await loadProfile({ repository, cwd, profile, side: sourceProfileSide(context) });
  } catch (error) {
    if (!(error instanceof CodeScenePrError)) throw error;
    return `The edited profile cannot be used and would fail every build after the merge: ${describeFailure(error)}`;
  }
}

function describeFailure(error: CodeScenePrError): string {
  const [first, ...others] = error instanceof ConfigurationError ? error.problems : [];
  if (!first) return error.message;
  const { file, line, column, key, message } = first;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${file}:${line}:${column} ${key === '' ? '' : `${key}: `}${message}${more}.`;
}

/** What the edited profile measures and the one in force does not. */
function selectMissing({ chosen, inForce }: JudgedChange, edited: Profile): readonly SelectedFile[] {
  return selectFiles(chosen, edited).selected.filter(({ path }) => inForce.excludedBy(path) !== null);
}

async function measure(
  { repository, cache }: JudgedChange,
  files: readonly SelectedFile[],
): Promise<readonly MeasuredFile[]> {
  const measured: MeasuredFile[] = [];
  for await (const file of measureFiles(repository, files, { cache })) measured.push(file);
  return measured;
}
