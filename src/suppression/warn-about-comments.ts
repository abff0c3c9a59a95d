import type { FileMetrics, SuppressionComment } from '../model/metrics.ts';
import { smells as knownSmells } from '../smells/index.ts';
import { smellIdOf } from '../smells/smell-words.ts';
import { cutText } from '../text/cut-text.ts';
import { nearest } from '../text/nearest.ts';
import { everySmell, knownSmellsIn } from './read-suppressions.ts';

/** A file full of mistakes is not listed line by line. */
const mostWarnings = 10;
/** More of a name tells nothing. */
const longestText = 60;

/** What is known of a side beside its comments. */
export interface CommentedSide {
  readonly path: string;
  readonly metrics: Pick<FileMetrics, 'functions' | 'suppressions'>;
}

/**
 * Whether a comment that suppresses a smell at a place has something to suppress, or need not be told that it has
 * nothing. @param smell an id, or `everySmell`
 */
export type IsOfUse = (functionIndex: number | null, smell: string) => boolean;

/**
 * What is wrong with the suppression comments of a file, a sentence each, in source order: ten at most, and then that
 * there is more. Pure.
 *
 * @param isOfUse where left out, a comment without anything to suppress is not spoken of.
 */
export function warnAboutComments(
  { path, metrics }: CommentedSide,
  isOfUse: IsOfUse = () => true,
): readonly string[] {
  const warnings: string[] = [];
  for (const comment of metrics.suppressions) {
    for (const mistake of listMistakes(comment, metrics, isOfUse)) {
      if (warnings.length === mostWarnings) {
        return [
          ...warnings,
          `${path}:${comment.line}: more suppressions of this file are wrong from here on.`,
        ];
      }
      warnings.push(`${path}:${comment.line}: ${mistake}`);
    }
  }
  return warnings;
}

/** One after the other, so that those behind the last one shown are not even looked for. */
function* listMistakes(
  comment: SuppressionComment,
  metrics: CommentedSide['metrics'],
  isOfUse: IsOfUse,
): Generator<string> {
  yield* listUnknown(comment);
  if (comment.scope === 'none') {
    yield 'this suppression stands before no function and not at the top of the file: it suppresses nothing.';
  } else {
    yield* listUseless(comment.smells, comment.scope === 'file' ? null : comment.scope, { metrics, isOfUse });
  }
}

function* listUnknown({ smells, unread }: SuppressionComment): Generator<string> {
  for (const text of unread) {
    yield `"${cutText(text, longestText)}" cannot be read as a suppression; write disable:"Complex Method", or disable-all.`;
  }
  if (smells.length === 0 && unread.length === 0) yield 'this suppression names no smell.';
  for (const name of smells === 'all' ? [] : smells) {
    if (smellIdOf(name) === undefined) yield describeUnknown(name);
  }
}

function* listUseless(
  smells: SuppressionComment['smells'],
  functionIndex: number | null,
  { metrics, isOfUse }: { readonly isOfUse: IsOfUse } & Pick<CommentedSide, 'metrics'>,
): Generator<string> {
  const name = functionIndex === null ? 'the file' : (metrics.functions[functionIndex]?.name ?? '');
  for (const smell of knownSmellsIn(smells)) {
    if (isOfUse(functionIndex, smell)) continue;
    yield `there is no ${nameOf(smell)} in ${cutText(name, longestText)} to suppress.`;
  }
}

function describeUnknown(name: string): string {
  const shown = `there is no smell "${cutText(name, longestText)}" to suppress.`;
  if (name.toLowerCase() === everySmell) return `${shown} Did you mean disable-all?`;
  const suggestion = nearest(
    name,
    knownSmells.map((smell) => smell.name),
  );
  return suggestion === null
    ? `${shown} codescene-pr explain lists them all.`
    : `${shown} Did you mean "${suggestion}"?`;
}

function nameOf(id: string): string {
  return knownSmells.find((smell) => smell.id === id)?.name ?? 'finding';
}
