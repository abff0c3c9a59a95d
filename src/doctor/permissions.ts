import type {
  BitbucketFacts,
  DiagnosisLine,
  Mark,
  PermissionFacts,
  PermissionName,
  PlaceFacts,
  Remedy,
} from '../model/diagnosis.ts';
import type { FeedbackSettings } from '../model/profile.ts';
import { ok, troubled, warning } from './line.ts';
import { addToken, whereNeeded } from './publishing.ts';

interface PermissionRule {
  readonly subject: string;
  /** What a yes proves, and what no harmless request can. */
  readonly proven: string;
  /** Scope of access tokens (Bitbucket Cloud REST API, authentication). */
  readonly scope: 'repository' | 'pullrequest';
  /** Whether the profile wants it. */
  readonly isWanted: (feedback: FeedbackSettings) => boolean;
  /** The verdict is published without it: what it is good for comes on top. */
  readonly isExtra: boolean;
}

const rules: Readonly<Record<PermissionName, PermissionRule>> = {
  repository: {
    subject: 'read repository',
    proven: 'yes',
    scope: 'repository',
    isWanted: ({ insightsReport, buildStatus }) => insightsReport || buildStatus,
    isExtra: false,
  },
  commit: {
    subject: 'read commit',
    proven: 'yes, it is pushed',
    scope: 'repository',
    isWanted: ({ insightsReport, buildStatus }) => insightsReport || buildStatus,
    isExtra: false,
  },
  report: {
    subject: 'report, annotations',
    proven: 'can be read; to write them takes the same scope, which no request without a change can prove',
    scope: 'repository',
    isWanted: ({ insightsReport }) => insightsReport,
    isExtra: false,
  },
  'build-status': {
    subject: 'build status',
    proven:
      'can be read; to write one takes the same scope, and one that another identity wrote cannot be overwritten, which shows only then',
    scope: 'repository',
    isWanted: ({ buildStatus }) => buildStatus,
    isExtra: true,
  },
  'pull-request': {
    subject: 'read pull request',
    proven: 'yes',
    scope: 'pullrequest',
    isWanted: ({ comment }) => comment !== 'never',
    isExtra: true,
  },
  comment: {
    subject: 'comment',
    proven: 'can be read; to write one takes the same scope, which no request without a change can prove',
    scope: 'pullrequest',
    isWanted: ({ comment }) => comment !== 'never',
    isExtra: true,
  },
};

/** What a report is looked for in: where one of them is missing, a missing report says nothing. */
const around: readonly PermissionName[] = ['repository', 'commit'];

/** What Bitbucket answered to each request, and what that means for the feedback that the profile asks for. */
export function diagnosePermissions(facts: PlaceFacts): readonly DiagnosisLine[] {
  const { bitbucket, profile } = facts;
  const feedback = profile && 'found' in profile ? profile.found.feedback : null;
  const isWanted = (name: PermissionName) => feedback === null || rules[name].isWanted(feedback);
  const asked = bitbucket.permissions.map((permission) => {
    const mark = isWanted(permission.permission) ? markFor(permission.permission, facts) : 'ok';
    return diagnosePermission(permission, { mark, permissions: bitbucket.permissions });
  });
  return [
    ...withoutRepeats(asked),
    ...diagnoseProxy(bitbucket, isWanted),
    ...diagnoseScopes(bitbucket, isWanted),
  ];
}

/** What stands in the way of one request mostly does of all: what to do about it is said once. */
function withoutRepeats(lines: readonly DiagnosisLine[]): readonly DiagnosisLine[] {
  const said = new Set<string>();
  return lines.map((line) => {
    const remedies = line.remedies.filter(({ say }) => !said.has(say));
    for (const { say } of remedies) said.add(say);
    return { ...line, remedies };
  });
}

function markFor(name: PermissionName, facts: PlaceFacts): Mark {
  return rules[name].isExtra && !facts.bitbucket.isNamed ? 'warning' : whereNeeded(facts);
}

function diagnosePermission(
  { permission, status, trouble }: PermissionFacts,
  { mark, permissions }: { readonly mark: Mark; readonly permissions: readonly PermissionFacts[] },
): DiagnosisLine {
  const { subject, proven } = rules[permission];
  if (trouble !== null) {
    const line = troubled(subject, trouble, mark);
    return mark === 'ok'
      ? { ...line, found: `${line.found} The profile does not ask for it.`, remedies: [] }
      : line;
  }
  const isProof =
    status !== 404 ||
    permissions.every((other) => other.trouble === null || !around.includes(other.permission));
  if (!isProof)
    return warning(subject, 'Not found, which says nothing while the repository or commit is not.');
  return ok(subject, status === 404 ? `${proven} (none is there yet)` : proven);
}

/** The proxy knows reports alone (Atlassian's issue BCLOUD-21842). */
function diagnoseProxy(
  { connection }: BitbucketFacts,
  isWanted: (name: PermissionName) => boolean,
): readonly DiagnosisLine[] {
  if ('trouble' in connection || connection.found !== 'pipelines') return [];
  const names = (['build-status', 'comment'] as const).filter(isWanted);
  if (names.length === 0) return [];
  const subject = names.map((name) => rules[name].subject).join(', ');
  return [warning(subject, 'The Pipelines proxy adds no credentials for that: it is skipped.', addToken)];
}

/** What the server itself says of the token. */
function diagnoseScopes(
  { scopes }: BitbucketFacts,
  isWanted: (name: PermissionName) => boolean,
): readonly DiagnosisLine[] {
  if (scopes === null) return [];
  const granted = scopes.split(/[\s,]+/).filter((scope) => scope !== '');
  const wanted = (Object.keys(rules) as PermissionName[]).filter(isWanted).map((name) => rules[name].scope);
  const lacking = [...new Set(wanted)].filter((scope) => !granted.some((each) => covers(each, scope)));
  const found = granted.length === 0 ? 'none' : granted.join(', ');
  if (lacking.length === 0) return [ok('scopes', found)];
  const remedy: Remedy = {
    say: `Create a new token with ${lacking.join(' and ')} as well: the scopes of a token cannot be changed.`,
  };
  return [warning('scopes', `${found}; the profile's feedback needs ${lacking.join(' and ')} too`, remedy)];
}

/**
 * `pullrequest:write` holds `pullrequest`, and that holds `repository` (Bitbucket Cloud REST API, scopes). The scopes
 * of API tokens (`read:pullrequest:bitbucket`) hold no others.
 */
function covers(granted: string, wanted: string): boolean {
  if (granted.includes(':bitbucket')) return granted === `read:${wanted}:bitbucket`;
  const [scope] = granted.split(':');
  return scope === wanted || (scope === 'pullrequest' && wanted === 'repository');
}
