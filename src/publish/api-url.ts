import { UsageError } from '../errors.ts';

/** The address of the Bitbucket Cloud REST API. */
export const cloudApiUrl = 'https://api.bitbucket.org/2.0';

const usableProtocols: readonly string[] = ['http:', 'https:'];

/**
 * Reads an address that a user gave: absolute, http or https, without user information, query and fragment.
 * @param source what the address was given as (`--api-url`, a variable), for the message.
 * @throws UsageError. The address itself is not repeated in it where it carries user information.
 */
export function parseAddress(address: string, source: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !usableProtocols.includes(url.protocol)) {
    throw new UsageError(`${source} is not an http or https address.`, {
      hint: `Give it in the form ${cloudApiUrl}.`,
    });
  }
  if (url.username + url.password !== '') {
    throw new UsageError(`${source} carries a user name or a password.`, {
      hint: 'Take them out of the address; credentials are read from variables.',
    });
  }
  if (url.search + url.hash !== '') {
    throw new UsageError(`${source} carries a query or a fragment.`, {
      hint: `Give it in the form ${cloudApiUrl}.`,
    });
  }
  return url;
}

/** The address as a prefix for paths: without a slash at its end. */
export function withoutTrailingSlash(url: URL): string {
  return url.href.replace(/\/+$/, '');
}

/** Whether a host name can only mean this machine. The URL parser has already put IPv4 into dotted form. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Whether a link to a host leads nobody else anywhere; more than what a token may be sent to over plain http. */
export function isOnlyHere(hostname: string): boolean {
  return (
    isLoopback(hostname) || /(^|\.)localhost\.?$/.test(hostname) || ['0.0.0.0', '[::]'].includes(hostname)
  );
}

/** The same address with http instead of https; a port that was given stays. */
export function toHttp(url: URL): URL {
  return new URL(url.href.replace(/^https:/, 'http:'));
}

/**
 * The full address of a path below the API's base, or of a `next` link that the API itself gave. Where the
 * base is http (the Pipelines proxy), an https link to the same host is turned into http, as an https one would
 * get past the proxy.
 * @returns `null` for anything that leads out of the base: another origin, or `..` in the path.
 */
export function resolveWithin(base: string, pathOrLink: string): URL | null {
  const address = pathOrLink.startsWith('/') ? base + pathOrLink : pathOrLink;
  if (!URL.canParse(address)) return null;
  const parsed = new URL(address);
  const url = base.startsWith('http:') ? toHttp(parsed) : parsed;
  return url.href.startsWith(`${base}/`) ? url : null;
}
