import { gitFailure } from './describe-output.ts';
import { switchOffDrivers } from './hardened-settings.ts';
import type { Repository, RunGit } from './repository.ts';

/** What is taken from the git configuration in force. */
export interface Configuration extends Pick<Repository, 'objectFormat' | 'originUrl'> {
  /** Command line settings that switch off the programs which it names. */
  readonly driverSettings: readonly string[];
}

const wantedKeys = [
  '^(filter|hook)\\.',
  '^extensions\\.objectformat$',
  '^remote\\.origin\\.url$',
  '^url\\..*\\.insteadof$',
];

/** A value of the configuration; `null` where its key stands alone. Keys hold no line feed (git-config(1), "Syntax"). */
type Setting = readonly [key: string, value: string | null];

/**
 * Reads it once for all that is wanted of it.
 * @throws GitError where it cannot be read, or names a program that cannot be switched off
 */
export async function readConfiguration(run: RunGit): Promise<Configuration> {
  const result = await run(['config', '--null', '--get-regexp', wantedKeys.join('|')]);
  // 1: there are none.
  if (result.exitCode > 1) throw gitFailure("The clone's git configuration cannot be read.", result);
  const settings = result.stdout.toString().split('\0').filter(Boolean).map(parseSetting);
  const valuesOf = (name: string) => settings.flatMap(([key, value]) => (key === name ? [value ?? ''] : []));
  return {
    driverSettings: switchOffDrivers(settings.map(([key]) => key)),
    objectFormat: valuesOf('extensions.objectformat').at(-1) === 'sha256' ? 'sha256' : 'sha1',
    originUrl: settings.some(([key]) => key.startsWith('url.'))
      ? await askOriginUrl(run)
      : toOriginUrl(firstUrl(valuesOf('remote.origin.url'))),
  };
}

function parseSetting(text: string): Setting {
  const end = text.indexOf('\n');
  return end === -1 ? [text, null] : [text.slice(0, end), text.slice(end + 1)];
}

/** An empty one clears the list of those before it (git-config(1), "remote.<name>.url"). */
function firstUrl(urls: readonly string[]): string {
  return urls[urls.lastIndexOf('') + 1] ?? '';
}

/** git applies its rewriting rules (`url.….insteadOf`) itself. */
async function askOriginUrl(run: RunGit): Promise<string | null> {
  const { exitCode, stdout } = await run(['remote', 'get-url', 'origin']);
  return exitCode === 0 ? toOriginUrl(stdout.toString()) : null;
}

function toOriginUrl(url: string): string | null {
  const trimmed = url.trim();
  return trimmed === '' ? null : trimmed.replace(/^(https?:\/\/)[^/]*@/i, '$1');
}
