import { UsageError } from '../errors.ts';
import { readBlobSizes } from '../git/index.ts';
import { nameOf } from '../languages/side-name.ts';
import { divideByBytes } from '../measurement/divide-by-bytes.ts';
import { keyOf } from '../measurement/known-sides.ts';
import { type SideToRead, sidesToMeasure } from '../measurement/sides-to-measure.ts';
import type { SideKey } from '../model/measured-file.ts';
import type { MeasuredSide, PartialResult, Shard } from '../model/partial-result.ts';
import { version } from '../version.ts';
import { hashProfile } from './hash-profile.ts';
import { measureOneByOne } from './measure-files.ts';
import { openProject } from './open-project.ts';
import { type ChangePlan, type ChangeRequest, planChange } from './plan-change.ts';

/** A change, and which part of it to measure. */
export interface ShardRequest extends ChangeRequest {
  readonly shard: Shard;
}

/** A side with what tells it from others. */
export interface KeyedSide extends SideKey {
  readonly side: SideToRead;
}

/**
 * Measures one part of a change: of all contents on both sides those that are this shard's, divided by bytes, in the
 * same way on every machine.
 * @throws UsageError where no commit is judged, which other machines could see as well
 * @throws CodeScenePrError with what else happened, why and what to do
 */
export async function measureShard(request: ShardRequest): Promise<PartialResult> {
  const { shard, signal, onProgress = () => {} } = request;
  const plan = await planChange(await openProject(request), request);
  const { repository, context, profile, paths } = plan;
  if (context.headCommit === null) {
    throw new UsageError('A shard measures a part of a commit, and uncommitted work is judged here.', {
      reason: 'The other shards could not see it.',
      hint: 'Give --source HEAD.',
    });
  }
  const keyed = listKeyedSides(plan);
  const sizes = await readBlobSizes(
    repository,
    keyed.map(({ blob }) => blob),
  );
  const loads = keyed.map((side) => ({ ...side, name: nameOf(side), bytes: sizes.get(side.blob) ?? 0 }));
  const own = divideByBytes(loads, shard.count)[shard.index - 1] ?? [];
  const sides: MeasuredSide[] = [];
  const progress = () => onProgress({ done: sides.length, total: own.length });
  progress();
  const results = measureOneByOne(
    repository,
    own.map(({ side }) => side),
    request,
  );
  for await (const result of results) {
    signal?.throwIfAborted();
    const { blob = '', dialect = 'ts' } = own[sides.length] ?? {};
    sides.push({ blob, dialect, result });
    progress();
  }
  return {
    tool: { name: 'codescene-pr', version },
    shard,
    context: {
      source: context.headCommit,
      targetRef: context.target?.ref ?? null,
      mergeBase: context.mergeBase,
    },
    profile: { name: profile.name, digest: hashProfile(profile) },
    paths,
    sides,
  };
}

/** Everything that is to be measured, each content once. */
export function listKeyedSides({ selected }: Pick<ChangePlan, 'selected'>): readonly KeyedSide[] {
  const byName = new Map<string, KeyedSide>();
  for (const side of selected.flatMap(sidesToMeasure)) {
    const key = keyOf(side);
    if (key && !byName.has(nameOf(key))) byName.set(nameOf(key), { ...key, side });
  }
  return [...byName.values()];
}
