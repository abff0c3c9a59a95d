import { GitError } from '../errors.ts';
import type { History } from '../model/history.ts';
import { gitFailure } from './describe-output.ts';
import { createFieldCutter } from './nul-fields.ts';
import { createLogParser, type LoggedCommit, logFormat } from './parse-log.ts';
import type { GitStream, Repository } from './repository.ts';
import { cutOffCommits } from './shallow.ts';

/** How far back history is read from the date of its tip: 365 days, in seconds. */
export const historySeconds = 365 * 24 * 60 * 60;

/** More commits than this are not looked at, however many a year has. */
const maxCommits = 2_000;

/**
 * Reading ends after so many older commits in a row. One alone proves nothing: its clock may have been wrong,
 * and what it was made on is newer.
 */
const maxOlderInARow = 100;

/**
 * No contents are read: a rename counts where git sees it from hashes alone. So a clone without blobs gives the
 * same history, and fetches nothing. Signatures would be verified by a program that the clone's configuration
 * names. Neither merges, whose parts are listed anyway, nor a commit without a parent, which says nothing about
 * change, are compared with anything.
 */
const logCommand = [
  '-c',
  'log.showRoot=false',
  'log',
  '-z',
  `--format=${logFormat}`,
  '--encoding=UTF-8',
  '--name-status',
  '--find-renames=100%',
  '--no-diff-merges',
  '--no-color',
  '--no-ext-diff',
  '--no-notes',
  '--no-relative',
  '--no-show-signature',
  '--no-textconv',
  '--ignore-submodules=dirty',
  `--max-count=${maxCommits}`,
];

/**
 * The commits that led to `tip` in the 365 days before it: by the date of the tip and not by today's, so that
 * the same commits give the same history at any time. At most 2,000. Touches no network.
 *
 * @param tip full hash of a commit
 * @throws GitError where git cannot list them
 */
export async function readHistory(repository: Repository, tip: string): Promise<History> {
  const cutOff = cutOffCommits(repository);
  const { commits, inexactPaths, isTipAlone } = await readLog(repository, tip);
  const lost = await cutOff;
  return { commits, inexactPaths, isTipAlone, isComplete: !commits.some(({ hash }) => lost.has(hash)) };
}

interface Log extends Pick<History, 'inexactPaths' | 'isTipAlone'> {
  readonly commits: readonly LoggedCommit[];
}

async function readLog(repository: Repository, tip: string): Promise<Log> {
  const stream = repository.stream([...logCommand, '--end-of-options', tip, '--'], noLines());
  const parser = createLogParser();
  const cutter = createFieldCutter();
  const span = createSpan();
  try {
    for (let next = await stream.output.next(); next.done !== true; next = await stream.output.next()) {
      for (const field of cutter.cut(next.value)) {
        const commit = parser.take(field);
        if (commit) span.add(commit);
      }
      if (span.isOver()) return { ...span.found(), inexactPaths: parser.inexactPaths };
    }
    await assertEnded(stream, cutter.isAtEnd());
    return { ...span.found(), inexactPaths: parser.inexactPaths };
  } finally {
    await stream.stop();
  }
}

async function assertEnded(stream: GitStream, isAtEnd: boolean): Promise<void> {
  const end = await stream.finished();
  if (end.exitCode !== 0) throw gitFailure('The history could not be read.', end);
  if (!isAtEnd) throw new GitError("git's list of commits ends in the middle of an entry.");
}

/** Collects the commits of the time before the first one. */
function createSpan() {
  const commits: LoggedCommit[] = [];
  let earliest: number | null = null;
  let older = 0;
  let olderInARow = 0;
  return {
    found: () => ({ commits, isTipAlone: commits.length === 1 && older > 0 }),
    add: (commit: LoggedCommit) => {
      earliest ??= commit.time - historySeconds;
      const isWithin = commit.time >= earliest;
      olderInARow = isWithin ? 0 : olderInARow + 1;
      if (isWithin) commits.push(commit);
      else older += 1;
    },
    isOver: () => olderInARow > maxOlderInARow,
  };
}

function* noLines(): Generator<string> {}
