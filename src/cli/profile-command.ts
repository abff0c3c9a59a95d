import type { Command } from 'commander';
import type { ProfileValue } from '../model/profile.ts';
import { escapeText } from '../text/escape-text.ts';
import { addImportCommand } from './import-command.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';

/** `profile list · show · validate · import`: what is built in, what is in force and why, what is wrong. */
export function addProfileCommand(program: Command, host: ProcessLike): void {
  const profile = program.command('profile').description('look at quality profiles');
  profile
    .command('list')
    .description('list the built-in profiles')
    .action(async () => {
      const { listBuiltInProfiles } = await import('../config/index.ts');
      for (const { name, aliases, description } of listBuiltInProfiles()) {
        const also = aliases.length === 0 ? '' : ` (also: ${aliases.join(', ')})`;
        host.stdout.write(`${name}${also}\n  ${description}\n`);
      }
    });
  profile
    .command('show')
    .description("print the resolved profile with the origin of every value; the working tree's by default")
    .argument('[name or file]', 'a built-in profile or a file')
    .action(async (name?: string) => {
      const { profile: resolved } = await load(host, name);
      const { warn } = createNotes(host, {});
      resolved.warnings.forEach(warn);
      host.stdout.write(`# ${escapeText(`${resolved.name}: ${resolved.origin}`)}\n`);
      for (const line of renderValues(resolved.values)) host.stdout.write(`${line}\n`);
    });
  profile
    .command('validate')
    .description('say everything that is wrong in a profile, and what in it has no effect')
    .argument('[file]', "a file; the working tree's profile by default")
    .action(async (file?: string) => {
      const { profile: validated, paths } = await load(host, file);
      const warnings = [...validated.warnings, ...validated.warningsFor(await paths())];
      for (const warning of warnings) host.stdout.write(`Warning: ${escapeText(warning)}\n`);
      host.stdout.write(`${escapeText(validated.origin)}: ${describeWarnings(warnings.length)}\n`);
    });
  addImportCommand(profile, host);
}

/** The profile of the working tree, or another one, and a way to list the files of the working tree. */
async function load(host: ProcessLike, name: string | undefined) {
  const { loadProfile } = await import('../pipeline/load-profile.ts');
  const { openProject } = await import('../pipeline/open-project.ts');
  const { listPaths } = await import('../pipeline/list-paths.ts');
  const project = await openProject(host);
  const profile = await loadProfile({ ...project, side: { kind: 'working-tree' }, profile: name });
  return { profile, paths: () => listPaths(project.repository, { kind: 'working-tree' }) };
}

function describeWarnings(count: number): string {
  if (count === 0) return 'no problem found';
  return `no error found, ${count === 1 ? '1 warning' : `${count} warnings`}`;
}

function renderValues(values: readonly ProfileValue[]): string[] {
  const rows = values.map(({ key, value, origin }) => ({
    text: escapeText(`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    origin: escapeText(origin.line === null ? origin.source : `${origin.source}:${origin.line}`),
  }));
  const width = Math.min(70, Math.max(...rows.map(({ text }) => text.length)));
  return rows.map(({ text, origin }) => `${text.padEnd(width)}  # ${origin}`);
}
