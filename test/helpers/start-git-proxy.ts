import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { testEnvironment } from './create-repository.ts';

/** Passes the answer of `git http-backend`, which is a CGI program, on. */
function answer(request: IncomingMessage, response: ServerResponse, projectRoot: string): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: testEnvironment({
      GIT_PROJECT_ROOT: projectRoot,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: url.pathname.replace(/^\/[^/]+\/[^/]+/, ''),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    }),
  });
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    for (const header of output.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = header.split(/: (.*)/);
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.end(output.subarray(end + 4));
  });
}

export interface GitProxy {
  /** Address with a slash at the end. */
  readonly url: string;
  /** Method and absolute URL of each request, and its Authorization header where it had one. */
  readonly requests: readonly string[];
}

/**
 * A stand-in for the authentication proxy of Pipelines: takes requests in absolute form for any host and
 * answers them with the repository whose git folder is given. It ends with the test.
 */
export async function startGitProxy(gitDirectory: string): Promise<GitProxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    requests.push(
      `${request.method} ${request.url}${authorization === undefined ? '' : ` ${authorization}`}`,
    );
    answer(request, response, gitDirectory);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}
