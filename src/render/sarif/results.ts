import type { Result } from 'sarif';
import type { DeltaFinding, Finding } from '../../model/finding.ts';
import type { FileReport, GateCondition, Report } from '../../model/report.ts';
import type { ReviewReport } from '../../model/review.ts';
import type { ResultContext } from './context.ts';
import type { Draft } from './draft.ts';
import { toLocation } from './location.ts';
import { toMessage } from './message.ts';
import { gateRuleId, levelOf, ruleOf } from './rules.ts';
import { suppressedDrafts, toSuppression } from './suppressions.ts';

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
      properties: { measured, limit },
    },
  };
}

/** Better than before is no warning any more, though still over the limit. */
function draftChange({ path }: FileReport, finding: DeltaFinding, context: ResultContext): Draft {
  const { changeType, before } = finding;
  const draft = draftFinding(path, finding, context);
  // A condition names its line and smell, which a finding that got better may share.
  const gates = changeType === 'improved' ? [] : context.gatesOf(path, finding);
  const violates = gates.length === 0 ? {} : { violates: [...gates] };
  return {
    ...draft,
    result: {
      ...draft.result,
      ...(changeType === 'improved' ? { level: 'note' } : {}),
      baselineState: changeType === 'introduced' ? 'new' : 'updated',
      properties: { changeType, before, ...draft.result.properties, ...violates },
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
