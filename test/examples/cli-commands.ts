import type { Command } from 'commander';
import { createProgram } from '../../src/cli/program.ts';

/** A command line of this tool, as a text holds it. */
export interface CliCommand {
  /** What stands behind the `@`; `null` where no version is asked for. */
  readonly version: string | null;
  readonly args: readonly string[];
}

/** Every command line of this tool in a text: a command of a script, or a file of another language. */
export function findCliCommands(text: string): readonly CliCommand[] {
  const lines = text.matchAll(/\bnpx (?:--yes )?codescene-pr(?:@([\w.-]+))?([^\n'&|;>]*)/g);
  return [...lines].map(([, version = null, rest = '']) => ({
    version,
    args: rest.trim().split(/\s+/).filter(Boolean).map(expand),
  }));
}

/** A variable of the shell stands for a number, which every option takes. */
const expand = (word: string) => word.replace(/"([^"]*)"/, '$1').replace(/^\$\w+$/, '1');

const nowhere = { write: () => true };

/**
 * Reads a command line with the parser of the real command line, and runs nothing.
 * @throws CommanderError for an option that does not exist or a value that it does not take
 * @returns the name of the command, and what is wrong with its arguments
 */
export function readWithCli(args: readonly string[]): {
  readonly name: string;
  readonly problems: readonly string[];
} {
  const host = { argv: args, env: {}, cwd: '/', stdout: nowhere, stderr: nowhere };
  let command: Command = createProgram(host, () => {});
  let rest = [...args];
  for (let next = find(command, rest); next; next = find(command, rest)) {
    command = next;
    rest = rest.slice(1);
  }
  const { operands, unknown } = command.parseOptions(rest);
  const expected = command.registeredArguments;
  const least = expected.filter(({ required }) => required).length;
  const isOpen = expected.some(({ variadic }) => variadic);
  return {
    name: command.name(),
    problems: [
      ...unknown.map((option) => `unknown option ${option}`),
      ...(operands.length < least ? ['an argument is missing'] : []),
      ...(operands.length > expected.length && !isOpen ? ['too many arguments'] : []),
    ],
  };
}

const find = ({ commands }: Command, [name]: readonly string[]) =>
  commands.find((candidate) => candidate.name() === name);
