import { PublishError } from '../../errors.ts';
import type { PlatformName } from '../../model/platform.ts';
import { cutText } from '../../text/cut-text.ts';
import { escapeText } from '../../text/escape-text.ts';
import type { Connection } from '../connection.ts';
import { platformOf } from '../platform-connections.ts';
import { redact } from '../redact.ts';
import type { ApiRequest } from './api.ts';
import { describeErrorBody } from './error-body.ts';
import { type Outcome, type RetryDecision, requestTimedOut, truncatedAnswer } from './retry-policy.ts';

/** Everything that is known when a request is given up. */
export interface Failure {
  readonly request: ApiRequest;
  readonly connection: Connection;
  readonly outcome: Outcome;
  readonly decision: RetryDecision & { readonly retry: false };
  readonly attempts: number;
  readonly remainingMs: number;
}

type Answer = Outcome & { readonly kind: 'answer' };
type Broken = Outcome & { readonly kind: 'broken' };

const brokenCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at that address',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNRESET: 'the connection was cut',
  ECONNABORTED: 'the connection was cut',
  EPIPE: 'the connection was cut',
  [requestTimedOut]: 'there was no answer in time',
  [truncatedAnswer]: 'the answer was cut off, or is not JSON',
  ERR_ABORTED: 'the run was told to stop',
  ANSWER_TOO_LARGE: 'the answer is larger than any that Bitbucket gives',
};

/** The error for a request that was given up: what was tried, Bitbucket's own words, what to do. */
export function explainFailure(failure: Failure): PublishError {
  const { request, outcome } = failure;
  return outcome.kind === 'answer'
    ? new PublishError(
        `Could not ${request.purpose}: Bitbucket answered ${outcome.status}.`,
        outcome.status,
        {
          reason: [describeAnswer(outcome, failure.connection), ...describeGivingUp(failure)].join(' '),
          hint: hintForStatus(outcome.status, failure),
        },
      )
    : new PublishError(`Could not ${request.purpose}: ${describeBroken(outcome)}.`, null, {
        reason: [`${request.method} ${origin(failure)}.`, ...describeGivingUp(failure)].join(' '),
        hint: hintForBroken(outcome, failure.connection),
      });
}

/** A text that may come from the other side, made fit for one line of output. */
export function toSafeLine(text: string, secrets: readonly string[], length = 300): string {
  return cutText(redact(escapeText(redact(text, secrets)), secrets), length);
}

function describeAnswer({ status, body, location }: Answer, { secrets }: Connection): string {
  if (status >= 300 && status < 400) {
    const target = location === null || !URL.canParse(location) ? null : new URL(location);
    const place = target === null ? 'another address' : toSafeLine(target.origin + target.pathname, secrets);
    return `It points to ${place}; redirects are not followed, so that no credential goes astray.`;
  }
  const words = describeErrorBody(body, secrets);
  return words === '' ? 'It did not say why.' : `It says: ${words}`;
}

function describeBroken({ code }: Broken): string {
  return brokenCodes[code] ?? `the connection failed (${code})`;
}

function describeGivingUp({ decision, attempts, remainingMs }: Failure): readonly string[] {
  const left = seconds(Math.max(0, remainingMs));
  switch (decision.because) {
    case 'wait-too-long':
      return [
        `It asks to wait ${seconds(decision.waitMs)} before the next request, and ${left} are left for publishing: ` +
          'stopped trying.',
      ];
    case 'out-of-time':
      return [`Sent ${times(attempts)}; the time for publishing is used up.`];
    case 'attempts':
      return [`Sent ${times(attempts)}, each time in vain.`];
    default:
      return [];
  }
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function origin({ connection }: Failure): string {
  return connection.kind === 'pipelines'
    ? `${connection.apiUrl} through the proxy ${connection.proxyUrl}`
    : connection.apiUrl;
}

function hintForBroken({ code }: Broken, connection: Connection): string {
  if (connection.kind === 'pipelines') {
    return 'Set CODESCENE_PR_PIPELINES_PROXY to the address of the Pipelines proxy, or BITBUCKET_ACCESS_TOKEN to a token.';
  }
  const check = 'Check --api-url and the network, and run it again';
  return code === requestTimedOut
    ? `${check}; check and publish take more time by --publish-timeout.`
    : `${check}.`;
}

function hintForCredentials(connection: Connection): string {
  switch (connection.kind) {
    case 'access-token':
      return `Check ${connection.variables.join()}: it must be valid, for this repository, and be allowed to read it.`;
    case 'api-token':
      return (
        `Check ${connection.variables.join(' and ')} (the address of the Atlassian account, not a user name); ` +
        'the token needs the scope read:repository:bitbucket.'
      );
    case 'data-center':
      return `Check ${connection.variables.join()}: an HTTP access token that has not expired, with the permission to read this repository. What another user has published can be changed by that user alone: use the same token in every run, or give another --report-id.`;
    case 'pipelines':
      return 'The Pipelines proxy gave no credentials for this repository. Set BITBUCKET_ACCESS_TOKEN to a repository access token.';
  }
}

/** What a reader is told of the server, by its platform. */
const serverHints: Readonly<
  Record<PlatformName, { readonly names: string; readonly rateLimit: string; readonly disturbances: string }>
> = {
  'bitbucket-cloud': {
    names: '--workspace, --repo',
    rateLimit: 'The rate limit is per hour and identity',
    disturbances: 'https://bitbucket.status.atlassian.com tells of disturbances',
  },
  'bitbucket-data-center': {
    names: "--api-url, --workspace (the project's key), --repo",
    rateLimit: 'The server limits the requests of each user',
    disturbances: 'whoever runs the server can see what is wrong in its log',
  },
};

function hintForStatus(status: number, { request, connection }: Failure): string {
  if ([403, 404].includes(status) && request.refusalHint !== undefined) return request.refusalHint;
  if ([401, 403, 407].includes(status)) return hintForCredentials(connection);
  const server = serverHints[platformOf[connection.kind]];
  if (status === 404) {
    return `Check ${server.names} and --commit: the commit must be pushed, and the credentials must reach the repository.`;
  }
  if (status === 429) return `${server.rateLimit}: run the step again later.`;
  if (status >= 500) return `Run the step again later; ${server.disturbances}.`;
  if (status < 400) return 'Check --api-url, --workspace and --repo; the repository may have moved.';
  return 'Run with --dry-run to see what is sent.';
}
