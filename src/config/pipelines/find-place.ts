import { isAlias, isMap, isScalar, isSeq, type Pair, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { endOfContent } from './end-of-content.ts';
import type { PipelinesFile } from './read-pipelines.ts';
import { stepPath } from './step.ts';

/** Where lines can be put in so that they are the step. */
export interface Place {
  readonly kind: 'place';
  /** Of the text; at the start of a line, or at the end of the text. */
  readonly offset: number;
  /** Spaces before the first line. */
  readonly indentation: number;
  /** Spaces of a level, as the file has them. */
  readonly unit: number;
  /** The keys of `stepPath` that have to be written as well. */
  readonly missingKeys: readonly string[];
}

/** Why the step cannot be put in. */
export interface Obstacle {
  readonly kind: 'obstacle';
  /** Half a sentence that begins with what stands there. */
  readonly reason: string;
  /** 1-based; `null` where no line is to blame. */
  readonly line: number | null;
}

const usualUnit = 2;

/** Walks down to the list of steps for every pull request, as far as the file goes. Changes nothing. */
export function findPlace(file: PipelinesFile): Place | Obstacle {
  const { document, text } = file;
  let node: unknown = document.contents;
  if (isEmpty(node))
    return { kind: 'place', offset: text.length, indentation: 0, unit: usualUnit, missingKeys: stepPath };
  for (const [depth, key] of stepPath.entries()) {
    const obstacle = findObstacle(file, node, depth, 'a map');
    if (obstacle) return obstacle;
    const map = node as YAMLMap;
    const missingKeys = stepPath.slice(depth);
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (!pair) {
      return isMerged(file, depth)
        ? obstacleAt(file, map, mergedReason(depth))
        : placeIn(file, map, missingKeys);
    }
    if (isEmpty(pair.value)) return placeBelow(file, map, pair, missingKeys.slice(1));
    node = pair.value;
  }
  return findObstacle(file, node, stepPath.length, 'a list of steps') ?? placeIn(file, node as YAMLSeq, []);
}

const isEmpty = (node: unknown) =>
  node === null || node === undefined || (isScalar(node) && node.value === null && node.source === '');

/** `pipelines.pull-requests`, for a reader. */
const nameOf = (depth: number) => (depth === 0 ? 'the file' : stepPath.slice(0, depth).join('.'));

function findObstacle(
  file: PipelinesFile,
  node: unknown,
  depth: number,
  expected: 'a map' | 'a list of steps',
): Obstacle | null {
  const name = nameOf(depth);
  if (isAlias(node)) return obstacleAt(file, node, `${name} is an alias (*${node.source})`);
  const fits = expected === 'a map' ? isMap(node) : isSeq(node);
  if (!fits) return obstacleAt(file, node, `${name} is not ${expected}`);
  const collection = node as YAMLMap | YAMLSeq;
  if (collection.flow) return obstacleAt(file, collection, `${name} is written in brackets`);
  const alias = findAliasOf(file, collection);
  if (!alias) return null;
  const reason = `${name} is used elsewhere too, by the alias *${collection.anchor}, and the step would run there as well`;
  return obstacleAt(file, alias, reason);
}

function obstacleAt({ lineAt }: PipelinesFile, node: unknown, reason: string): Obstacle {
  const range = (node as { range?: readonly number[] | null }).range;
  return { kind: 'obstacle', reason, line: range?.[0] === undefined ? null : lineAt(range[0]) };
}

/** A place where the same node is used again. */
function findAliasOf({ document }: PipelinesFile, node: YAMLMap | YAMLSeq): unknown {
  if (node.anchor === undefined) return null;
  let found: unknown = null;
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) !== node) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** Whether a key that a map does not have itself is there all the same, by a merge (`<<`). */
function isMerged({ data }: PipelinesFile, depth: number): boolean {
  let value = data;
  for (const key of stepPath.slice(0, depth + 1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}

const mergedReason = (depth: number) => `${nameOf(depth + 1)} comes from a merge (<<)`;

/** At the end of a map or list of the file. */
function placeIn(file: PipelinesFile, node: YAMLMap | YAMLSeq, missingKeys: readonly string[]): Place {
  const indentation = columnOf(file, node.range?.[0] ?? 0);
  const offset = endOfContent(file.text, node, indentation);
  return { kind: 'place', offset, indentation, unit: unitOf(file), missingKeys };
}

/** Below a key that has no value. */
function placeBelow(file: PipelinesFile, map: YAMLMap, pair: Pair, missingKeys: readonly string[]): Place {
  const column = columnOf(file, map.range?.[0] ?? 0);
  const unit = unitOf(file);
  return {
    kind: 'place',
    offset: endOfContent(file.text, pair.key, column + 1),
    indentation: column + unit,
    unit,
    missingKeys,
  };
}

function columnOf({ text }: PipelinesFile, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The indentation of the first level that is indented. */
function unitOf(file: PipelinesFile): number {
  const { contents } = file.document;
  const first = isMap(contents) ? contents.items.find(({ value }) => isMap(value) && !value.flow) : undefined;
  return first ? columnOf(file, (first.value as YAMLMap).range?.[0] ?? 0) || usualUnit : usualUnit;
}
