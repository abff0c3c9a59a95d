import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PublishError } from '../../../src/errors.ts';
import type { ApiRequest, Client } from '../../../src/publish/http/api.ts';
import { createClient } from '../../../src/publish/http/client.ts';
import * as answers from '../../helpers/bitbucket-server/answers.ts';
import { answering, type Fault } from '../../helpers/bitbucket-server/faults.ts';
import { type BitbucketServer, startBitbucketServer } from '../../helpers/bitbucket-server/index.ts';
import { accessToken, createFakeTime, withAccessToken } from '../run-publish.ts';

const unavailable = answering(answers.coreError(503, 'Try later.'));
const request: ApiRequest = { purpose: 'look', method: 'GET', path: '/anything' };

let server: BitbucketServer;
let client: Client;
let fault: Fault;

beforeEach(async () => {
  fault = answering({ status: 200, body: { fine: true } });
  server = await startBitbucketServer({ accepted: { accessToken }, faults: () => fault });
  const { connection } = withAccessToken(server);
  if (!connection) throw new Error('no connection');
  const time = createFakeTime();
  client = await createClient(connection, 1_000_000, { log: () => {}, now: time.now, sleep: time.sleep });
});

afterEach(async () => {
  client.close();
  await server.close();
});

async function failureOf(parts: Partial<ApiRequest>): Promise<PublishError> {
  const caught: unknown = await client.send({ ...request, ...parts }).catch((error: unknown) => error);
  if (caught instanceof PublishError) return caught;
  throw new Error('did not fail', { cause: caught });
}

describe('the client', () => {
  it('gives back status and parsed body, and nothing for an empty body', async () => {
    expect(await client.send(request)).toEqual({ status: 200, body: { fine: true } });
    fault = answering({ status: 204 });
    expect(await client.send({ ...request, method: 'DELETE' })).toEqual({ status: 204, body: null });
  });

  it('follows a link of the API itself', async () => {
    await client.send({ ...request, path: `${server.apiUrl}/anything?page=2` });
    expect(server.requests.map(({ path }) => path)).toEqual(['/anything?page=2']);
  });

  it.each(['https://evil.example/2.0/x', '/../x', '//evil.example/../../../x', 'http://127.0.0.1:1/2.0/x'])(
    'sends nothing to %s',
    async (path) => {
      const error = await failureOf({ path });
      expect(error.message).toContain('leads out of');
      expect(server.requests).toEqual([]);
    },
  );

  it('does not repeat a POST that must not be done twice', async () => {
    fault = unavailable;
    expect(await failureOf({ method: 'POST', body: {} })).toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(1);
  });

  it('repeats a POST that may be done twice', async () => {
    fault = unavailable;
    await failureOf({ method: 'POST', body: {}, repeatable: true });
    expect(server.requests).toHaveLength(5);
  });

  it('looks for what may have been done before it sends it again, and before it gives up', async () => {
    fault = unavailable;
    let looks = 0;
    const findResult = async () => {
      looks += 1;
      return null;
    };
    expect(await failureOf({ method: 'POST', body: {}, findResult })).toMatchObject({ status: 503 });
    expect([server.requests.length, looks]).toEqual([5, 5]);
    const found = { status: 200, body: { found: true } };
    expect(await client.send({ ...request, method: 'POST', findResult: async () => found })).toEqual(found);
    expect(server.requests).toHaveLength(6);
  });

  it('does not look for what was refused', async () => {
    fault = answering(answers.coreError(400, 'No.'));
    const findResult = async () => ({ status: 200, body: null });
    expect(await failureOf({ method: 'POST', body: {}, findResult })).toMatchObject({ status: 400 });
  });

  it('gives the hint of the request where it is refused', async () => {
    fault = answering(answers.coreError(403, 'No.'));
    expect(await failureOf({ refusalHint: 'Take another token.' })).toMatchObject({
      hint: 'Take another token.',
    });
  });

  it('does not take a page of HTML for a success', async () => {
    fault = answering({ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' });
    const error = await failureOf({});
    expect(error).toMatchObject({ status: null });
    expect(error.message).toContain('the answer was cut off, or is not JSON');
  });

  it('does not read an answer without end', async () => {
    fault = { kind: 'endless-body' };
    const error = await failureOf({});
    expect(error.message).toBe('Could not look: the answer is larger than any that Bitbucket gives.');
    expect(server.requests).toHaveLength(1);
  });

  it('sends nothing more once it is asked to wait too long, but for the last request', async () => {
    fault = answering(answers.rateLimited('1001'));
    expect(await failureOf({})).toMatchObject({ status: 429 });
    expect((await failureOf({ purpose: 'look again' })).message).toBe(
      'Could not look again: Bitbucket asked to wait longer than publishing may take.',
    );
    expect(server.requests).toHaveLength(1);
    await failureOf({ role: 'last' });
    expect(server.requests).toHaveLength(2);
  });

  it('sends at most 60 requests, and batches beyond them', async () => {
    for (let count = 0; count < 60; count += 1) await client.send(request);
    const error = await failureOf({});
    expect(error.message).toBe('Could not look: this run has already sent 60 requests.');
    await client.send({ ...request, role: 'batch' });
    expect(server.requests).toHaveLength(61);
    fault = unavailable;
    await failureOf({ role: 'batch' });
    expect(server.requests).toHaveLength(62);
  });
});
