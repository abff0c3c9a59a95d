import type { DiagnosisLine, PlaceFacts, PlaceKind, VariableFacts } from '../model/diagnosis.ts';
import { missing, ok, short, troubled, warning } from './line.ts';

/** What a variable is good for, where it is needed, and what its lack means. */
interface VariableRule {
  readonly purpose: string;
  readonly neededIn: readonly PlaceKind[];
  /** The flag that can say it instead; `null` for none. */
  readonly flag: string | null;
  /** It is only a fallback for another one. */
  readonly isOptional?: true;
}

const builds: readonly PlaceKind[] = ['pull-request', 'branch'];

const rules: Readonly<Record<string, VariableRule>> = {
  BITBUCKET_COMMIT: { purpose: 'the commit that is judged', neededIn: builds, flag: '--source' },
  BITBUCKET_BRANCH: { purpose: "the pull request's source branch", neededIn: [], flag: null },
  BITBUCKET_PR_ID: { purpose: 'the pull request', neededIn: [], flag: '--pull-request' },
  BITBUCKET_PR_DESTINATION_BRANCH: {
    purpose: 'the branch that the pull request goes to',
    neededIn: ['pull-request'],
    flag: '--target',
  },
  BITBUCKET_PR_DESTINATION_COMMIT: {
    purpose: "the target's tip",
    neededIn: [],
    flag: null,
    isOptional: true,
  },
  BITBUCKET_WORKSPACE: { purpose: 'the workspace', neededIn: [], flag: '--workspace' },
  BITBUCKET_REPO_SLUG: { purpose: 'the repository', neededIn: [], flag: '--repo' },
};

/** What the variables of Bitbucket Pipelines say, one by one. */
export function diagnoseVariables({ kind, variables }: PlaceFacts): readonly DiagnosisLine[] {
  if (kind === 'local') {
    return [
      ok('place', 'No step of Bitbucket Pipelines: check judges the working tree and publishes nothing.'),
    ];
  }
  return variables.map((variable) => diagnoseVariable(variable, kind));
}

function diagnoseVariable(variable: VariableFacts, kind: PlaceKind): DiagnosisLine {
  const { name, value, flag, trouble } = variable;
  const subject = flag ?? name;
  if (trouble !== null) return troubled(subject, trouble);
  if (value !== null) return diagnoseValue(subject, variable);
  if (name === 'BITBUCKET_PR_ID') return noPullRequest(subject);
  return diagnoseLack(subject, name, kind);
}

function diagnoseValue(subject: string, { name, value, commit }: VariableFacts): DiagnosisLine {
  const shown = value ?? '';
  if (name === 'BITBUCKET_COMMIT' && commit === null) {
    return warning(subject, `${shown}, which is not in the clone: check fetches its branch to look for it.`);
  }
  const isShort = commit !== null && commit !== shown;
  return ok(subject, isShort ? `${shown} (${commit})` : shown.length > 40 ? short(shown) : shown);
}

function noPullRequest(subject: string): DiagnosisLine {
  const found =
    'Not set: this build is for no pull request, and nothing is published unless --publish says so.';
  return warning(subject, found, {
    say: 'For pull requests, put the step there in bitbucket-pipelines.yml:',
    paste: ['pipelines:', '  pull-requests:', "    '**':"],
  });
}

function diagnoseLack(subject: string, name: string, kind: PlaceKind): DiagnosisLine {
  const rule = rules[name];
  const found = `Not set; it names ${rule?.purpose ?? 'something'}.`;
  const say = `Hand the variable on to the container that this runs in${rule?.flag ? `, or give ${rule.flag}` : ''}.`;
  if (rule?.neededIn.includes(kind)) return missing(subject, found, { say });
  if (kind === 'branch' && name.startsWith('BITBUCKET_PR_')) {
    return ok(subject, 'not set, as there is no pull request');
  }
  if (rule?.isOptional) return ok(subject, 'not set, and not needed');
  return warning(subject, found, { say });
}
