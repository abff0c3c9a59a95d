import http from 'node:http';
import { dataCenterBuildRoutes } from './data-center-builds.ts';
import { dataCenterCommentRoutes } from './data-center-comments.ts';
import { dataCenterInsightRoutes } from './data-center-insights.ts';
import type { DataCenterRoute } from './data-center-route.ts';
import {
  createDataCenterState,
  type DataCenterIdentity,
  type DataCenterState,
  serverError,
} from './data-center-state.ts';
import { type FaultSchedule, noFaults } from './faults.ts';
import { listen, sendAnswer, sendFault, stop } from './index.ts';
import { type Answer, matchPath } from './route.ts';

export const dataCenterIdentity: DataCenterIdentity = {
  project: 'SHOP',
  repository: 'web',
  commit: '0123456789abcdef0123456789abcdef01234567',
  pullRequest: 12,
};

export interface DataCenterOptions {
  readonly identity?: DataCenterIdentity;
  /** Ids of users by the HTTP access token that is theirs. */
  readonly tokens: Readonly<Record<string, number>>;
  readonly faults?: FaultSchedule;
  /** Where the server lives below its host, such as `/bitbucket`. */
  readonly contextPath?: string;
  readonly maxAnnotations?: number;
  readonly largestPage?: number;
  readonly buildStates?: readonly string[];
}

export interface DataCenterServer {
  /** Address of the server, as a user gives it. */
  readonly url: string;
  readonly state: DataCenterState;
  readonly requests: readonly { readonly method: string; readonly path: string; readonly body: unknown }[];
  readonly close: () => Promise<void>;
}

interface Received {
  readonly request: http.IncomingMessage;
  readonly content: string;
  readonly url: URL;
  readonly path: string;
}

/** Starts a stand-in for Bitbucket Data Center that refuses whatever the real one may refuse. */
export async function startDataCenterServer(options: DataCenterOptions): Promise<DataCenterServer> {
  const { contextPath = '', maxAnnotations = 1000, largestPage = 1000, faults = noFaults } = options;
  const state = createDataCenterState(options.identity ?? dataCenterIdentity);
  const routes = [
    ...dataCenterInsightRoutes(state, maxAnnotations),
    ...dataCenterBuildRoutes(state, options.buildStates),
    ...dataCenterCommentRoutes(state, largestPage),
  ];
  const requests: { method: string; path: string; body: unknown }[] = [];
  const base = `${contextPath}/rest`;
  const { server, address } = await listen(
    http.createServer(async (request, response) => {
      const content = await contentOf(request);
      const url = new URL(request.url ?? '', 'http://localhost');
      const path = url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length) : url.pathname;
      const method = request.method ?? '';
      const subject = {
        ordinal: requests.length,
        method,
        path,
        authorization: request.headers.authorization,
      };
      requests.push({ method, path, body: parseJson(content) });
      const operate = () => answer(routes, options, { request, content, url, path });
      const fault = faults(subject);
      if (fault === null) sendAnswer(response, operate());
      else sendFault(response, fault, operate);
    }),
  );
  return { url: `${address}${contextPath}`, state, requests, close: () => stop(server) };
}

async function contentOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(
  routes: readonly DataCenterRoute[],
  { tokens }: DataCenterOptions,
  { request, content, url, path }: Received,
): Answer {
  const user = tokens[/^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''];
  if (user === undefined)
    return serverError(401, 'Authentication failed. Please check your credentials and try again.');
  const isJson = request.headers['content-type'] === 'application/json';
  if (request.method !== 'GET' && !isJson && request.headers['x-atlassian-token'] !== 'no-check') {
    return { status: 403, headers: { 'content-type': 'text/plain' }, body: 'XSRF check failed' };
  }
  const body = content === '' ? undefined : parseJson(content);
  if (content !== '' && (!isJson || body === undefined)) return serverError(415, 'The body is not JSON.');
  for (const { method, path: template, query, handle } of routes) {
    const variables = method === request.method ? matchPath(template, path) : null;
    if (variables === null) continue;
    const unknown = [...url.searchParams.keys()].find((name) => !query.includes(name));
    if (unknown !== undefined) return serverError(400, `Unknown parameter: ${unknown}`);
    return handle({ variables, query: url.searchParams, body, user });
  }
  return {
    status: 404,
    headers: { 'content-type': 'text/html' },
    body: '<html><body><h1>Not Found</h1></body></html>',
  };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
