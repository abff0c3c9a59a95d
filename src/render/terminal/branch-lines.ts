import type { DeltaFinding } from '../../model/report.ts';
import type { FrameLine } from './code-frame.ts';
import type { FindingGroup } from './finding-groups.ts';
import type { Style } from './style.ts';

/** The most places in a function that are shown because it branches there. */
const mostBranches = 3;
const branchingSmells = new Set([
  'complex-method',
  'brain-method',
  'bumpy-road-ahead',
  'deep-nested-complexity',
]);
const branching = /\b(?:if|for|while|switch|case|catch)\b|&&|\|\||(?:^|\s)\?\s/;
const comment = /^\s*(?:\/\/|\/?\*)/;

/** Where code comes from. */
export interface CodeSource {
  readonly style: Style;
  /** The texts of all lines, without their indentation. */
  readonly textsOf: (lines: readonly string[]) => ReadonlySet<string>;
}

/** A large file has many functions, and is looked through once. */
export function rememberTexts(): CodeSource['textsOf'] {
  const known = new Map<readonly string[], ReadonlySet<string>>();
  return (lines) => {
    const texts = known.get(lines) ?? new Set(lines.map((text) => text.trim()));
    known.set(lines, texts);
    return texts;
  };
}

/**
 * Where a function that is too complex branches: the deepest places, of a function that was there before only those
 * whose text its file did not have. By their look, because a report holds numbers and no syntax: this picks what is
 * shown, and judges nothing.
 */
export function branchesOf(
  { head, endLine, findings }: FindingGroup,
  code: readonly string[],
  { style, textsOf }: CodeSource,
): readonly FrameLine[] {
  if (head === null || !findings.some(({ smell }) => branchingSmells.has(smell))) return [];
  const old = oldCodeOf(findings, style);
  if (old === 'not at hand') return [];
  const known = textsOf(old ?? []);
  const kind = old === null ? 'around' : 'new';
  return code
    .slice(head, endLine)
    .map((text, index) => ({ line: head + 1 + index, kind, text }) as const)
    .filter(({ text }) => branching.test(text) && !comment.test(text) && !known.has(text.trim()))
    .sort((a, b) => indentationOf(b.text) - indentationOf(a.text) || a.line - b.line)
    .slice(0, mostBranches);
}

/** `null` for a new function. Of another one whose old code is not at hand, nobody knows what is new. */
function oldCodeOf(
  findings: readonly DeltaFinding[],
  style: Style,
): readonly string[] | null | 'not at hand' {
  const { otherSide } = findings.find((finding) => finding.otherSide !== null) ?? {};
  return otherSide ? (style.code(otherSide.path, 'old') ?? 'not at hand') : null;
}

function indentationOf(text: string): number {
  return text.search(/\S|$/);
}
