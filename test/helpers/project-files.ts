import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The text of a file of this project, by its path from the root. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
