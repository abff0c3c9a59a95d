import { type Document, visit } from 'yaml';
import type { ConfigurationError } from '../../errors.ts';
import { type Complaint, toProblem } from '../complaint.ts';
import { configurationError } from '../configuration-error.ts';
import { parseYaml, refuse } from '../parse-yaml.ts';
import { pipelinesPath } from './step.ts';

/** Pipelines refuses files long before these. */
const limits = { maxCharacters: 1_000_000, maxDepth: 60, what: pipelinesPath };

/** `bitbucket-pipelines.yml`, parsed. */
export interface PipelinesFile {
  /** The text that the document's offsets count in: without a byte order mark. */
  readonly text: string;
  readonly document: Document.Parsed;
  /** Everything with aliases and merges written out; `null` where there are too many of them. */
  readonly data: unknown;
  /** 1-based. */
  readonly lineAt: (offset: number) => number;
}

/**
 * Parses the text of `bitbucket-pipelines.yml`.
 * @param text without a byte order mark
 * @throws {ConfigurationError} for what is no YAML, with line and column
 */
export function readPipelines(text: string): PipelinesFile {
  const rules = { uniqueKeys: true, refusesTags: false, merge: true };
  const { document, positionAt, complaints } = parseYaml(text, limits, rules);
  if (document === null) throw notYaml(text, complaints);
  const lost = findLostAlias(document);
  if (lost) {
    const message = `no "&${lost.name}" stands before this alias`;
    throw notYaml(text, refuse(positionAt(lost.offset), message));
  }
  return { text, document, data: plainData(document), lineAt: (offset) => positionAt(offset).line };
}

function notYaml(text: string, complaints: readonly Complaint[]): ConfigurationError {
  const problems = complaints.map((complaint) => toProblem(complaint, pipelinesPath));
  return configurationError([{ problems, text }], 'Correct the file first; it is left as it is.');
}

/** The first alias of something that is not there. */
function findLostAlias(document: Document.Parsed) {
  let lost: { readonly name: string; readonly offset: number } | null = null;
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document)) return undefined;
      lost = { name: alias.source, offset: alias.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return lost as { readonly name: string; readonly offset: number } | null;
}

function plainData(document: Document.Parsed): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    // Thrown for aliases that multiply beyond all measure, and for merges of what is no map.
    if (error instanceof Error) return null;
    throw error;
  }
}
