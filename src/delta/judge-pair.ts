import type { CodePlace, DeltaFinding, Finding } from '../model/finding.ts';
import type { ComparedFile } from './compared-file.ts';
import { describeChangedValue, describeFixed } from './describe-change.ts';
import type { FunctionLinks } from './link-functions.ts';
import type { FunctionPlace } from './match-moves.ts';
import { isSameValue, type PlacedFinding } from './pair-findings.ts';
import type { SplitPair } from './pair-parts.ts';

/** What a pair of findings comes to: what changed, or what is as before, in a file of the change. */
export interface Judged {
  readonly file: number;
  readonly changed: DeltaFinding | null;
  readonly unchanged: Finding | null;
}

/** The change type of a pair, and the sentence that says it. `null` where there is nothing to say. */
export function judgePair(
  pair: SplitPair,
  files: readonly ComparedFile[],
  links: FunctionLinks,
): Judged | null {
  if (pair.new === null) return pair.old && judgeGone(pair.old, files, links);
  const { old, new: head, splitFrom } = pair;
  const { finding, file, functionIndex: index } = head;
  if (old && isSameValue(old, head)) return { file, changed: null, unchanged: finding };
  const from = index === null ? null : links.oldOf(file, index);
  const moved = from && from.file !== file ? `, moved from ${files[from.file]?.oldPath}` : '';
  if (!old) {
    const change = {
      changeType: 'introduced',
      before: null,
      otherSide: placeOf(from, 'old', files),
    } as const;
    return { file, changed: { ...finding, ...change, message: finding.message + moved }, unchanged: null };
  }
  const before = old.finding.measured;
  const changeType = finding.measured > before ? 'degraded' : 'improved';
  const place = splitFrom && splitFrom.file !== file ? ` in ${files[splitFrom.file]?.oldPath}` : '';
  const split = splitFrom ? `, split from ${splitFrom.fn.name}${place}` : '';
  const message = describeChangedValue(finding, before) + split + moved;
  const { line, endLine } = old.finding;
  const otherSide = { path: files[old.file]?.oldPath ?? '', line, endLine };
  return { file, changed: { ...finding, message, changeType, before, otherSide }, unchanged: null };
}

/** A finding without a new self: it is fixed, or went away with its file. */
function judgeGone(
  { file, finding, functionIndex: index }: PlacedFinding,
  files: readonly ComparedFile[],
  links: FunctionLinks,
): Judged | null {
  const to = index === null ? null : links.newOf(file, index);
  const head = files[to?.file ?? file]?.new?.metrics;
  if (files[file]?.new === null || !head) return null;
  const moved = to && to.file !== file ? `, moved to ${files[to.file]?.newPath}` : '';
  const message = describeFixed(finding, head, to?.index ?? null) + moved;
  const change = {
    changeType: 'fixed',
    before: finding.measured,
    otherSide: placeOf(to, 'new', files),
  } as const;
  return { file, changed: { ...finding, ...change, message }, unchanged: null };
}

/** Where a function stands on one side; `null` for none. */
function placeOf(
  place: FunctionPlace | null,
  side: 'old' | 'new',
  files: readonly ComparedFile[],
): CodePlace | null {
  const compared = place && files[place.file];
  if (!compared) return null;
  const { line, endLine } = place.fn;
  return { path: side === 'old' ? compared.oldPath : compared.newPath, line, endLine };
}
