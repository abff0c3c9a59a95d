import { Command } from 'commander';
import { addCheckOptions } from './check-options.ts';

/**
 * Gives a command some of the options of `check`, as these are declared there, in the same order.
 * @param flags their long forms
 */
export function addOptionsOfCheck(command: Command, flags: readonly string[]): Command {
  const wanted = new Set(flags);
  for (const option of addCheckOptions(new Command()).options) {
    if (wanted.has(option.long ?? '')) command.addOption(option);
  }
  return command;
}
