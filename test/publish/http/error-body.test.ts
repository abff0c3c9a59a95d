import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeErrorBody } from '../../../src/publish/http/error-body.ts';
import { coreError, htmlError, insightsError, keyedError } from '../../helpers/bitbucket-server/answers.ts';
import { serverError } from '../../helpers/bitbucket-server/data-center-state.ts';
import type { Answer } from '../../helpers/bitbucket-server/route.ts';

function describeAnswer({ body }: Answer, secrets: readonly string[] = []): string {
  return describeErrorBody(typeof body === 'string' ? body : JSON.stringify(body), secrets);
}

describe('describeErrorBody', () => {
  it('reads the shape of the core services, with its detail', () => {
    const answer = coreError(404, 'Repository acme/shop not found', { detail: 'It may have been moved.' });
    expect(describeAnswer(answer)).toBe('Repository acme/shop not found It may have been moved.');
  });

  it('names the scopes that are required, and those that were granted', () => {
    const message = 'Your credentials lack one or more required privilege scopes.';
    const detail = { granted: ['repository', 'account'], required: ['pullrequest:write'] };
    expect(describeAnswer(coreError(403, message, { detail }))).toBe(
      `${message} (required: pullrequest:write; granted: repository, account)`,
    );
    const none = { granted: [], required: 'pullrequest' };
    expect(describeAnswer(coreError(403, 'No.', { detail: none }))).toBe(
      'No. (required: pullrequest; granted: none)',
    );
  });

  it('keeps long, odd and hostile lists of scopes to one short line, with what is required first', () => {
    const granted = Array.from({ length: 100 }, (_, at) => `scope-${at}`);
    const line = describeAnswer(coreError(403, 'No.', { detail: { granted, required: ['pullrequest'] } }));
    expect(line).toMatch(/^No\. \(required: pullrequest; granted: scope-0, .*…$/);
    expect(line.length).toBeLessThanOrEqual(300);
    const hostile = { required: ['\u001b[31mx\u202e', 'hunter22'], granted: [{}, 3], other: { deep: 'x' } };
    expect(describeAnswer(coreError(403, 'No.', { detail: hostile }), ['hunter22'])).toBe(
      'No. (required: [31mx, [secret])',
    );
    expect(describeAnswer(coreError(403, 'No.', { detail: {} }))).toBe('No.');
  });

  it('adds what is wrong with a field only where the message does not say it', () => {
    const complaint = 'Ensure this value has at most 40 characters (it has 58).';
    const fields = { key: [complaint], url: ['Enter a valid URL.'] };
    expect(describeAnswer(coreError(400, `key: ${complaint}`, { fields }))).toBe(
      `key: ${complaint} url: Enter a valid URL.`,
    );
  });

  it('reads the shape of Data Center, each error with what it is about', () => {
    expect(describeAnswer(serverError(400, 'must be a ref', 'ref'))).toBe('ref: must be a ref');
    expect(describeAnswer(serverError(404, 'No such commit.'))).toBe('No such commit.');
    const errors = [
      { context: 'key', message: 'key is too long' },
      { exceptionName: 'SomeException' },
      null,
      3,
    ];
    expect(describeErrorBody(JSON.stringify({ errors }), [])).toBe('key is too long SomeException');
    expect(describeErrorBody('{"errors":[{}]}', [])).toBe('{"errors":[{}]}');
    expect(describeErrorBody('{"errors":[]}', [])).toBe('{"errors":[]}');
  });

  it('reads the shape of the Code Insights service', () => {
    const answer = insightsError(400, 'Bulk upload supports a maximum of /100 annotations.');
    expect(describeAnswer(answer)).toBe('Bulk upload supports a maximum of /100 annotations.');
  });

  it('reads the shape of the Pipelines services', () => {
    expect(describeAnswer(keyedError(403, 'insights.forbidden', 'No access.'))).toBe('No access.');
    expect(describeErrorBody('{"key":"insights.forbidden"}', [])).toBe('insights.forbidden');
  });

  it('reads the text of an HTML page', () => {
    expect(describeAnswer(htmlError(503, 'Service Unavailable &amp; sorry'))).toBe(
      'Service Unavailable & sorry Service Unavailable & sorry',
    );
  });

  it('passes plain text and JSON of another shape on', () => {
    expect(describeErrorBody('Rate limit for this resource has been exceeded\n', [])).toBe(
      'Rate limit for this resource has been exceeded',
    );
    expect(describeErrorBody('{"status": 400}', [])).toBe('{"status": 400}');
    expect(describeErrorBody('[1]', [])).toBe('[1]');
  });

  it('says nothing for an empty answer', () => {
    expect(describeErrorBody('', [])).toBe('');
    expect(describeErrorBody(' \r\n', [])).toBe('');
  });

  it('takes secrets out, also where control characters or markup hide them', () => {
    const secrets = ['hunter22'];
    expect(describeErrorBody('{"message":"bad token hunter\\u000022"}', secrets)).toBe('bad token [secret]');
    expect(describeErrorBody('<p>hunter22</p>', secrets)).toBe('[secret]');
    expect(describeErrorBody('<p>hunter<b>22</p>', ['hunter<b>22'])).toBe('[secret]');
    expect(describeErrorBody(`${'x'.repeat(296)}hunter22`, secrets)).not.toContain('hunt');
    expect(
      describeErrorBody('{"error":{"message":"m","fields":{"hunter22":["\\u0068unter22"]}}}', secrets),
    ).toBe('m [secret]: [secret]');
  });

  it('answers one short line without control characters for any body', () => {
    const body = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.json(),
      fc.record({ error: fc.anything(), message: fc.anything(), key: fc.anything() }).map((value) => {
        try {
          return JSON.stringify(value) ?? '';
        } catch {
          return '';
        }
      }),
    );
    fc.assert(
      fc.property(body, (given) => {
        const line = describeErrorBody(given, []);
        expect(line.length).toBeLessThanOrEqual(300);
        expect(line).not.toMatch(/\p{C}/u);
      }),
    );
  });

  it('is quick for hostile pages', () => {
    const started = performance.now();
    describeErrorBody('<script '.repeat(500_000), []);
    describeErrorBody('<style>'.repeat(500_000), []);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
