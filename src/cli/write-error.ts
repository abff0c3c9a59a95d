import { CodeScenePrError, ConfigurationError } from '../errors.ts';
import { schemaVersion } from '../model/report.ts';
import { escapeText } from '../text/escape-text.ts';
import { toSafeJson } from '../text/safe-json.ts';
import type { ProcessLike } from './process-like.ts';

interface ErrorOutput {
  readonly debug: boolean;
  /** An error under `--format json` is JSON on stdout as well. */
  readonly json: boolean;
}

/** Says what went wrong: message, reason and hint for a known error, the stack for a defect of ours. */
export function writeError(
  error: unknown,
  { stdout, stderr }: Pick<ProcessLike, 'stdout' | 'stderr'>,
  { debug, json }: ErrorOutput,
): void {
  const known = error instanceof CodeScenePrError;
  const paragraphs = known ? describeKnownError(error, debug) : describeDefect(error);
  stderr.write(`${paragraphs.map(escapeLines).join('\n')}\n`);
  if (json) stdout.write(toSafeJson({ schemaVersion, status: 'error', error: errorAsData(error) }));
}

function describeKnownError(error: CodeScenePrError, debug: boolean): string[] {
  return [
    `Error: ${error.message}`,
    ...(error.reason ? [`Reason: ${error.reason}`] : []),
    ...(error.hint ? [`Hint: ${error.hint}`] : []),
    ...(debug ? [`${error.code} ${error.stack ?? ''}`] : []),
  ];
}

function describeDefect(error: unknown): string[] {
  return [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    'This is a defect of codescene-pr. Please report it together with the lines above.',
  ];
}

function errorAsData(error: unknown) {
  if (!(error instanceof CodeScenePrError)) {
    return { code: 'CSPR_DEFECT', message: error instanceof Error ? error.message : String(error) };
  }
  const { code, message, reason, hint } = error;
  const problems = error instanceof ConfigurationError ? { problems: error.problems } : {};
  return { code, message, reason: reason ?? null, hint: hint ?? null, ...problems };
}

const escapeLines = (text: string) => text.split('\n').map(escapeText).join('\n');
