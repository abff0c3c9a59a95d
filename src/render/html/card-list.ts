import type { SourceCode } from '../../model/source-code.ts';
import type { CardOptions } from './file-cards.ts';
import { type Markup, toText, trusted } from './markup.ts';

/** Cards together are no longer than this (UTF-16 code units), so that the page stays below 5 MB and opens at once. */
const longestCards = 2_400_000;
/** From here on cards come without code. */
const longestWithCode = 1_500_000;

/** The cards of files, as many as there is room for. */
export interface CardList {
  readonly cards: readonly Markup[];
  /** By position in the list of files. */
  readonly ids: readonly string[];
  readonly hidden: number;
}

/**
 * Makes the cards of files in their order until the page is long enough.
 * @param opensFirst how many of them are open from the start
 */
export function listCards<F>(
  files: readonly F[],
  makeCard: (file: F, options: CardOptions) => Markup,
  code: SourceCode | undefined,
  opensFirst: number,
): CardList {
  const cards: Markup[] = [];
  let length = 0;
  for (const [index, file] of files.entries()) {
    const options = { id: cardId(index), isOpen: index < opensFirst };
    const text = toText(makeCard(file, { ...options, code: (length < longestWithCode && code) || null }));
    if (length + text.length > longestCards) break;
    length += text.length;
    cards.push(trusted(text));
  }
  return {
    cards,
    ids: cards.map((_, index) => cardId(index)),
    hidden: files.length - cards.length,
  };
}

function cardId(index: number): string {
  return `file-${index + 1}`;
}
