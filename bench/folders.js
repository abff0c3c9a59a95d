import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder. */
export const here = fileURLToPath(new URL('.', import.meta.url));

/** What is made and fetched; git ignores it. */
export const work = join(here, 'work');

/** The built command line. */
export const cli = join(here, '..', 'bin', 'codescene-pr.js');

/** The part of the compiler that the build keeps. */
export const compiler = join(here, '..', 'dist', 'compiler.cjs');
