import type { ValueOrigin } from '../../model/profile.ts';
import { nearest } from '../../text/nearest.ts';
import type { KeyPath } from '../key-path.ts';
import type { YamlTree } from '../read-yaml.ts';
import { visibleText } from '../visible-text.ts';

/** Something that cannot be honoured. */
export interface Warning {
  /** 1-based. */
  readonly line: number;
  /** A sentence with its place; safe to show as it is. */
  readonly text: string;
}

/** One of CodeScene's files while it is read. */
export interface JsonFile {
  /** Its path, for origins and messages. */
  readonly source: string;
  readonly tree: YamlTree;
  /** Collects what cannot be honoured. */
  readonly warnings: Warning[];
}

/** Where the value at a path was written. */
export function originIn({ source, tree }: JsonFile, path: KeyPath): ValueOrigin {
  return { source, line: tree.valuePosition(path).line };
}

/**
 * Says that something in the file cannot be honoured.
 * @param message a clause; what it quotes is made visible
 * @param suggestion the word that may have been meant
 */
export function warn(file: JsonFile, path: KeyPath, message: string, suggestion: string | null = null): void {
  const { line } = file.tree.keyPosition(path);
  const advice = suggestion === null ? '' : ` Did you mean "${suggestion}"?`;
  file.warnings.push({ line, text: visibleText(`${file.source}:${line}: ${message}.${advice}`) });
}

const longestWord = 80;

/** A word of the file in quotes, cut where it is longer than anybody writes. */
export function quoted(word: string): string {
  const characters = Array.from(word);
  return `"${characters.slice(0, longestWord).join('')}${characters.length > longestWord ? '…' : ''}"`;
}

/** Keys under which CodeScene's templates, and people, explain a file to its readers. */
const documentationKey =
  /^(?:_|\$|\/\/)|(?:^|[_-])(?:usage|docs?|documentation|comments?|description|notes?)$/i;

/** Warns about keys that mean nothing here, and are no documentation. */
export function warnAboutUnknownKeys(
  file: JsonFile,
  { data, path, known }: { readonly data: object; readonly path: KeyPath; readonly known: readonly string[] },
): void {
  for (const key of Object.keys(data)) {
    if (known.includes(key) || documentationKey.test(key)) continue;
    warn(file, [...path, key], `the key ${quoted(key)} is unknown and has no effect`, nearest(key, known));
  }
}
