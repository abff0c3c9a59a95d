import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionKinds } from '../../src/model/platform.ts';
import { resolveConnection } from '../../src/publish/connection.ts';
import { createClient } from '../../src/publish/http/client.ts';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { serverError } from '../helpers/bitbucket-server/data-center-state.ts';
import {
  answering,
  type Fault,
  type FaultSchedule,
  type FaultSubject,
} from '../helpers/bitbucket-server/faults.ts';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import type { Answer } from '../helpers/bitbucket-server/route.ts';
import { createFakeTime, runPublish } from './run-publish.ts';
import { reportWithFindings } from './sample-report.ts';

const email = 'bot@acme.example';
const tokenKinds = connectionKinds.filter((kind) => kind !== 'pipelines');
const visible = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
const token = fc.string({ unit: visible, minLength: 16, maxLength: 60 });

/** Failures that repeat to the client what it sent. */
const echoes: readonly ((subject: FaultSubject) => Answer)[] = [
  ({ authorization }) =>
    answers.coreError(401, `Bad credentials ${authorization}`, { detail: authorization }),
  ({ authorization }) =>
    answers.coreError(400, 'wrong', { fields: { [authorization ?? '']: [authorization] } }),
  ({ authorization }) => answers.insightsError(403, `no ${authorization?.split(' ')[1]}`),
  ({ authorization }) => answers.keyedError(400, authorization ?? '', ''),
  ({ authorization }) => serverError(400, `no ${authorization}`, authorization),
  ({ authorization }) => ({ status: 409, body: { errors: [{ exceptionName: authorization }] } }),
  ({ authorization }) => answers.htmlError(500, `${'.'.repeat(280)} ${authorization}`),
  ({ authorization }) => ({ status: 429, headers: { 'retry-after': '9999' }, body: authorization }),
  ({ authorization }) => ({ status: 502, body: decode(authorization) }),
  ({ authorization }) => answers.redirect(`https://evil.example/${authorization?.split(' ')[1]}`),
  ({ authorization }) => ({
    status: 400,
    body: { message: decode(authorization), [decode(authorization)]: 1 },
  }),
];

const breakages: readonly Fault[] = [
  { kind: 'reset-in-body', applied: true },
  { kind: 'reset-without-answer', applied: false },
  { kind: 'truncated-json', applied: true },
  answering(answers.rateLimited('1')),
  answering(answers.silentlyUnauthorized),
];

/** Makes the fault for a request; `null` for none. */
type FaultMaker = ((subject: FaultSubject) => Fault) | null;

const faultMaker: fc.Arbitrary<FaultMaker> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...echoes).map((echo) => (subject: FaultSubject) => answering(echo(subject))),
  },
  { weight: 1, arbitrary: fc.constantFrom(...breakages).map((fault) => () => fault) },
);

/** Basic credentials in the clear; anything else as it is. */
function decode(authorization = ''): string {
  const [scheme, value = ''] = authorization.split(' ');
  return scheme === 'Basic' ? Buffer.from(value, 'base64').toString() : value;
}

describe('secrets', () => {
  let server: BitbucketServer;
  let schedule: FaultSchedule = () => null;
  let first = 0;

  beforeAll(async () => {
    server = await startBitbucketServer({
      accepted: {},
      faults: (subject) =>
        schedule({ ...subject, ordinal: subject.ordinal - first }) ?? answering({ status: 200, body: {} }),
    });
  });

  afterAll(() => server.close());

  it('are in no message and no line, whatever goes wrong', async () => {
    const scenario = fc.record({
      secret: token,
      preset: fc.constantFrom(...tokenKinds),
      makers: fc.array(faultMaker, { maxLength: 8 }),
      findings: fc.constantFrom(1, 150),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ secret, preset, makers, findings }) => {
        first = server.requests.length;
        schedule = (subject) => makers[subject.ordinal]?.(subject) ?? null;
        const { outcomes, lines } = await runPublish(connectWith(secret, preset), {
          report: reportWithFindings(findings),
        });
        expectNoSecret([...outcomes.map(({ message }) => message), ...lines].join('\n'), secret);
        expect(outcomes).toHaveLength(2);
      }),
      { numRuns: 200 },
    );
  });

  it('are in no error, not even in its stack and cause', async () => {
    await fc.assert(
      fc.asyncProperty(token, fc.constantFrom(...echoes), async (secret, echo) => {
        schedule = (subject) => answering(echo(subject));
        const { connection } = connectWith(secret, 'api-token');
        if (!connection) throw new Error('no connection');
        const time = createFakeTime();
        const client = await createClient(connection, 1000, {
          log: () => {},
          now: time.now,
          sleep: time.sleep,
        });
        const error: unknown = await client
          .send({ purpose: 'try', method: 'GET', path: `/x/${encodeURIComponent(secret)}` })
          .catch((caught: unknown) => caught);
        client.close();
        expect(error).toBeInstanceOf(Error);
        expectNoSecret(inspectDeeply(error), secret);
      }),
      { numRuns: 50 },
    );
  });

  it('are in no message even where the address of the API holds them', async () => {
    const secret = 'token-in-the-address';
    const connection = resolveConnection({
      env: { BITBUCKET_ACCESS_TOKEN: secret },
      preset: 'auto',
      apiUrl: `http://127.0.0.1:1/${secret}/2.0`,
      inPipeline: false,
    });
    const { outcomes } = await runPublish(connection);
    expect(outcomes[0]?.message).toContain('http://127.0.0.1:1/[secret]/2.0');
    expectNoSecret(outcomes.map(({ message }) => message).join('\n'), secret);
  });

  function connectWith(secret: string, preset: (typeof tokenKinds)[number]) {
    const env = {
      BITBUCKET_ACCESS_TOKEN: secret,
      BITBUCKET_EMAIL: email,
      BITBUCKET_API_TOKEN: secret,
      BITBUCKET_HTTP_ACCESS_TOKEN: secret,
    };
    const apiUrl = preset === 'data-center' ? new URL(server.apiUrl).origin : server.apiUrl;
    return resolveConnection({ env, preset, apiUrl, inPipeline: false });
  }
});

function inspectDeeply(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const fields = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
  return [String(error), ...fields, JSON.stringify(error), inspectDeeply(error.cause ?? '')].join('\n');
}

function expectNoSecret(text: string, secret: string): void {
  const encoded = Buffer.from(`${email}:${secret}`).toString('base64');
  for (const form of [secret, encoded, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) {
    expect(text.includes(form), `${JSON.stringify(text)} holds ${form}`).toBe(false);
  }
}
