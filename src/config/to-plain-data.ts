import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Complaint, Position } from './complaint.ts';
import { tagMessage } from './describe-syntax-error.ts';
import type { KeyPath } from './key-path.ts';

/** Values that a profile may have with its aliases written out: stops files whose aliases multiply. */
export const maxValues = 20_000;

interface PlainData {
  readonly data: unknown;
  /** By path, as JSON. */
  readonly keyPositions: ReadonlyMap<string, Position>;
  readonly valuePositions: ReadonlyMap<string, Position>;
  readonly complaints: readonly Complaint[];
  /** The document has more values than a profile may have; the rest was left out. */
  readonly tooLarge: boolean;
}

interface Walk {
  readonly maxDepth: number;
  readonly positionAt: (offset: number) => Position;
  readonly anchors: Map<string, Node>;
  readonly keyPositions: Map<string, Position>;
  readonly valuePositions: Map<string, Position>;
  readonly complaints: Complaint[];
  values: number;
}

/**
 * The plain data of a YAML document with its aliases written out. Doubled keys, aliases without an anchor, keys
 * that are no text and a document that grows too large are complaints; what they stand for is left out.
 */
export function toPlainData(
  document: Document.Parsed,
  { maxDepth, positionAt }: Pick<Walk, 'maxDepth' | 'positionAt'>,
): PlainData {
  const walk: Walk = {
    maxDepth,
    positionAt,
    anchors: new Map(),
    keyPositions: new Map(),
    valuePositions: new Map(),
    complaints: [],
    values: 0,
  };
  const data = toValue(walk, document.contents, []);
  return { data, ...walk, tooLarge: walk.values > maxValues };
}

function toValue(walk: Walk, node: Node | null, path: KeyPath): unknown {
  walk.values += 1;
  if (walk.values > maxValues) return null;
  if (isAlias(node)) return toAliasedValue(walk, node, path);
  if (node?.range) walk.valuePositions.set(JSON.stringify(path), walk.positionAt(node.range[0]));
  rememberAnchor(walk, node);
  if (hasForeignTag(node)) complain(walk, path, node, tagMessage);
  if (isMap(node)) return toMap(walk, node, path);
  if (isSeq(node)) return toList(walk, node, path);
  return isScalar(node) ? node.value : null;
}

/** Tags that say what a plain profile says anyway; all others make values of other kinds. */
const coreTags = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

function hasForeignTag(node: Node | null): boolean {
  return node?.tag !== undefined && !coreTags.includes(node.tag);
}

function rememberAnchor(walk: Walk, node: Node | null): void {
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) walk.anchors.set(node.anchor, node);
}

function toAliasedValue(walk: Walk, alias: Node & { readonly source: string }, path: KeyPath): unknown {
  const target = walk.anchors.get(alias.source);
  if (target && path.length < walk.maxDepth) return toValue(walk, target, path);
  const message = target
    ? 'expected an alias that does not contain itself'
    : 'text that starts with "*" must be quoted';
  complain(walk, path, alias, message);
  return null;
}

function toMap(walk: Walk, map: YAMLMap, path: KeyPath): unknown {
  const data: Record<string, unknown> = Object.create(null);
  for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
    const name = toKey(walk, key, path);
    if (name === null) continue;
    const keyPath = [...path, name];
    walk.keyPositions.set(JSON.stringify(keyPath), walk.positionAt(key.range?.[0] ?? 0));
    data[name] = toValue(walk, value, keyPath);
  }
  return data;
}

/** A key that can be used, or `null` after a complaint. */
function toKey(walk: Walk, key: Node, path: KeyPath): string | null {
  if (!isScalar(key)) {
    complain(walk, path, key, 'expected a key that is text');
    return null;
  }
  const name = String(key.value ?? '');
  const keyPath = [...path, name];
  const earlier = walk.keyPositions.get(JSON.stringify(keyPath));
  if (earlier)
    complain(walk, keyPath, key, `this key stands already on line ${earlier.line}: remove one of them`);
  return earlier ? null : name;
}

function toList(walk: Walk, list: YAMLSeq, path: KeyPath): unknown {
  return (list.items as (Node | null)[]).map((item, index) => toValue(walk, item, [...path, index]));
}

function complain(walk: Walk, path: KeyPath, node: Node | null, message: string): void {
  const position = walk.positionAt(node?.range?.[0] ?? 0);
  walk.complaints.push({ position, path, message, suggestion: null });
}
