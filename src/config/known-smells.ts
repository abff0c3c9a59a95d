import type { Smell } from '../smells/define-smell.ts';
import { smells } from '../smells/index.ts';

export const knownSmells: readonly Smell[] = smells;

const idByName: ReadonlyMap<string, string> = new Map(
  knownSmells.flatMap(({ id, name }) => [
    [id, id],
    [name, id],
  ]),
);

/** Every way to write a smell: the ids, then CodeScene's names. */
export const smellWords: readonly string[] = [
  ...knownSmells.map(({ id }) => id),
  ...knownSmells.map(({ name }) => name),
];

/** The id that an id or one of CodeScene's names stands for; `undefined` for any other word. */
export function smellIdOf(word: string): string | undefined {
  return idByName.get(word);
}
