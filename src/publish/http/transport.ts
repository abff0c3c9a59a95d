import http from 'node:http';
import https from 'node:https';
import type { Connection, ProxyConnection } from '../connection.ts';
import type { ApiRequest } from './api.ts';
import { patience } from './patience.ts';
import type { Outcome } from './retry-policy.ts';

/** One request as it goes over the wire. */
export interface Exchange {
  readonly method: ApiRequest['method'];
  readonly url: URL;
  /** JSON text; `null` for a request without a body. */
  readonly body: string | null;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Sends one request once and never throws for what the network or the server does. */
export interface Transport {
  readonly exchange: (exchange: Exchange) => Promise<Outcome>;
  /** Closes idle connections. */
  readonly close: () => void;
}

type RequestFunction = (
  url: URL,
  options: http.RequestOptions,
  callback?: (response: http.IncomingMessage) => void,
) => http.ClientRequest;

const answerTooLarge = 'ANSWER_TOO_LARGE';

/** Opens the way to Bitbucket. The HTTP library is loaded here, so that a run that sends nothing never loads it. */
export async function openTransport(connection: Connection): Promise<Transport> {
  const { got } = await import('got');
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
  const client = got.extend({
    headers: headersFor(connection),
    agent: agents,
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    decompress: false,
    ...(connection.kind === 'pipelines' ? { request: requestThroughProxy(connection, agents.http) } : {}),
  });

  const exchange = async ({ method, url, body, timeoutMs, signal }: Exchange): Promise<Outcome> => {
    const size = new AbortController();
    const pending = client(url, {
      method,
      timeout: { request: Math.max(1, Math.ceil(timeoutMs)) },
      signal: AbortSignal.any(signal ? [size.signal, signal] : [size.signal]),
      ...(body === null ? {} : { body, headers: { 'content-type': 'application/json' } }),
    });
    pending.on('downloadProgress', ({ transferred }) => {
      if (transferred > patience.answerSize) size.abort();
    });
    try {
      const answer = await pending;
      return {
        kind: 'answer',
        status: answer.statusCode,
        retryAfter: answer.headers['retry-after'] ?? null,
        location: answer.headers.location ?? null,
        ...scopesIn(answer.headers),
        body: answer.body,
      };
    } catch (error) {
      return { kind: 'broken', code: size.signal.aborted ? answerTooLarge : codeOf(error) };
    }
  };

  const close = (): void => {
    agents.http.destroy();
    agents.https.destroy();
  };
  return { exchange, close };
}

function headersFor(connection: Connection): Record<string, string> {
  const common = { accept: 'application/json', 'user-agent': 'codescene-pr' };
  if (connection.kind === 'pipelines') return common;
  const authorized = { ...common, authorization: connection.authorization };
  // Data Center takes a request without a JSON body for one of a browser that was led astray, unless told otherwise.
  return connection.kind === 'data-center' ? { ...authorized, 'x-atlassian-token': 'no-check' } : authorized;
}

/**
 * Sends a request in absolute form (RFC 9112, 3.2.2) to the proxy instead of opening a tunnel: in a tunnel it
 * could not add its credentials.
 */
function requestThroughProxy({ proxyUrl }: ProxyConnection, agent: http.Agent): RequestFunction {
  const proxy = new URL(proxyUrl);
  const host = proxy.hostname.replace(/^\[|\]$/g, '');
  return (url, options, callback) =>
    http.request(
      {
        ...options,
        agent,
        protocol: 'http:',
        host,
        hostname: host,
        port: proxy.port === '' ? 80 : Number(proxy.port),
        path: url.href,
        headers: { ...options.headers, host: url.host },
      },
      callback,
    );
}

/** Bitbucket Cloud names the scopes of a token in a header of its answers. */
function scopesIn(headers: http.IncomingHttpHeaders): { scopes?: string } {
  const scopes = headers['x-oauth-scopes'];
  return typeof scopes === 'string' ? { scopes } : {};
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}
