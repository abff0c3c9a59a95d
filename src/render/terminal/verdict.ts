import type { Report, ReportContext, ReportStatus } from '../../model/report.ts';
import { displayWidth, padText, wrapText } from '../display-width.ts';
import { countOf } from '../plural.ts';
import { plain, type Style } from './style.ts';

const words: Readonly<Record<ReportStatus, string>> = {
  passed: 'PASSED',
  failed: 'FAILED',
  incomplete: 'INCOMPLETE',
};

/** The first lines: the verdict in one sentence, by which profile, and what was compared with what. */
export function renderVerdict(report: Report, style: Style): readonly string[] {
  const { profile, context, reviewLevel } = report;
  return [
    ...renderSentence(report, sentenceOf(report), style),
    ...renderFact('profile', `${profile.name} (${profile.origin})`, style),
    ...renderFact('compared', describeComparison(context), style),
    ...(reviewLevel ? renderFact('review', `${reviewLevel.level}: ${reviewLevel.reason}`, style) : []),
  ];
}

/** The verdict and what it rests on, in one line where there is room. */
export function renderSentence(verdict: Verdict, sentence: string, style: Style): readonly string[] {
  const word = verdictWord(verdict, style);
  const plainWord = verdictWord(verdict, { ...style, paint: plain });
  const columns = displayWidth(plainWord) + 2 + displayWidth(sentence);
  if (columns <= style.width) return [`${word}  ${sentence}`];
  return [word, ...wrapText(sentence, style.width - 2).map((line) => `  ${line}`)];
}

/** One line below the verdict: a label and its text. */
export function renderFact(label: string, text: string, { paint, width }: Style): readonly string[] {
  const start = padText(`  ${label}`, factStart);
  return wrapText(text, width - factStart).map((line, index) =>
    index === 0 ? paint.dim(start) + line : ' '.repeat(factStart) + line,
  );
}

const factStart = 12;

/** What the verdict's word is made of. */
export interface Verdict extends Pick<Report, 'status' | 'warnings'> {
  /** The word for a pass, where nothing was judged. */
  readonly passedWord?: string;
}

/** The verdict in one word with its sign, and the count of warnings with a pass. */
export function verdictWord(verdict: Verdict, { paint, symbols }: Style): string {
  const { status, warnings, passedWord = words.passed } = verdict;
  if (status === 'failed') return paint.red.bold(`${symbols.cross} ${words.failed}`);
  if (status === 'incomplete') return paint.yellow.bold(`${symbols.warning} ${words.incomplete}`);
  const passed = paint.green.bold(`${symbols.tick} ${passedWord}`);
  return warnings.length === 0
    ? passed
    : `${passed} ${paint.yellow(`with ${countOf(warnings.length, 'warning')}`)}`;
}

function sentenceOf(report: Report): string {
  const unmeasured = report.skipped.filter((file) => file.unmeasured).length;
  if (report.status === 'incomplete')
    return `${countOf(unmeasured, 'file')} could not be measured; no gate is violated by the rest`;
  const verdict = report.status === 'failed' ? describeViolations(report) : describePass(report);
  return unmeasured === 0 ? verdict : `${verdict}; ${countOf(unmeasured, 'file')} could not be measured`;
}

function describeViolations({ gates }: Report): string {
  const violated = gates.filter(({ status }) => status === 'failed').length;
  const applied = gates.filter(({ status }) => status === 'failed' || status === 'passed').length;
  return `${violated} of ${countOf(applied, 'gate')} violated`;
}

function describePass({ summary, gates }: Report): string {
  if (summary.filesChanged === 0) return 'no file differs: there is nothing to judge';
  if (summary.filesAnalyzed === 0) return 'no source file of a supported type was measured';
  const worse = summary.findings.introduced + summary.findings.degraded;
  if (worse === 0) return 'nothing got worse';
  const gateIsOn = gates.some(({ status }) => status !== 'off');
  const got = `${countOf(worse, 'finding is', 'findings are')} new or worse`;
  return gateIsOn ? `${got}, no gate is violated by it` : `${got}, no gate is switched on`;
}

function describeComparison(context: ReportContext): string {
  const source =
    context.sourceKind === 'commit' ? shortHash(context.source) : sourceNames[context.sourceKind];
  const target = context.targetRef ?? shortHash(context.target);
  const mergeBase = context.mergeBase === null ? '' : ` (merge base ${shortHash(context.mergeBase)})`;
  const pullRequest = context.pullRequest === null ? '' : `, pull request ${context.pullRequest}`;
  return `${source} with ${target}${mergeBase}${pullRequest}`;
}

const sourceNames = { 'working-tree': 'the working tree', index: 'the staged changes' } as const;

/** The first digits of a hash, for a reader. */
export function shortHash(hash: string | null): string {
  return hash === null ? 'nothing' : hash.slice(0, 12);
}
