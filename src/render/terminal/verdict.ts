import type { Report, ReportStatus } from '../../model/report.ts';
import { displayWidth, padText, wrapText } from '../display-width.ts';
import { countOf } from '../plural.ts';
import { describeComparison, verdictSentence } from '../verdict-words.ts';
import { summarizeViolations } from './gates.ts';
import { plain, type Style } from './style.ts';

const words: Readonly<Record<ReportStatus, string>> = {
  passed: 'PASSED',
  failed: 'FAILED',
  incomplete: 'INCOMPLETE',
};

/** The first lines: the verdict in one sentence, the violated gates in one line each, by which profile, and what was compared with what. */
export function renderVerdict(report: Report, style: Style): readonly string[] {
  const { profile, context, reviewLevel } = report;
  return [
    ...renderSentence(report, verdictSentence(report), style),
    ...summarizeViolations(report.gates, style),
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
