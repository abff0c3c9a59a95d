import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { isSupportedPath } from '../languages/index.ts';
import { renderSmellList, renderSmellPage } from '../render/smell-page.ts';
import { findSmell, smells } from '../smells/index.ts';
import { nearest } from '../text/nearest.ts';
import { parsePlace, type TypedPlace } from './parse-place.ts';
import type { ProcessLike } from './process-like.ts';
import { terminalSettings } from './terminal-settings.ts';

/** The options of `explain` as commander hands them over. */
export interface ExplainOptions {
  readonly source?: string;
  readonly profile?: string;
  readonly debug?: boolean;
  readonly color: boolean;
}

/**
 * Runs `explain`: the list of all smells, the page of one, or what stands at a place.
 * @returns what is to be printed
 * @throws UsageError for a topic that is none of them
 */
export async function runExplain(
  host: ProcessLike,
  topic: string | undefined,
  options: ExplainOptions,
): Promise<string> {
  return topic === undefined ? renderSmellList(smells) : explain(topic, options, host);
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
