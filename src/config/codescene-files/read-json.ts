import { positionIn } from '../parse-yaml.ts';
import { readYaml, type YamlReading } from '../read-yaml.ts';
import { findJsonError } from './find-json-error.ts';

/** A file with a hundred rule sets as CodeScene writes them out is smaller. */
const maxCharacters = 524_288;

/**
 * Reads a text as JSON, with the place of each part; never throws. What JSON and YAML share is read by the reader of
 * profiles, so that the same limits hold and doubled keys are complaints. What only YAML allows is refused, for
 * CodeScene itself could not read it.
 */
export function readJson(text: string): YamlReading {
  // Between the values of a JSON text tabs are white space, to which the reader of YAML objects.
  const content = text.replace(/^\ufeff/, '').replaceAll('\t', ' ');
  const error = content.length > maxCharacters ? null : findJsonError(content);
  if (error === null) return readYaml(content, { maxCharacters });
  const { offset, message } = error;
  return {
    tree: null,
    complaints: [{ position: positionIn(content, offset), path: [], message, suggestion: null }],
  };
}
