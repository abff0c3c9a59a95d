import type { ProfileProblem } from '../errors.ts';
import { isBuiltInName } from './built-in/names.ts';
import { checkShape } from './check-shape.ts';
import { complainOfDoubledSmells } from './complain-of-doubled-smells.ts';
import { type Complaint, toProblem } from './complaint.ts';
import { configurationError } from './configuration-error.ts';
import { valueAt } from './key-path.ts';
import type { ProfileLayer } from './profile-layer.ts';
import { codesceneFilesName } from './profile-path.ts';
import { profileSchema } from './profile-schema.ts';
import { readYaml, type YamlTree } from './read-yaml.ts';
import { toLayer } from './to-layer.ts';

/** What a profile file says, or everything that is wrong in it; exactly one of them is there. */
export interface ProfileReading {
  readonly layer: ProfileLayer | null;
  readonly problems: readonly ProfileProblem[];
  /** What the file extends, where that much can be read. */
  readonly extends: ProfileLayer['extends'];
}

/**
 * Reads one quality profile file without what it extends. An empty file, and a missing `version`, are those of
 * version 1; a missing `extends` is `bare-minimum`. Never throws.
 *
 * @param file the file's path for messages and origins
 */
export function readProfile(text: string, file: string): ProfileReading {
  const { tree, complaints } = readYaml(text);
  if (!tree) return refused(complaints, file, null);
  const shape = checkShape(tree, profileSchema);
  const all = [...complaints, ...shape.complaints, ...complainOfDoubledSmells(tree)];
  if (all.length > 0) return refused(all, file, extendedBy(tree));
  const layer = toLayer(shape.input ?? {}, tree, file);
  return { layer, problems: [], extends: layer.extends };
}

function refused(
  complaints: readonly Complaint[],
  file: string,
  extended: ProfileReading['extends'],
): ProfileReading {
  return {
    layer: null,
    problems: complaints.map((complaint) => toProblem(complaint, file)),
    extends: extended,
  };
}

/** What a file with problems extends, so that those of the next file can be said as well. */
function extendedBy(tree: YamlTree): ProfileReading['extends'] {
  const name = valueAt(tree.data, ['extends']);
  if (typeof name !== 'string' || !isExtendable(name)) return null;
  return { name, position: tree.valuePosition(['extends']) };
}

function isExtendable(name: string): boolean {
  return isBuiltInName(name) || name === codesceneFilesName || /^\.{1,2}\/.+\.ya?ml$/.test(name);
}

/**
 * Parses one quality profile file without what it extends: see `readProfile`.
 * @throws {ConfigurationError} listing every problem with line and column
 */
export function parseProfile(text: string, file: string): ProfileLayer {
  const { layer, problems } = readProfile(text, file);
  if (layer) return layer;
  throw configurationError([{ problems, text }]);
}
