import type { ConfigurationError } from '../errors.ts';
import { checkShape } from './check-shape.ts';
import { complainOfDoubledSmells } from './complain-of-doubled-smells.ts';
import { toProblem } from './complaint.ts';
import { configurationError } from './configuration-error.ts';
import type { ProfileLayer } from './profile-layer.ts';
import { readYaml } from './read-yaml.ts';
import { toLayer } from './to-layer.ts';

/**
 * Parses one quality profile file without what it extends. An empty file, and a missing `version`, are those of
 * version 1; a missing `extends` is `bare-minimum`.
 *
 * @param file the file's path for messages and origins
 * @throws {ConfigurationError} listing every problem with line and column
 */
export function parseProfile(text: string, file: string): ProfileLayer {
  const reading = readYaml(text);
  const fail = (complaints: typeof reading.complaints): ConfigurationError =>
    configurationError(
      complaints.map((complaint) => toProblem(complaint, file)),
      text,
    );
  if (!reading.tree) throw fail(reading.complaints);
  const { input, complaints } = checkShape(reading.tree);
  const all = [...reading.complaints, ...complaints, ...complainOfDoubledSmells(reading.tree)];
  if (!input || all.length > 0) throw fail(all);
  return toLayer(input, reading.tree, file);
}
