import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenderOptions } from '../render/index.ts';
import { isCi } from './is-ci.ts';
import type { ProcessLike, TextStream } from './process-like.ts';

type Environment = ProcessLike['env'];

/**
 * Links to files of the working tree, where a terminal is known to show them (OSC 8); none in a pipe or in CI.
 * `FORCE_HYPERLINK` asks for them anywhere, or with 0 nowhere, as `FORCE_COLOR` does for colours.
 * @param root the folder that paths are relative to
 */
export function terminalLinks(
  { env }: Pick<ProcessLike, 'env'>,
  stream: TextStream,
  root: string,
): Pick<RenderOptions, 'link'> {
  if (!wantsLinks(env, stream)) return {};
  const addresses = new Map<string, string | null>();
  return {
    link: (path, line) => {
      const address = addresses.get(path) ?? addressOf(root, path);
      addresses.set(path, address);
      return address !== null && line !== null && readsLines(env) ? `${address}#${line}` : address;
    },
  };
}

/** The address of a file as a URL of printable ASCII; `null` where there is no such file. */
function addressOf(root: string, path: string): string | null {
  try {
    if (!lstatSync(join(root, path)).isFile()) return null;
    // By hand, because a URL made of a path loses blanks and control characters at its end. A semicolon may stand in a
    // URL, and ends a field of the sequence that it is put into.
    const segments = path.split('/').map(encodeURIComponent).join('/');
    return (pathToFileURL(`${root}/`).href + segments).replaceAll(';', '%3B');
  } catch {
    // Not there, or no name that a URL can hold: a link is no reason to fail.
    return null;
  }
}

function wantsLinks(env: Environment, stream: TextStream): boolean {
  const force = env.FORCE_HYPERLINK;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return stream.isTTY === true && !isCi(env) && !isElsewhere(env) && knowsLinks(env);
}

/** A file here is none there: the terminal runs on another machine, or in Windows around WSL. */
function isElsewhere(env: Environment): boolean {
  return [env.SSH_CONNECTION, env.SSH_TTY, env.WSL_DISTRO_NAME].some(Boolean);
}

/** Terminals by the names that they give themselves; a terminal inside of another one decides for both. */
function knowsLinks(env: Environment): boolean {
  const { TERM: term = '', TERM_PROGRAM: program = '', TERM_PROGRAM_VERSION: version = '' } = env;
  if (term === 'dumb' || env.STY) return false;
  if (env.TMUX) return program === 'tmux' && isAtLeast(version, 3, 4);
  if (program === 'iTerm.app') return isAtLeast(version, 3, 1);
  if (program === 'vscode') return isAtLeast(version, 1, 72);
  if (['WezTerm', 'ghostty', 'Hyper', 'Tabby', 'rio'].includes(program)) return true;
  if (['xterm-kitty', 'alacritty', 'foot', 'foot-extra', 'xterm-ghostty'].includes(term)) return true;
  // Versions as one number: 0.50.0 of VTE crashes on links.
  return Boolean(env.WT_SESSION) || Number(env.VTE_VERSION) > 5000 || Number(env.KONSOLE_VERSION) >= 201200;
}

/** Whether a terminal reads a line from the fragment of a file's URL; others refuse such a URL (VTE). */
function readsLines(env: Environment): boolean {
  return (
    !env.TMUX && (env.TERM === 'xterm-kitty' || ['vscode', 'iTerm.app'].includes(env.TERM_PROGRAM ?? ''))
  );
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [, first = '0', second = '0'] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}
