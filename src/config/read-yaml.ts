import type { Document } from 'yaml';
import type { Complaint, Position } from './complaint.ts';
import type { KeyPath } from './key-path.ts';
import { parseYaml, refuse, startOfFile } from './parse-yaml.ts';
import { maxValues, toPlainData } from './to-plain-data.ts';

/** Limits that no profile written by people comes near: they keep a hostile file from costing time or memory. */
const maxProfileCharacters = 65_536;
const maxDepth = 24;

/** A YAML text as plain data, with the place of each part. */
export interface YamlTree {
  /** Maps have no prototype; an empty text is `null`. */
  readonly data: unknown;
  /** The place of a key; of the value where the path ends in a list index. */
  readonly keyPosition: (path: KeyPath) => Position;
  /** The place of a value; of the map or list that it is missing from where it does not exist. */
  readonly valuePosition: (path: KeyPath) => Position;
}

/** `tree` is `null` where the syntax is wrong; doubled keys and the like are complaints that leave a tree. */
export interface YamlReading {
  readonly tree: YamlTree | null;
  readonly complaints: readonly Complaint[];
}

/** Reads a text as YAML 1.2 with the core schema. Never throws. */
export function readYaml(text: string, { maxCharacters = maxProfileCharacters } = {}): YamlReading {
  const limits = { maxCharacters, maxDepth, what: 'a profile' };
  const { document, positionAt, complaints } = parseYaml(text.replace(/^\ufeff/, ''), limits, {
    uniqueKeys: false,
    refusesTags: true,
  });
  return document === null ? { tree: null, complaints } : readTree(document, positionAt);
}

function readTree(document: Document.Parsed, positionAt: (offset: number) => Position): YamlReading {
  const plain = toPlainData(document, { maxDepth, positionAt });
  if (plain.tooLarge)
    return {
      tree: null,
      complaints: refuse(startOfFile, `expected at most ${maxValues} values, aliases written out`),
    };
  const valuePosition = (path: KeyPath): Position => {
    const position = plain.valuePositions.get(JSON.stringify(path));
    if (position) return position;
    return path.length === 0 ? startOfFile : valuePosition(path.slice(0, -1));
  };
  const keyPosition = (path: KeyPath): Position =>
    plain.keyPositions.get(JSON.stringify(path)) ?? valuePosition(path);
  return { tree: { data: plain.data, keyPosition, valuePosition }, complaints: plain.complaints };
}
