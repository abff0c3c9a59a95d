import { smells } from './index.ts';

const idByWord: ReadonlyMap<string, string> = new Map(
  smells.flatMap(({ id, name }) => [
    [id, id],
    [name, id],
  ]),
);

/** Every way to write a smell: the ids, then CodeScene's names. */
export const smellWords: readonly string[] = [
  ...smells.map(({ id }) => id),
  ...smells.map(({ name }) => name),
];

/** The id that an id or one of CodeScene's names stands for; `undefined` for any other word. */
export function smellIdOf(word: string): string | undefined {
  return idByWord.get(word);
}
