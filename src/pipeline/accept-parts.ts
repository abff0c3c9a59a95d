import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { quoted } from '../git/index.ts';
import { nameOf } from '../languages/side-name.ts';
import type { KnownSides } from '../measurement/known-sides.ts';
import type { SideResult } from '../model/measured-file.ts';
import type { PartialResult } from '../model/partial-result.ts';
import { parsePartial } from '../result/index.ts';
import { hashProfile } from './hash-profile.ts';
import { listKeyedSides } from './measure-shard.ts';
import type { ChangePlan } from './plan-change.ts';
import { readUntrustedFile, refuseOtherTool } from './read-untrusted-file.ts';

/** A partial result, and the file that it came from as it was given. */
interface Part extends PartialResult {
  readonly file: string;
}

/** All parts of one division, at least one. */
export type Parts = readonly [Part, ...Part[]];

const hint = 'Name the files that "codescene-pr check --shard <i/n> --output json=<path>" wrote.';
const runAgain =
  'Run the shards again, together with this step: with the same --target, --profile and paths.';

/**
 * Reads partial results that need not be trusted, and sees that they are all parts of one division.
 * @param files relative to `cwd`
 * @throws UsageError for a file that is none, and for parts that are missing, doubled, or of different divisions
 */
export async function readParts(files: readonly string[], cwd: string): Promise<Parts> {
  const parts: Part[] = [];
  for (const file of files) {
    const text = await readUntrustedFile(resolve(cwd, file), { name: file, kind: 'partial result', hint });
    const part = { file, ...parsePartial(text, file) };
    refuseOtherTool(part.tool, file, 'check --shard <i/n> --output json=<path>');
    parts.push(part);
  }
  const [first, ...others] = parts;
  if (!first) throw new UsageError('There is no partial result to merge.', { hint });
  const all: Parts = [first, ...others];
  refuseOtherDivision(all);
  refuseDoubled(all);
  refuseMissing(all);
  return all;
}

const nameOfShard = ({ shard: { index, count } }: Part) => `${index}/${count}`;

function refuseOtherDivision([first, ...others]: Parts): void {
  const odd = others.find(({ shard }) => shard.count !== first.shard.count);
  if (odd) {
    throw new UsageError('The partial results are not of one division.', {
      reason: `${quoted(first.file)} is part ${nameOfShard(first)}, and ${quoted(odd.file)} part ${nameOfShard(odd)}.`,
      hint: 'Give the files of one run alone; with --shard auto, of one group of parallel steps.',
    });
  }
  const elsewhere = others.find(({ paths }) => JSON.stringify(paths) !== JSON.stringify(first.paths));
  if (elsewhere) {
    throw new UsageError('The partial results are of different paths.', {
      reason: `${quoted(first.file)} and ${quoted(elsewhere.file)} were limited to different files or folders.`,
      hint: 'Give every shard the same paths.',
    });
  }
}

function refuseDoubled(parts: Parts): void {
  const byIndex = new Map<number, Part>();
  for (const part of parts) {
    const earlier = byIndex.get(part.shard.index);
    if (earlier) {
      throw new UsageError(`Part ${nameOfShard(part)} is there twice.`, {
        reason: `It stands in ${quoted(earlier.file)} and in ${quoted(part.file)}.`,
        hint: 'Give each part once, of one run.',
      });
    }
    byIndex.set(part.shard.index, part);
  }
}

/** More parts than this are counted and not named. */
const mostNamed = 10;

function refuseMissing(parts: Parts): void {
  const { count } = parts[0].shard;
  if (parts.length === count) return;
  const there = new Set(parts.map(({ shard }) => shard.index));
  const missing: string[] = [];
  for (let index = 1; index <= count && missing.length < mostNamed; index++) {
    if (!there.has(index)) missing.push(`${index}/${count}`);
  }
  const hidden = count - parts.length - missing.length;
  throw new UsageError(
    `Parts are missing: ${missing.join(', ')}${hidden > 0 ? `, and ${hidden} more` : ''}.`,
    {
      reason: `${parts.length} of ${count} are given.`,
      hint: 'A shard without anything to measure writes a file as well. With --shard auto, the group of parallel steps may hold shards alone.',
    },
  );
}

/**
 * Holds the parts against the change as it is seen here, and gives what they know of it.
 * @throws UsageError for a part of another commit, target, merge base or profile, and where they do not measure exactly
 *   what is to be measured
 */
export function acceptParts(parts: Parts, plan: ChangePlan): KnownSides {
  for (const part of parts) refuseOtherPlace(part, plan);
  const results = collectResults(parts, plan);
  return {
    has: (key) => results.has(nameOf(key)),
    recall: async (key) => results.get(nameOf(key)) ?? null,
  };
}

function refuseOtherPlace(part: Part, { context: here, profile }: ChangePlan): void {
  const { file, context } = part;
  const refuse = (what: string, reason: string): never => {
    throw new UsageError(`${quoted(file)} ${what}.`, { reason, hint: runAgain });
  };
  if (context.source !== here.headCommit) {
    const judged = here.headCommit ?? 'uncommitted work';
    refuse('belongs to another commit', `It was made for ${context.source}, and this is ${judged}.`);
  }
  if (context.targetRef !== (here.target?.ref ?? null)) {
    const [then, now] = [context.targetRef, here.target?.ref ?? null].map(describe);
    refuse('was compared with another target', `It was compared with ${then}, and this is ${now}.`);
  }
  if (context.mergeBase !== here.mergeBase) {
    const [then, now] = [context.mergeBase ?? 'nothing', here.mergeBase ?? 'none'];
    refuse(
      'was compared with another commit',
      `It was compared with ${then}, and the merge base is ${now}: the target has moved on.`,
    );
  }
  if (part.profile.name !== profile.name || part.profile.digest !== hashProfile(profile)) {
    refuse(
      'was made with another profile',
      `It was ${quoted(part.profile.name)} there, and is ${quoted(profile.name)} (${profile.origin}) here; one of them has other values.`,
    );
  }
}

const describe = (ref: string | null) => (ref === null ? 'nothing' : quoted(ref));

function collectResults(parts: Parts, plan: ChangePlan): ReadonlyMap<string, SideResult> {
  const wanted = new Set(listKeyedSides(plan).map(nameOf));
  const results = new Map<string, SideResult>();
  for (const { file, sides } of parts) {
    for (const side of sides) {
      const name = nameOf(side);
      if (!wanted.has(name)) throw contentError(file, `holds ${name}, which is not to be measured here`);
      if (results.has(name)) throw contentError(file, `holds ${name}, which was measured already`);
      results.set(name, side.result);
    }
  }
  refuseMissingContents(wanted, results);
  return results;
}

function refuseMissingContents(wanted: ReadonlySet<string>, results: ReadonlyMap<string, SideResult>): void {
  const missing = [...wanted].filter((name) => !results.has(name));
  if (missing.length === 0) return;
  throw new UsageError(`The parts leave out ${missing.length} of ${wanted.size} contents.`, {
    reason: `The first is ${missing[0]}.`,
    hint: `${runAgain} All steps need a clone of the same depth and kind.`,
  });
}

function contentError(file: string, problem: string): UsageError {
  return new UsageError(`${quoted(file)} ${problem}.`, { hint: runAgain });
}
