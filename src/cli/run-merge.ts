import { checkChange } from '../check-pull-request.ts';
import type { ExitCode } from '../errors.ts';
import { acceptParts, readParts } from '../pipeline/accept-parts.ts';
import type { MergeOptions } from './merge-options.ts';
import type { ProcessLike } from './process-like.ts';
import { runAnalysis } from './run-check.ts';

/** Runs `merge`: a `check` that takes from partial results what was measured, and does everything else itself. */
export function runMerge(
  host: ProcessLike,
  files: readonly string[],
  options: MergeOptions,
): Promise<ExitCode> {
  return runAnalysis(host, options, async (request) => {
    const parts = await readParts(files, host.cwd);
    return checkChange(request, { below: parts[0].paths, recall: (plan) => acceptParts(parts, plan) });
  });
}
