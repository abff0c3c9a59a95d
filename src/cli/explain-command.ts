import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { isSupportedPath } from '../languages/index.ts';
import { renderSmellList, renderSmellPage } from '../render/smell-page.ts';
import { findSmell, smells } from '../smells/index.ts';
import { nearest } from '../text/nearest.ts';
import { applyEnvironment } from './option-environment.ts';
import { parsePlace, type TypedPlace } from './parse-place.ts';
import type { ProcessLike } from './process-like.ts';
import { reportOptions } from './report-options.ts';
import { sourceOption } from './review-options.ts';
import { terminalSettings } from './terminal-settings.ts';

/** The options of `explain` as commander hands them over. */
interface ExplainOptions {
  readonly source?: string;
  readonly profile?: string;
  readonly debug?: boolean;
  readonly color: boolean;
}

/** `explain [smell]`, `explain path:line`: the documentation of a smell, the list of all, or what stands somewhere. */
export function addExplainCommand(program: Command, host: ProcessLike): void {
  program
    .command('explain')
    .description(
      'explain a code smell: what it is, why it matters, how to mend it; or what stands in a file or at a line; without a name, list all smells',
    )
    .argument('[smell or place]', "id or CodeScene's name of a smell; or <file>, or <file>:<line>")
    .addOption(sourceOption())
    .addOption(reportOptions.profile())
    .addOption(reportOptions.debug())
    .addOption(reportOptions.noColor())
    .hook('preAction', (_program, command) => applyEnvironment(command, host.env))
    .action(async (topic: string | undefined, options: ExplainOptions) => {
      host.stdout.write(topic === undefined ? renderSmellList(smells) : await explain(topic, options, host));
    });
}

/** A smell wins over a file of that name. */
async function explain(topic: string, options: ExplainOptions, host: ProcessLike): Promise<string> {
  const { color, width } = terminalSettings(host, host.stdout, options.color);
  const pageWidth = Math.min(100, width);
  const smell = findSmell(topic);
  if (smell) return renderSmellPage(smell, pageWidth);
  const place = parsePlace(topic);
  if (!isPlace(place, host)) throw unknownTopic(topic);
  const { explainPlace } = await import('../explain-place.ts');
  const { renderPlacePage } = await import('../render/place-page.ts');
  const { source, profile } = options;
  const { explanation, code } = await explainPlace({
    cwd: host.cwd,
    env: host.env,
    source,
    profile,
    ...place,
  });
  return renderPlacePage(explanation, smells, { color, width: pageWidth, code });
}

/** A file need not be there: it may stand at another commit, or its name have a typo. */
function isPlace({ path, line }: TypedPlace, { cwd }: ProcessLike): boolean {
  return line !== null || isSupportedPath(path) || existsSync(resolve(cwd, path));
}

function unknownTopic(name: string): UsageError {
  const suggestion = nearest(
    name,
    smells.flatMap((known) => [known.id, known.name]),
  );
  return new UsageError(`There is no smell "${name}".`, {
    hint: suggestion ? `Did you mean "${suggestion}"?` : 'codescene-pr explain lists them all.',
  });
}
