import { Command } from 'commander';
import { addCheckOptions, type CheckOptions } from './check-options.ts';

/**
 * Gives a command some of the options of `check`, as these are declared there, in the same order.
 * @param names those that commander hands them over by
 */
export function addOptionsOfCheck(command: Command, names: readonly (keyof CheckOptions)[]): Command {
  const wanted: ReadonlySet<string> = new Set(names);
  for (const option of addCheckOptions(new Command()).options) {
    if (wanted.has(option.attributeName())) command.addOption(option);
  }
  return command;
}
