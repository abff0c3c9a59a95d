import type { Smell } from '../smells/define-smell.ts';
import { smells } from '../smells/index.ts';

export { smellIdOf, smellWords } from '../smells/smell-words.ts';

export const knownSmells: readonly Smell[] = smells;
