import { isDeepStrictEqual } from 'node:util';
import { findOwnStep, type OwnStep, splitPatterns } from './find-own-step.ts';
import { findPlace, type Obstacle, type Place } from './find-place.ts';
import { type PipelinesFile, readPipelines } from './read-pipelines.ts';
import { nestedStepLines, step, stepPath } from './step.ts';

/** What became of a text that the step should be in. */
export type StepAddition =
  | {
      readonly kind: 'added';
      /** The new text of the file. */
      readonly text: string;
      /** 1-based; where the step begins. */
      readonly line: number;
      /** The patterns of branches whose pull requests still run other steps alone. */
      readonly uncovered: readonly string[];
    }
  | ({ readonly kind: 'present'; readonly uncovered: readonly string[] } & OwnStep)
  | Obstacle;

/**
 * Adds the step to the text of `bitbucket-pipelines.yml`, at the end of the list that every pull request runs, unless
 * one of its lists for pull requests runs this tool already. The text is not written anew: lines are put in, and every
 * other character stays. What comes out is read again, and has to say what was there before, and the step.
 * @throws {ConfigurationError} for what is no YAML, with line and column
 */
export function addStep(text: string): StepAddition {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const before = readPipelines(text.slice(mark.length));
  const own = findOwnStep(before);
  if (own) return { kind: 'present', ...own, uncovered: splitPatterns(before).uncovered };
  const place = before.data === null ? tooManyAliases : findPlace(before);
  if (place.kind === 'obstacle') return place;
  const { content, line } = insert(before.text, place);
  const after = tryToRead(content);
  if (after === null || !isDeepStrictEqual(after.data, expectedData(before))) return notAsExpected;
  return { kind: 'added', text: `${mark}${content}`, line, uncovered: splitPatterns(after).uncovered };
}

const tooManyAliases: Obstacle = {
  kind: 'obstacle',
  reason: 'its aliases and merges cannot be written out',
  line: null,
};

const notAsExpected: Obstacle = {
  kind: 'obstacle',
  reason: 'it is written in a way that a step cannot be put into without a change of something else',
  line: null,
};

function insert(
  text: string,
  { offset, indentation, unit, missingKeys }: Place,
): { readonly content: string; readonly line: number } {
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const head = text.slice(0, offset);
  const lines = nestedStepLines(missingKeys, { indentation, unit });
  const isSection = missingKeys.length === stepPath.length && head.trim() !== '';
  const lead = `${head === '' || head.endsWith('\n') ? '' : lineEnd}${isSection && !/\n\r?\n$/.test(head) ? lineEnd : ''}`;
  const added = lines.map((line) => `${line}${lineEnd}`).join('');
  const line = `${head}${lead}`.split('\n').length + missingKeys.length;
  return { content: `${head}${lead}${added}${text.slice(offset)}`, line };
}

function tryToRead(content: string): PipelinesFile | null {
  try {
    return readPipelines(content);
  } catch {
    return null;
  }
}

type Data = Record<string, unknown>;

/** What was there before, and the step. A text in a block at the end may have lacked its line end. */
function expectedData({ text }: PipelinesFile): unknown {
  const data = structuredClone(readPipelines(text.endsWith('\n') ? text : `${text}\n`).data) as Data;
  const [pipelines, pullRequests, pattern] = stepPath;
  const sections = own(data, pipelines, {}) as Data;
  const patterns = own(sections, pullRequests, {}) as Data;
  (own(patterns, pattern, []) as unknown[]).push({ step: { ...step, script: [...step.script] } });
  return data;
}

/** The value of a key, made where there is none. */
function own(data: Data, key: string, empty: object): unknown {
  data[key] ??= empty;
  return data[key];
}
