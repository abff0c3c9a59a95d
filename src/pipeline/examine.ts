import { CodeScenePrError, ConfigurationError } from '../errors.ts';
import type { Examined, Trouble } from '../model/diagnosis.ts';

/** What an action finds, or what keeps it from that: no examination ends another one. */
export async function examine<T>(action: () => T | Promise<T>): Promise<Examined<T>> {
  try {
    return { found: await action() };
  } catch (error) {
    return { trouble: toTrouble(error) };
  }
}

/** An error for a reader; of a profile every problem with its place, and the nearest valid word. */
export function toTrouble(error: unknown): Trouble {
  if (error instanceof ConfigurationError) {
    const problems = error.problems.map(({ file, line, column, key, message, suggestion }) => {
      const nearest = suggestion === null ? '' : ` (did you mean "${suggestion}"?)`;
      return `${file}:${line}:${column} ${key === '' ? '' : `${key}: `}${message}${nearest}.`;
    });
    return { message: problems.join(' '), reason: null, hint: error.hint ?? null };
  }
  if (error instanceof CodeScenePrError) {
    const { message, reason = null, hint = null } = error;
    return { message, reason, hint };
  }
  const said = error instanceof Error ? error.message : String(error);
  return { message: `An unexpected error: ${said}.`, reason: null, hint: 'Please report it.' };
}
