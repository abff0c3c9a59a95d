import type { Command } from 'commander';
import { nearest } from '../config/nearest.ts';
import { UsageError } from '../errors.ts';
import { renderSmellList, renderSmellPage } from '../render/smell-page.ts';
import { findSmell, smells } from '../smells/index.ts';
import type { ProcessLike } from './process-like.ts';
import { terminalSettings } from './terminal-settings.ts';

/** `explain [smell]`: the documentation of one smell, or the list of all. */
export function addExplainCommand(program: Command, host: ProcessLike): void {
  program
    .command('explain')
    .description('explain a code smell: what it is, why it matters, how to mend it; without a name, list all')
    .argument('[smell]', "id or CodeScene's name of a smell")
    .action((name?: string) => {
      host.stdout.write(name === undefined ? renderSmellList(smells) : explain(name, host));
    });
}

function explain(name: string, host: ProcessLike): string {
  const smell = findSmell(name);
  if (smell) return renderSmellPage(smell, Math.min(100, terminalSettings(host, host.stdout, false).width));
  const suggestion = nearest(
    name,
    smells.flatMap((known) => [known.id, known.name]),
  );
  throw new UsageError(`There is no smell "${name}".`, {
    hint: suggestion ? `Did you mean "${suggestion}"?` : 'codescene-pr explain lists them all.',
  });
}
