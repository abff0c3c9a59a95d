import { EnvironmentError } from '../errors.ts';
import { quoted } from './describe-output.ts';
import type { Environment, Repository } from './repository.ts';

/** Where a pipe's container reaches the authentication proxy of Bitbucket Pipelines. */
const pipeProxy = 'http://host.docker.internal:29418/';

function isSet(environment: Environment, ...names: readonly string[]): boolean {
  return names.some((name) => (environment[name] ?? '') !== '');
}

/**
 * The proxy that a fetch has to go through, where the clone's own configuration names the wrong one:
 * Pipelines configures `localhost:29418`, which inside of a pipe's container is the container itself.
 * `CODESCENE_PR_PIPELINES_PROXY` overrides the address.
 */
function proxyOf(environment: Environment): string | null {
  const override = environment.CODESCENE_PR_PIPELINES_PROXY ?? '';
  if (override !== '') {
    if (URL.canParse(override) && new URL(override).protocol === 'http:') return override;
    throw new EnvironmentError(
      `CODESCENE_PR_PIPELINES_PROXY is ${quoted(override)}, which is not an http URL.`,
      {
        hint: `Unset it, or give an address such as ${pipeProxy}.`,
      },
    );
  }
  return isSet(environment, 'BITBUCKET_PIPE_STORAGE_DIR', 'BITBUCKET_PIPE_SHARED_STORAGE_DIR')
    ? pipeProxy
    : null;
}

/**
 * Settings for a command that talks to `origin`. The proxy is named for exactly that URL, because the
 * clone's setting is, and holds for plain http alone: it cannot authenticate inside of TLS.
 */
export function remoteArguments({ environment, originUrl }: Repository): readonly string[] {
  const proxy = proxyOf(environment);
  const isPlain = originUrl !== null && /^http:\/\/[^=\s]+$/i.test(originUrl);
  return proxy !== null && isPlain ? ['-c', `http.${originUrl}.proxy=${proxy}`] : [];
}
