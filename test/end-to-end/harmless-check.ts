import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { createRepository, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { type Entry, importCommit } from '../helpers/import-commit.ts';
import { armConfiguration, armHooks, createTrap, type Trap } from '../helpers/traps.ts';
import { pipelineVariables } from './pull-request.ts';
import { type Run, runCli } from './run-cli.ts';

const token = 'ATCTT3xFfGN0-a-secret-token';

/** Files of a commit, by their paths. */
export type Entries = readonly (readonly [string | Buffer, Entry])[];

interface Change {
  readonly origin: TestRepository;
  readonly source: string;
  readonly destination: string;
  readonly trap: Trap;
}

const attributes =
  '*.ts filter=evil diff=evil\n*.tsx filter=included\n* -text working-tree-encoding=UTF-16\n';

/** A change from some entries to others, in a clone whose configuration, attributes and hooks are traps. */
export function createChange(before: Entries, after: Entries): Change {
  const origin = createRepository();
  const start: Entries = [['.gitattributes', attributes], ...before];
  const destination = importCommit(origin, 'main', new Map(start));
  const source = importCommit(origin, 'feature', new Map(after), destination);
  origin.git('symbolic-ref', 'HEAD', 'refs/heads/feature');
  const trap = createTrap();
  armHooks(origin.root, trap);
  armConfiguration(origin.root, trap);
  return { origin, source, destination, trap };
}

const formats = ['json', 'markdown', 'html', 'sarif', 'junit'] as const;

interface Outcome extends Run {
  readonly report: Report;
  /** Every text that went anywhere: stdout, stderr, each format, each string that was sent to Bitbucket. */
  readonly texts: readonly string[];
  readonly state: BitbucketServer['state'];
}

/** Checks changes, expects what holds of every run, and closes the servers after each test. */
export function useHarmlessCheck(): (change: Change) => Promise<Outcome> {
  const servers: BitbucketServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (change) => {
    const server = await startBitbucketServer({
      repository: { workspace: 'acme', repository: 'shop', commit: change.source },
      accepted: { accessToken: token },
    });
    servers.push(server);
    const outcome = await check(server, change);
    expectHarmless(outcome, change);
    return outcome;
  };
}

/** Runs `check` as a pull request's pipeline with a token does, in every format. */
async function check(server: BitbucketServer, { origin, source, destination }: Change): Promise<Outcome> {
  const folder = temporaryFolder();
  const outputs = formats.flatMap((format) => ['--output', `${format}=${path.join(folder, format)}`]);
  const env = pipelineVariables({ origin, source, destination }, { BITBUCKET_ACCESS_TOKEN: token });
  const before = readdirSync(origin.root);
  const run = await runCli(['check', '--all', '--api-url', server.apiUrl, ...outputs], {
    cwd: origin.root,
    env,
  });
  expect(readdirSync(origin.root)).toEqual(before);
  const files = formats.map((format) => readFileSync(path.join(folder, format), 'utf8'));
  const sent = server.requests.flatMap(({ body }) => stringsIn(body));
  return {
    ...run,
    report: JSON.parse(files[0] ?? '') as Report,
    texts: [run.stdout, run.stderr, ...files, ...sent],
    state: server.state,
  };
}

/** The texts in a body that was sent. A path is the exact one there, or Bitbucket would not find the file. */
function stringsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (key === 'path' ? [] : stringsIn(value)));
}

/** What holds of every run, whatever is in the change. */
function expectHarmless({ texts, stderr }: Outcome, { trap }: Change): void {
  expect(trap.marks()).toEqual([]);
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(text).not.toContain(token);
  }
  expect(stderr).not.toMatch(/^\s+at |node:internal|defect of codescene-pr/m);
}

/** The paths that the report speaks of, and what it says. */
export function accountOf({ files, skipped }: Report): ReadonlyMap<string, string> {
  return new Map([
    ...files.map(({ path: file, change }) => [file, change] as const),
    ...skipped.map(({ path: file, reason }) => [file, reason] as const),
  ]);
}
