import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { OutputError } from '../errors.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';
import { writeAtomically } from './write-atomically.ts';

interface ImportOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** `profile import`: CodeScene's own files as a quality profile. */
export function addImportCommand(profile: Command, host: ProcessLike): void {
  profile
    .command('import')
    .description(
      "print CodeScene's own files (.codescene/code-health-rules.json and custom-quality-gates.json) of the working tree as a quality profile",
    )
    .option('--output <file>', 'write the profile to a file and do not print it')
    .option('--force', 'overwrite the file where it exists')
    .action((options: ImportOptions) => importProfile(host, options));
}

async function importProfile(host: ProcessLike, { output, force }: ImportOptions): Promise<void> {
  const { importCodesceneFiles } = await import('../pipeline/load-profile.ts');
  const { openProject } = await import('../pipeline/open-project.ts');
  const { repository } = await openProject(host);
  const { text, sources, warnings } = await importCodesceneFiles({
    repository,
    side: { kind: 'working-tree' },
  });
  const notes = createNotes(host, {});
  for (const warning of warnings) notes.warn(warning);
  if (output === undefined) {
    host.stdout.write(text);
    return;
  }
  const file = resolve(host.cwd, output);
  if (!force && (await exists(file))) {
    throw new OutputError(`${file} exists already.`, {
      hint: 'Name another file, or overwrite it with --force.',
    });
  }
  await writeAtomically(file, text, 'The profile');
  notes.note(`Wrote ${file}, made of ${sources.join(' and ')}.`);
}

/** Whether anything stands there, a broken link included. */
async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
