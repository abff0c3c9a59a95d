import { UsageError } from '../errors.ts';
import type { PlatformName } from '../model/platform.ts';
import { cloudApiUrl, parseAddress, withoutTrailingSlash } from './api-url.ts';

/** Where a Bitbucket is, for programs and for readers. */
export interface ServerAddress {
  readonly platform: PlatformName;
  /** Base of its REST API: Cloud's with the version, Data Center's up to `/rest`. No slash at its end. */
  readonly apiUrl: string;
  /** Base of its pages. No slash at its end. */
  readonly webUrl: string;
}

const cloudHosts: readonly string[] = ['bitbucket.org', 'www.bitbucket.org', 'api.bitbucket.org'];

/**
 * Reads the address of a Bitbucket. One that ends in `/2.0` is the REST API of Bitbucket Cloud, whatever the host,
 * as it may stand behind a proxy; any other one is a Data Center server, with its context path where it has one. A
 * part of Data Center's own API behind it (`/rest`, `/rest/api/1.0`) is taken off.
 * @param source what the address was given as (`--api-url`), for the message
 * @throws UsageError for an address that is none, and for one of Bitbucket Cloud that is not its API
 */
export function parseServerAddress(address: string, source: string): ServerAddress {
  const url = parseAddress(address, source);
  const base = withoutTrailingSlash(url);
  if (base.endsWith('/2.0')) {
    return { platform: 'bitbucket-cloud', apiUrl: base, webUrl: 'https://bitbucket.org' };
  }
  if (cloudHosts.includes(url.hostname)) {
    throw new UsageError(`${source} is an address of Bitbucket Cloud, but not that of its REST API.`, {
      hint: `Give ${cloudApiUrl}, or leave it out.`,
    });
  }
  const webUrl = base.replace(/\/rest(\/api(\/(latest|\d\.\d))?)?$/, '');
  return { platform: 'bitbucket-data-center', apiUrl: `${webUrl}/rest`, webUrl };
}
