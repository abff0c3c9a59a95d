import { cloneLikePipelines, createRepository, type TestRepository } from '../helpers/create-repository.ts';
import { armConfiguration, armHooks, createTrap, type Trap } from '../helpers/traps.ts';

const attributes = [
  '*.ts filter=evil diff=evil',
  'process.ts filter=Evil-process.v2',
  '[attr]sneaky filter=included',
  'sneaky.ts sneaky',
  '',
].join('\n');

interface HostileClone {
  readonly clone: TestRepository;
  readonly base: string;
  readonly head: string;
  readonly trap: Trap;
}

/** A text that git finds again after a change of one word. */
export const text = (word: string) => `// ${word}\n${'export const value = 1;\n'.repeat(20)}`;

/** A clone whose attributes, hooks and configuration would all run the trap. */
export function createHostileClone(): HostileClone {
  const origin = createRepository();
  origin.git('config', 'uploadpack.allowFilter', 'true');
  const base = origin.commit('base', {
    '.gitattributes': attributes,
    'a.ts': text('a'),
    'old.ts': text('old'),
    'process.ts': text('p'),
    'sneaky.ts': text('s'),
  });
  origin.checkout('feature');
  const head = origin.commit('head', { 'a.ts': text('A'), 'old.ts': null, 'new.ts': text('old!') });
  origin.checkout('main');
  origin.commit('target', { 'b.ts': 'b\n' });
  const clone = cloneLikePipelines(origin, { branch: 'feature', depth: 1 });
  const trap = createTrap();
  armHooks(clone.root, trap);
  armConfiguration(clone.root, trap);
  return { clone, base, head, trap };
}
