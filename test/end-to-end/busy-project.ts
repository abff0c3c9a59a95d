import { createRepository, type TestRepository } from '../helpers/create-repository.ts';
import { healthy } from './source-code.ts';

/** `src/busy.ts` with a healthy function and as many constants. */
export const busy = (count: number) => `${healthy()}${'export const text = 1;\n'.repeat(count)}`;

/**
 * A repository in which `src/busy.ts` changed so many times, each time with `src/partner.ts`, while
 * `src/calm.ts` never did. The branch `work` is checked out.
 */
export function createBusyProject(commits = 10): TestRepository {
  const project = createRepository();
  project.commit('start', { 'src/busy.ts': busy(0), 'src/calm.ts': healthy(), 'src/partner.ts': '// 0\n' });
  for (let count = 1; count <= commits; count += 1) {
    project.commit(`c${count}`, { 'src/busy.ts': busy(count), 'src/partner.ts': `// ${count}\n` });
  }
  project.checkout('work');
  return project;
}

/** By path, whether a file is a hotspot. */
export const hotspotsOf = (files: readonly { readonly path: string; readonly hotspot: boolean | null }[]) =>
  Object.fromEntries(files.map(({ path: file, hotspot }) => [file, hotspot]));

/** The gate of that name in a report. */
export const gateOf = ({ gates }: { readonly gates: readonly { readonly gate: string }[] }, name: string) =>
  gates.find(({ gate }) => gate === name);
