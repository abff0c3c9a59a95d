import type { Command } from 'commander';
import type { ProfileValue } from '../model/profile.ts';
import { escapeText } from '../text/escape-text.ts';
import type { ProcessLike } from './process-like.ts';

/** `profile list · show · validate`: what is built in, what is in force and why, what is wrong. */
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
      const resolved = await load(host, name);
      host.stdout.write(`# ${escapeText(`${resolved.name}: ${resolved.origin}`)}\n`);
      for (const line of renderValues(resolved.values)) host.stdout.write(`${line}\n`);
    });
  profile
    .command('validate')
    .description('say everything that is wrong in a profile')
    .argument('[file]', "a file; the working tree's profile by default")
    .action(async (file?: string) => {
      const { origin } = await load(host, file);
      host.stdout.write(`${escapeText(origin)}: no problem found\n`);
    });
}

async function load(host: ProcessLike, profile: string | undefined) {
  const { loadProfile } = await import('../pipeline/load-profile.ts');
  const { openProject } = await import('../pipeline/open-project.ts');
  const project = await openProject(host);
  return loadProfile({ ...project, side: { kind: 'working-tree' }, profile });
}

function renderValues(values: readonly ProfileValue[]): string[] {
  const rows = values.map(({ key, value, origin }) => ({
    text: escapeText(`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    origin: escapeText(origin.line === null ? origin.source : `${origin.source}:${origin.line}`),
  }));
  const width = Math.min(70, Math.max(...rows.map(({ text }) => text.length)));
  return rows.map(({ text, origin }) => `${text.padEnd(width)}  # ${origin}`);
}
