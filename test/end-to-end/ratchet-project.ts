import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRepository } from '../helpers/create-repository.ts';
import { runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

export const floorPath = '.codescene/ratchet.json';
export const ratchet = ['--ratchet', floorPath];
export const update = [...ratchet, '--update'];

/** A file with six bad functions: yellow. */
export const yellow = (name = 'dig') =>
  Array.from({ length: 3 }, (_, at) => nested(5, `${name}${at}`) + complex(30, `choose${name}${at}`)).join(
    '',
  );

/** Average 9.61, no red or yellow file. */
export function createProject() {
  const repository = createRepository();
  repository.commit('start', {
    'src/a.ts': healthy(),
    'src/deep/b.ts': nested(4),
    'src/deep/c.ts': complex(12),
    'lib/d.js': healthy(),
  });
  return repository;
}

/** The text of the floor. */
export const read = (root: string) => readFileSync(path.join(root, floorPath), 'utf8');

/** What the floor says. */
export const readFloor = (root: string) => JSON.parse(read(root)) as Record<string, unknown>;

/** The project after the floor was made of it. */
export async function createWithFloor() {
  const project = createProject();
  await runCli(['review', ...update], { cwd: project.root });
  return project;
}
