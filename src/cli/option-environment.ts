import { type Command, InvalidArgumentError, type Option } from 'commander';
import { UsageError } from '../errors.ts';
import { readSwitch } from './option-values.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `--publish-timeout` → `CODESCENE_PR_PUBLISH_TIMEOUT`. */
function environmentVariableOf(option: Option): string {
  const flag = option.long ?? '';
  return `CODESCENE_PR_${flag.replace(/^--/, '').toUpperCase().replaceAll('-', '_')}`;
}

/**
 * Gives each option that no flag has set the value of its environment variable: flag beats environment
 * beats default.
 * @throws UsageError for a value that the flag would refuse as well.
 */
export function applyEnvironment(command: Command, env: Environment): void {
  const setByEnvironment = new Map<string, string>();
  for (const option of command.options) {
    const variable = environmentVariableOf(option);
    const value = env[variable];
    const name = option.attributeName();
    if (value === undefined || command.getOptionValueSource(name) === 'cli') continue;
    const parsed = parseValue(option, variable, value);
    if (parsed === undefined) continue;
    refuseContradiction(command, setByEnvironment.get(name), { name, variable, parsed });
    setByEnvironment.set(name, variable);
    command.setOptionValueWithSource(name, parsed, 'env');
  }
}

/** `undefined` where the variable says nothing: an empty text, or `NO_…` switched off. */
function parseValue(option: Option, variable: string, value: string): unknown {
  if (option.negate || option.isBoolean()) {
    const isOn = readSwitch(variable, value);
    if (option.negate) return isOn ? false : undefined;
    return isOn;
  }
  if (value === '') return undefined;
  const values = option.variadic || isRepeatable(option) ? value.split(/[\s,]+/).filter(Boolean) : [value];
  return values.reduce<unknown>(
    (previous, word) => parseWord(option, variable, { word, previous }),
    undefined,
  );
}

function parseWord(
  option: Option,
  variable: string,
  { word, previous }: { word: string; previous: unknown },
) {
  if (option.argChoices && !option.argChoices.includes(word)) {
    throw new UsageError(`${variable} is ${JSON.stringify(word)}.`, {
      hint: `Allowed: ${option.argChoices.join(', ')}.`,
    });
  }
  try {
    return option.parseArg ? option.parseArg(word, previous as never) : word;
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new UsageError(`${variable} is ${JSON.stringify(word)}.`, { hint: error.message });
  }
}

const isRepeatable = (option: Option) => ['--output', '--coverage'].includes(option.long ?? '');

function refuseContradiction(
  command: Command,
  earlier: string | undefined,
  { name, variable, parsed }: { name: string; variable: string; parsed: unknown },
): void {
  if (earlier !== undefined && command.getOptionValue(name) !== parsed) {
    throw new UsageError(`${earlier} and ${variable} contradict each other.`, { hint: 'Set one of them.' });
  }
}
