import type { Repository } from './repository.ts';

/**
 * The URL of the remote `origin` after git's rewriting rules (`url.….insteadOf`), without user name and
 * password; `null` where there is no such remote.
 */
export async function remoteUrl(repository: Repository): Promise<string | null> {
  const { exitCode, stdout } = await repository.run(['remote', 'get-url', 'origin']);
  const url = stdout.toString().trim();
  if (exitCode !== 0 || url === '') return null;
  return url.replace(/^(https?:\/\/)[^/]*@/i, '$1');
}
