import { codesceneGatesPath, codesceneRulesPath } from '../profile-path.ts';

/** CodeScene's own files as texts; `null` for one that is not there. */
export interface CodesceneFiles {
  /** `code-health-rules.json`. */
  readonly rules: string | null;
  /** `custom-quality-gates.json`. */
  readonly gates: string | null;
}

/** The names of the files that are there. */
export function namesOf({ rules, gates }: CodesceneFiles): readonly string[] {
  return [...(rules === null ? [] : [codesceneRulesPath]), ...(gates === null ? [] : [codesceneGatesPath])];
}

/** The files that are there, or `null` where none is. */
export async function findCodesceneFiles(
  readFile: (path: string) => Promise<string | null>,
): Promise<CodesceneFiles | null> {
  const [rules, gates] = await Promise.all([readFile(codesceneRulesPath), readFile(codesceneGatesPath)]);
  return rules === null && gates === null ? null : { rules, gates };
}
