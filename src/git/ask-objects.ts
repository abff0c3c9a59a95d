import { setImmediate } from 'node:timers/promises';
import { GitError } from '../errors.ts';
import type { AskObjects, NamedObject, ObjectAnswers, RunGit } from './repository.ts';

const lineFeed = Buffer.from('\n');

/** Names that somebody asks for, and who waits for the answers. */
interface Question {
  readonly names: readonly Uint8Array[];
  readonly answer: (answers: Promise<ObjectAnswers>) => void;
}

/**
 * Makes the function that asks git what names stand for. Whatever is asked in the same moment goes into one process:
 * it is the start of that which takes time, however many names it is given.
 */
export function createAsker(run: RunGit): AskObjects {
  let waiting: Question[] = [];
  const askTogether = async (): Promise<void> => {
    await setImmediate();
    const questions = waiting;
    waiting = [];
    await answerAll(run, questions);
  };
  return (names) =>
    new Promise((answer) => {
      waiting.push({ names, answer });
      if (waiting.length === 1) void askTogether();
    });
}

async function answerAll(run: RunGit, questions: readonly Question[]): Promise<void> {
  const asking = askGit(
    run,
    questions.flatMap(({ names }) => names),
  );
  const isAnswered = await asking.then(
    ({ failure }) => failure === null,
    () => false,
  );
  let first = 0;
  for (const { names, answer } of questions) {
    const [start, end] = [first, first + names.length];
    // A name that ends the process must not cost the others their answers.
    const isAlone = questions.length === 1;
    answer(isAnswered || isAlone ? asking.then((all) => cut(all, start, end)) : askGit(run, names));
    first = end;
  }
}

function cut({ objects, ...rest }: ObjectAnswers, start: number, end: number): ObjectAnswers {
  return { ...rest, objects: objects.slice(start, end) };
}

async function askGit(run: RunGit, names: readonly Uint8Array[]): Promise<ObjectAnswers> {
  if (names.length === 0) return { objects: [], mayBeAmbiguous: false, failure: null };
  const result = await run(
    ['cat-file', '--buffer', '--batch-check=%(objectname) %(objecttype) %(objectsize)'],
    { input: Buffer.concat(names.flatMap((name) => [name, lineFeed])) },
  );
  const answers = result.stdout.toString('latin1').split('\n');
  if (result.exitCode === 0 && answers.length <= names.length)
    throw new GitError("git's answer about objects ends in the middle.");
  return {
    objects: names.map((_name, index) => parseAnswer(answers[index] ?? '')),
    mayBeAmbiguous: answers.some((line) => line.endsWith(' ambiguous')) || /is ambiguous/.test(result.stderr),
    failure: result.exitCode === 0 ? null : result,
  };
}

function parseAnswer(line: string): NamedObject | null {
  const [, id, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line) ?? [];
  return id === undefined || type === undefined ? null : { id, type, size: Number(size) };
}
