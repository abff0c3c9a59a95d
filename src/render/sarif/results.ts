import type { Result } from 'sarif';
import type { DeltaFinding, Finding } from '../../model/finding.ts';
import type { FileReport, GateCondition, Report, Suppression } from '../../model/report.ts';
import type { ReviewReport } from '../../model/review.ts';
import { smells } from '../../smells/index.ts';
import { exactnessOf, type IsExact } from './exactness.ts';
import { createIdentify, type Identify } from './identity.ts';
import { toLocation } from './location.ts';
import { toMessage } from './message.ts';
import { gateRuleId, levelOf, ruleOf } from './rules.ts';

/** What the results of a check and of a review have in common. */
export interface ResultContext {
  readonly isExact: IsExact;
  readonly identify: Identify;
  /** Names of the gates that a finding violates. */
  readonly gatesOf: (path: string, finding: Finding) => readonly string[];
  /** By path. */
  readonly suppressions: ReadonlyMap<string, readonly Suppression[]>;
  /** Results of a check are compared with a baseline, those of a review with nothing. */
  readonly hasBaseline: boolean;
}

/** Reads from a report what its results share. */
export function contextOf(report: Report | ReviewReport): ResultContext {
  const violations = new Map<string, string[]>();
  for (const { gate, conditions } of report.gates) {
    for (const { path, line, smell } of conditions) {
      const key = JSON.stringify([path, line, smell]);
      const violated = violations.get(key);
      if (violated) violated.push(gate);
      else violations.set(key, [gate]);
    }
  }
  return {
    isExact: exactnessOf(report.files),
    identify: createIdentify(),
    gatesOf: (path, { line, smell }) => violations.get(JSON.stringify([path, line, smell])) ?? [],
    suppressions: groupByPath(report.suppressions),
    hasBaseline: !('kind' in report),
  };
}

function groupByPath(suppressions: readonly Suppression[]): ResultContext['suppressions'] {
  const groups = new Map<string, Suppression[]>();
  for (const each of suppressions) {
    const group = groups.get(each.path);
    if (group) group.push(each);
    else groups.set(each.path, [each]);
  }
  return groups;
}

/** What violates a gate and is no finding: a score, or coverage. */
export function gateResults(
  gates: Report['gates'] | ReviewReport['gates'],
  context: ResultContext,
): Result[] {
  return gates.flatMap(({ gate, conditions }) =>
    conditions
      .filter(({ smell }) => smell === null)
      .map((condition): Result => toGateResult(gate, condition, context)),
  );
}

function toGateResult(
  gate: string,
  { path, line, measured, limit, message }: GateCondition,
  { isExact, identify, hasBaseline }: ResultContext,
): Result {
  const ruleId = gateRuleId(gate);
  return {
    ...ruleOf(ruleId),
    level: 'error',
    message: toMessage(message),
    // Readers need a line to go to.
    locations: [toLocation({ path, isExact: isExact(path), line: line ?? 1 })],
    ...identify({ path, ruleId, function: null }),
    ...(hasBaseline ? { baselineState: 'new' } : {}),
    properties: { measured, limit },
  };
}

/** A result before it has its identity. */
interface Draft {
  readonly line: number;
  readonly function: string | null;
  readonly result: Result & { readonly ruleId: string };
}

const isFixed = ({ changeType }: DeltaFinding) => changeType === 'fixed';

/** The findings of a file as it is now, with those that comments suppress, by line. */
export function changedFileResults(file: FileReport, context: ResultContext): Result[] {
  const { path, findings, unchanged } = file;
  const head = [
    ...findings.filter((finding) => !isFixed(finding)).map((finding) => draftChange(file, finding, context)),
    ...unchanged.map((finding) => {
      const draft = draftFinding(path, finding, context);
      return { ...draft, result: { ...draft.result, baselineState: 'unchanged' as const } };
    }),
    ...suppressedDrafts(path, context),
  ];
  return byLine(head).map((draft) => identified(path, draft, context));
}

/** What is fixed in a file, by its old line; for the end of the list, because some readers know nothing of baselines. */
export function fixedResults(file: FileReport, context: ResultContext): Result[] {
  const fixed = file.findings.filter(isFixed).map((finding) => draftFixed(file, finding, context));
  return byLine(fixed).map((draft) => identified(file.path, draft, context));
}

/** The findings of a reviewed file with those that comments suppress, by line. */
export function reviewedFileResults(
  { path, findings }: { readonly path: string; readonly findings: readonly Finding[] },
  context: ResultContext,
): Result[] {
  const drafts = [
    ...findings.map((finding) => draftFinding(path, finding, context)),
    ...suppressedDrafts(path, context),
  ];
  return byLine(drafts).map((draft) => identified(path, draft, context));
}

const byLine = (drafts: readonly Draft[]) => [...drafts].sort((a, b) => a.line - b.line);

function identified(path: string, draft: Draft, { identify }: ResultContext): Result {
  return { ...draft.result, ...identify({ path, ruleId: draft.result.ruleId, function: draft.function }) };
}

function draftFinding(path: string, finding: Finding, context: ResultContext): Draft {
  const { smell, severity, line, endLine, measured, limit, message } = finding;
  const gates = context.gatesOf(path, finding);
  const refused = context.suppressions
    .get(path)
    ?.find((each) => !each.honoured && each.smell === smell && each.function === finding.function);
  return {
    line,
    function: finding.function,
    result: {
      ...ruleOf(smell),
      ruleId: smell,
      level: levelOf(severity),
      message: toMessage(message),
      locations: [
        toLocation({ path, isExact: context.isExact(path), line, endLine, function: finding.function }),
      ],
      ...(refused === undefined ? {} : { suppressions: [toSuppression(refused, context)] }),
      properties: { measured, limit, ...(gates.length === 0 ? {} : { violates: [...gates] }) },
    },
  };
}

/** Better than before is no warning any more, though still over the limit. */
function draftChange({ path }: FileReport, finding: DeltaFinding, context: ResultContext): Draft {
  const { changeType, before } = finding;
  const draft = draftFinding(path, finding, context);
  return {
    ...draft,
    result: {
      ...draft.result,
      ...(changeType === 'improved' ? { level: 'note' } : {}),
      baselineState: changeType === 'introduced' ? 'new' : 'updated',
      properties: { changeType, before, ...draft.result.properties },
    },
  };
}

/**
 * A finding that is gone, at its old place. `pass` and `none`, so that a reader that knows nothing of baselines does not
 * count it among the problems.
 */
function draftFixed(file: FileReport, finding: DeltaFinding, context: ResultContext): Draft {
  const { path, oldPath } = file;
  const { line, endLine, otherSide } = finding;
  const draft = draftFinding(path, finding, context);
  const place = { path: oldPath ?? path, isExact: context.isExact(path), function: finding.function };
  const { suppressions: _none, ...result } = draft.result;
  return {
    ...draft,
    result: {
      ...result,
      kind: 'pass',
      level: 'none',
      locations: [toLocation({ ...place, line, endLine })],
      ...(otherSide === null
        ? {}
        : {
            relatedLocations: [
              {
                ...toLocation({ ...otherSide, isExact: context.isExact(otherSide.path) }),
                message: toMessage('Where the code stands now'),
              },
            ],
          }),
      baselineState: 'absent',
      properties: { changeType: finding.changeType, ...draft.result.properties },
    },
  };
}

/** Suppressed findings of files that have no findings of their own in the report. */
export function otherSuppressedResults(
  files: readonly { readonly path: string }[],
  context: ResultContext,
): Result[] {
  const known = new Set(files.map(({ path }) => path));
  const paths = [...context.suppressions.keys()].filter((path) => !known.has(path));
  return paths.flatMap((path) => reviewedFileResults({ path, findings: [] }, context));
}

const severities = new Map(smells.map(({ id, severity }) => [id, severity]));

/** What a comment suppresses is known by smell, function and comment; what would be measured there is not. */
function suppressedDrafts(path: string, context: ResultContext): readonly Draft[] {
  const honoured = (context.suppressions.get(path) ?? []).filter((each) => each.honoured);
  return honoured.map((suppression) => {
    const { smell, line, added } = suppression;
    const where = suppression.function === null ? 'the file' : suppression.function;
    return {
      line,
      function: suppression.function,
      result: {
        ...ruleOf(smell),
        ruleId: smell,
        level: levelOf(severities.get(smell) ?? 'advisory'),
        message: toMessage(`A comment suppresses ${smell} of ${where}`),
        locations: [
          toLocation({ path, isExact: context.isExact(path), line, function: suppression.function }),
        ],
        suppressions: [toSuppression(suppression, context)],
        ...(context.hasBaseline ? { baselineState: added ? ('new' as const) : ('unchanged' as const) } : {}),
      },
    };
  });
}

function toSuppression(
  { path, line, honoured, added }: Suppression,
  { isExact }: ResultContext,
): NonNullable<Result['suppressions']>[number] {
  return {
    kind: 'inSource',
    status: honoured ? 'accepted' : 'rejected',
    location: toLocation({ path, isExact: isExact(path), line }),
    properties: { added },
  };
}
