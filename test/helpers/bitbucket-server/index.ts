import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { coreError, insightsError } from './answers.ts';
import { type AcceptedCredentials, refuseStranger, userOf } from './authentication.ts';
import { cloudCommentRoutes } from './cloud-comments.ts';
import { cloudReadRoutes } from './cloud-reads.ts';
import { cloudReportRoutes } from './cloud-reports.ts';
import { cloudStatusRoutes } from './cloud-statuses.ts';
import { type Fault, type FaultSchedule, noFaults } from './faults.ts';
import { type Answer, findRoute, type Route } from './route.ts';
import { type CloudState, createCloudState, type RepositoryIdentity } from './state.ts';

/** What arrived, as the server saw it. */
export interface RecordedRequest {
  readonly through: 'api' | 'proxy';
  readonly method: string;
  /** Path below the API's base. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
  /** The whole address, as the client sees it. */
  readonly address: string;
}

export interface BitbucketServer {
  /** Base address that takes tokens. */
  readonly apiUrl: string;
  /** Address of the proxy that needs none. */
  readonly proxyUrl: string;
  readonly identity: RepositoryIdentity;
  readonly state: CloudState;
  readonly requests: readonly RecordedRequest[];
  /** What no client may ever do, where one did: tunnels and credentials at the proxy, bodies that are not JSON. */
  readonly violations: readonly string[];
  readonly close: () => Promise<void>;
}

export interface BitbucketServerOptions {
  /** The one repository and commit that the server knows; `identity` by default. */
  readonly repository?: RepositoryIdentity;
  readonly accepted?: AcceptedCredentials;
  readonly faults?: FaultSchedule;
}

/** The repository that a server holds where nothing else is said. */
export const identity: RepositoryIdentity = {
  workspace: 'acme',
  repository: 'shop',
  commit: '0123456789abcdef0123456789abcdef01234567',
};

const cloudBase = '/2.0';
const cloudHost = 'api.bitbucket.org';

interface Context {
  readonly options: BitbucketServerOptions;
  readonly routes: readonly Route[];
  readonly requests: RecordedRequest[];
  readonly violations: string[];
}

/**
 * Starts a stand-in for Bitbucket Cloud that refuses whatever the real one may refuse, and a stand-in for the
 * Pipelines proxy in front of it.
 */
export async function startBitbucketServer(options: BitbucketServerOptions = {}): Promise<BitbucketServer> {
  const { repository = identity } = options;
  const state = createCloudState(repository);
  const isRepository = (named: Readonly<Record<string, string>>) =>
    named.workspace === repository.workspace && named.repository === repository.repository;
  const routes = [
    ...cloudReportRoutes(state),
    ...cloudStatusRoutes(state),
    ...cloudCommentRoutes(state.pullRequest, isRepository),
    ...cloudReadRoutes(state, repository),
  ];
  const context: Context = { options, routes, requests: [], violations: [] };
  const api = await listen(http.createServer((request, response) => void serve(context, request, response)));
  const proxy = await listen(
    http.createServer((request, response) => void serveProxy(context, request, response)),
  );
  proxy.server.on('connect', (request, socket) => {
    context.violations.push(`tunnel asked for: ${request.url}`);
    socket.end('HTTP/1.1 405 Method Not Allowed\r\n\r\n');
  });
  return {
    apiUrl: `${api.address}${cloudBase}`,
    proxyUrl: proxy.address,
    identity: repository,
    state,
    requests: context.requests,
    violations: context.violations,
    close: async () => {
      await Promise.all([stop(api.server), stop(proxy.server)]);
    },
  };
}

async function serve(
  context: Context,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const recorded = await record(context, request, { through: 'api', address: request.url ?? '' });
  const refusal = refuseStranger(context.options.accepted ?? {}, recorded.authorization);
  respond(context, recorded, { response, operate: () => refusal ?? operate(context, recorded) });
}

async function serveProxy(
  context: Context,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const address = request.url ?? '';
  const url = URL.canParse(address) ? new URL(address) : null;
  const recorded = await record(context, request, { through: 'proxy', address: url?.pathname ?? address });
  const violation = findProxyViolation(url, request);
  if (violation !== null) context.violations.push(violation);
  const refusal = violation === null ? null : coreError(400, violation);
  respond(context, recorded, { response, operate: () => refusal ?? operate(context, recorded) });
}

function findProxyViolation(url: URL | null, request: http.IncomingMessage): string | null {
  if (url === null) return `not in absolute form: ${request.url}`;
  if (url.protocol !== 'http:' || url.host !== cloudHost)
    return `not for http://${cloudHost}: ${request.url}`;
  if (request.headers.host !== cloudHost) return `wrong Host header: ${request.headers.host}`;
  return request.headers.authorization === undefined ? null : 'credentials sent to the proxy';
}

async function record(
  { requests, violations }: Context,
  request: http.IncomingMessage,
  { through, address }: { readonly through: 'api' | 'proxy'; readonly address: string },
): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks).toString('utf8');
  const body = content === '' ? undefined : parseJson(content);
  const isDeclared = request.headers['content-type'] === 'application/json';
  if (body === null || (content !== '' && !isDeclared)) violations.push('body is not JSON');
  const recorded: RecordedRequest = {
    through,
    method: request.method ?? '',
    path: address.startsWith(`${cloudBase}/`) ? address.slice(cloudBase.length) : address,
    authorization: request.headers.authorization,
    body,
    address: URL.canParse(address) ? address : `http://${request.headers.host}${address}`,
  };
  requests.push(recorded);
  return recorded;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function operate(
  { routes }: Context,
  { method, path, through, body, address, authorization }: RecordedRequest,
): Answer {
  const matched = findRoute(routes, method, path);
  if (!matched) return insightsError(404, 'There is no API hosted at this URL.');
  if (through === 'proxy' && !matched.route.proxied) return coreError(401, 'Authentication is required.');
  return matched.route.handle({
    variables: matched.variables,
    body,
    query: new URL(address).searchParams,
    address,
    authorization,
    user: userOf(authorization),
  });
}

function respond(
  { options, requests }: Context,
  recorded: RecordedRequest,
  { response, operate }: { readonly response: http.ServerResponse; readonly operate: () => Answer },
): void {
  const { method, path, authorization } = recorded;
  const subject = { ordinal: requests.lastIndexOf(recorded), method, path, authorization };
  const fault = (options.faults ?? noFaults)(subject);
  if (fault === null) sendAnswer(response, operate());
  else sendFault(response, fault, operate);
}

function sendFault(response: http.ServerResponse, fault: Fault, operate: () => Answer): void {
  if ('applied' in fault && fault.applied) operate();
  switch (fault.kind) {
    case 'answer':
      sendAnswer(response, fault.answer);
      return;
    case 'reset-in-body':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"type": "rep', () => response.socket?.resetAndDestroy());
      return;
    case 'reset-without-answer':
      response.socket?.resetAndDestroy();
      return;
    case 'truncated-json':
      sendAnswer(response, {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"type": "rep',
      });
      return;
    case 'endless-body':
      response.writeHead(200, { 'content-type': 'application/json' });
      sendForEver(response);
      return;
    case 'hang':
  }
}

function sendForEver(response: http.ServerResponse): void {
  if (response.destroyed) return;
  response.write(' '.repeat(1_000_000), () => sendForEver(response));
}

function sendAnswer(response: http.ServerResponse, { status, headers, body }: Answer): void {
  const content = typeof body === 'string' || body === undefined ? (body ?? '') : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(content);
}

async function listen(server: http.Server): Promise<{ server: http.Server; address: string }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}` };
}

async function stop(server: http.Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
