import {
  addStep,
  pipelinesPath,
  type StepAddition,
  stepLines,
  stepOnlyText,
} from '../config/pipelines/index.ts';
import { OutputError } from '../errors.ts';
import { openProject } from '../pipeline/open-project.ts';
import { type PlannedFile, planProfile } from '../pipeline/plan-profile.ts';
import { readOwnFile } from '../pipeline/read-own-file.ts';
import { createNotes, type Notes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';
import { writeBelow } from './write-below.ts';

export interface InitOptions {
  readonly write?: boolean;
  readonly force?: boolean;
}

/** Something that was asked for and not done. */
interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/**
 * Runs `init` for the repository around the folder. Everything is read first: what cannot be read or understood ends
 * the run before anything is written.
 * @throws OutputError where something that was asked for is not in place at the end; the rest is done
 */
export async function runInit(
  host: ProcessLike,
  { write = false, force = false }: InitOptions,
): Promise<void> {
  const { repository } = await openProject(host);
  const notes = createNotes(host, {});
  const files = await planProfile(repository, force);
  const step = write ? addStep((await readOwnFile(repository, pipelinesPath)) ?? '') : null;

  const place = { root: repository.root, notes };
  const refusals: Refusal[] = [];
  for (const file of files) refusals.push(...(await settleFile(place, file)));
  if (step === null) printWhole(host, notes);
  else refusals.push(...(await settleStep(host, place, step)));
  if (refusals.length > 0) throw refusalError(refusals);
}

interface Place {
  readonly root: string;
  readonly notes: Notes;
}

async function settleFile(
  { root, notes }: Place,
  { path, text, state }: PlannedFile,
): Promise<readonly Refusal[]> {
  if (state.kind === 'refused') return [state];
  if (state.kind === 'unchanged') {
    notes.note(`${path} is there already.`);
    return [];
  }
  await writeBelow(root, path, text);
  notes.note(`Wrote ${path}.`);
  if (state.warning !== null) notes.warn(state.warning);
  return [];
}

function printWhole({ stdout }: ProcessLike, { note }: Notes): void {
  note(`The step for ${pipelinesPath}; "codescene-pr init --write" puts it there:`);
  stdout.write(stepOnlyText);
}

async function settleStep(
  { stdout }: ProcessLike,
  { root, notes }: Place,
  step: StepAddition,
): Promise<readonly Refusal[]> {
  if (step.kind === 'obstacle') {
    notes.note(`The step for ${pipelinesPath}:`);
    stdout.write(`${stepLines().join('\n')}\n`);
    const line = step.line === null ? '' : `:${step.line}`;
    return [
      {
        message: `${pipelinesPath}${line} is left as it is: ${step.reason}.`,
        hint: 'Put the step that is printed into the list of steps that your pull requests run.',
      },
    ];
  }
  if (step.kind === 'present') {
    const version = step.version === null ? '' : ` (version ${step.version})`;
    notes.note(`${pipelinesPath}:${step.line} has the step already${version}; nothing is changed.`);
  } else {
    await writeBelow(root, pipelinesPath, step.text);
    notes.note(`Put the step into ${pipelinesPath}:${step.line}.`);
  }
  if (step.uncovered.length > 0) notes.warn(describeUncovered(step.uncovered));
  return [];
}

function describeUncovered(patterns: readonly string[]): string {
  const names = patterns.map((pattern) => JSON.stringify(pattern)).join(', ');
  return `Pull requests from branches that match ${names} run their own steps in ${pipelinesPath}, without this one. Put it there as well where they are to be checked.`;
}

function refusalError(refusals: readonly Refusal[]): OutputError {
  return new OutputError(refusals.map(({ message }) => message).join('\n'), {
    hint: refusals.map(({ hint }) => hint).join('\n'),
  });
}
