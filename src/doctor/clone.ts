import type {
  DiagnosisLine,
  Examined,
  PlaceFacts,
  PlaceKind,
  RepositoryFacts,
  TargetFacts,
} from '../model/diagnosis.ts';
import { fullClone, missing, ok, short, troubled, warning } from './line.ts';

/** The repository, how much history it has, and what the change is compared with. */
export function diagnoseClone({ repository, target, kind }: PlaceFacts): readonly DiagnosisLine[] {
  if ('trouble' in repository) return [troubled('repository', repository.trouble)];
  const { found } = repository;
  return [
    diagnoseRepository(found),
    diagnoseDepth(found),
    ...(target === null || found.commits === null ? [] : diagnoseTarget(target, found, kind)),
  ];
}

function diagnoseRepository({ root, isForeign }: RepositoryFacts): DiagnosisLine {
  const owner =
    '; it belongs to another user, which git by itself refuses (safe.directory) and codescene-pr gets by';
  return ok('repository', `${root}${isForeign ? owner : ''}`);
}

function diagnoseDepth({ shallow, commits }: RepositoryFacts): DiagnosisLine {
  if (commits === null) {
    return missing('clone depth', 'Nothing was committed yet, so that there is nothing to compare with.', {
      say: 'Make the first commit.',
    });
  }
  const count = commits === 1 ? '1 commit' : `${commits} commits`;
  return ok('clone depth', shallow ? `${count}; what came before is cut off` : `all of it: ${count}`);
}

function diagnoseTarget(
  target: Examined<TargetFacts | null>,
  repository: RepositoryFacts,
  kind: PlaceKind,
): readonly DiagnosisLine[] {
  if ('trouble' in target) return [troubled('target', target.trouble)];
  if (target.found === null) {
    return [ok('target', 'None: a build of the main branch itself or of a tag has nothing to compare.')];
  }
  return [
    diagnoseTip(target.found),
    ...diagnoseMergeBase(target.found, repository),
    ...diagnoseHistory(target.found, kind),
  ];
}

function diagnoseTip({ ref, commit, remote }: TargetFacts): DiagnosisLine {
  const here = commit === null ? null : `${ref} at ${short(commit)}`;
  if (remote === null) {
    return here === null
      ? missing('target', `${ref} is not in this clone.`, fetchIt(ref))
      : ok('target', here);
  }
  if ('trouble' in remote) {
    const mark = here === null ? 'missing' : 'warning';
    const line = troubled('target', remote.trouble, mark);
    const fallback = here === null ? '' : ` Compared is then with what the clone has of it: ${here}.`;
    return { ...line, found: `${ref} cannot be fetched: ${line.found}${fallback}` };
  }
  if (remote.found.tip === null) {
    const found = `origin has no branch ${ref}.`;
    return here === null
      ? missing('target', found, {
          say: 'Name another branch by --target; git ls-remote --heads origin lists them.',
        })
      : warning('target', `${found} Compared is then with what the clone has of it: ${here}.`);
  }
  return ok('target', here ?? `${ref} at ${short(remote.found.tip)}, which check fetches`);
}

function fetchIt(ref: string) {
  return {
    say: 'Fetch it:',
    paste: [`git fetch origin "+refs/heads/${ref}:refs/remotes/origin/${ref}"`],
  };
}

/** What is fetched first cannot be looked for before. */
function diagnoseMergeBase(
  { mergeBase, remote }: TargetFacts,
  { shallow }: RepositoryFacts,
): readonly DiagnosisLine[] {
  if (mergeBase === null) return [];
  if ('found' in mergeBase) return [ok('merge base', short(mergeBase.found))];
  const canFetch = remote !== null && 'found' in remote;
  if (!shallow || !canFetch) return [troubled('merge base', mergeBase.trouble)];
  const found =
    'Not in this shallow clone: check fetches more history until it is there, which takes the time of a few fetches.';
  return [warning('merge base', found, fullClone)];
}

function diagnoseHistory({ history }: TargetFacts, kind: PlaceKind): readonly DiagnosisLine[] {
  const subject = 'history';
  if (history === 'complete') return [ok(subject, 'the year that hotspots are found in is there')];
  if (history === 'from-origin') {
    return [ok(subject, 'cut off within the year; check asks origin for it, without the contents of files')];
  }
  if (history === null) return [];
  const found =
    'Cut off within the year: hotspots, expected changes and the review level are not known, and the gate hotspot-decline does not judge.';
  const unshallow = { say: 'Get the rest:', paste: ['git fetch --unshallow'] };
  return [warning(subject, found, kind === 'local' ? unshallow : fullClone)];
}
