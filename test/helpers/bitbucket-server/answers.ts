import type { Answer } from './route.ts';

/** The shape of the core services. */
export function coreError(status: number, message: string, extra: Record<string, unknown> = {}): Answer {
  return { status, body: { type: 'error', error: { message, ...extra } } };
}

/** The shape of the Code Insights service. */
export function insightsError(status: number, message: string): Answer {
  return { status, body: { code: status, message } };
}

/** The shape of the Pipelines services. */
export function keyedError(status: number, key: string, message: string): Answer {
  return { status, body: { key, message, arguments: {} } };
}

/** What a load balancer in front of the services says. */
export function htmlError(status: number, title: string): Answer {
  const page = `<!DOCTYPE html>\n<html><head><title>${title}</title><style>h1{color:red}</style></head><body><h1>${title}</h1></body></html>`;
  return { status, headers: { 'content-type': 'text/html' }, body: page };
}

export function rateLimited(retryAfter?: string): Answer {
  return {
    status: 429,
    headers: {
      'content-type': 'text/plain',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    },
    body: 'Rate limit for this resource has been exceeded',
  };
}

/** What Bitbucket does with an API token under a wrong e-mail address. */
export const silentlyUnauthorized: Answer = { status: 401, body: '' };

export function redirect(location: string): Answer {
  return { status: 302, headers: { location }, body: '' };
}
