import type { Result } from 'sarif';
import type { Suppression } from '../../model/report.ts';
import { smells } from '../../smells/index.ts';
import type { ResultContext } from './context.ts';
import type { Draft } from './draft.ts';
import { toLocation } from './location.ts';
import { toMessage } from './message.ts';
import { levelOf, ruleOf } from './rules.ts';

const severities = new Map(smells.map(({ id, severity }) => [id, severity]));

/** What a comment suppresses is known by smell, function and comment; what would be measured there is not. */
export function suppressedDrafts(path: string, context: ResultContext): readonly Draft[] {
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

/** A comment as the reason why a finding does not count, or would not. */
export function toSuppression(
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
