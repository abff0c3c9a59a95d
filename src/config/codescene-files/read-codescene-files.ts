import type * as z from 'zod/mini';
import { checkShape } from '../check-shape.ts';
import { toProblem } from '../complaint.ts';
import type { WrongFile } from '../configuration-error.ts';
import { codesceneGatesPath, codesceneRulesPath } from '../profile-path.ts';
import { gatesFileSchema, rulesFileSchema } from './file-schemas.ts';
import { type CodesceneFiles, namesOf } from './find-codescene-files.ts';
import { type GateSet, readGateSets } from './gate-sets.ts';
import type { JsonFile } from './json-file.ts';
import { readJson } from './read-json.ts';
import { type RuleSet, readRuleSets } from './rule-sets.ts';

/** What the files say. */
export interface CodesceneSettings {
  /** Those that are there. */
  readonly paths: readonly string[];
  /** In order; only the last one can be for every file. */
  readonly ruleSets: readonly RuleSet[];
  /** In order, the last one for every file; empty where there is no file with gates. */
  readonly gateSets: readonly GateSet[];
  /** What cannot be honoured, with its place. */
  readonly warnings: readonly string[];
  /** The files that cannot be used. */
  readonly wrong: readonly WrongFile[];
}

interface Reading<T> extends WrongFile {
  readonly value: T;
  readonly warnings: readonly string[];
}

/** What CodeScene's own files say, or everything that is wrong in them. A word that is not known is a warning. */
export function readCodesceneFiles({ rules, gates }: CodesceneFiles): CodesceneSettings {
  const ruleSets = readFileWith(rulesFileSchema, codesceneRulesPath, rules, readRuleSets);
  const gateSets = readFileWith(gatesFileSchema, codesceneGatesPath, gates, readGateSets);
  return {
    paths: namesOf({ rules, gates }),
    ruleSets: ruleSets.value,
    gateSets: gateSets.value,
    warnings: [...ruleSets.warnings, ...gateSets.warnings],
    wrong: [ruleSets, gateSets].filter(({ problems }) => problems.length > 0),
  };
}

/** As many warnings as anybody reads about one file. */
const mostWarnings = 20;

function readFileWith<T, R>(
  schema: z.ZodMiniType<T>,
  source: string,
  text: string | null,
  read: (file: JsonFile, input: T) => readonly R[],
): Reading<readonly R[]> {
  if (text === null) return { value: [], warnings: [], problems: [], text: '' };
  const { tree, complaints } = readJson(text);
  const checked = tree === null ? null : checkShape(tree, schema);
  const all = [...complaints, ...(checked?.complaints ?? [])];
  if (tree === null || checked === null || checked.input === null || all.length > 0) {
    const problems = all.map((complaint) => toProblem(complaint, source));
    return { value: [], warnings: [], problems, text };
  }
  const file: JsonFile = { source, tree, warnings: [] };
  const value = read(file, checked.input);
  return { value, warnings: cutWarnings(file), problems: [], text };
}

function cutWarnings({ source, warnings }: JsonFile): readonly string[] {
  const texts = [...warnings].sort((a, b) => a.line - b.line).map(({ text }) => text);
  const left = texts.length - mostWarnings;
  if (left <= 0) return texts;
  return [...texts.slice(0, mostWarnings), `${source}: ${left} more of its words cannot be honoured.`];
}
