import fc from 'fast-check';
import { resolveProfile } from '../../src/config/index.ts';
import { ConfigurationError } from '../../src/errors.ts';
import { randomGateSets, randomRuleSets } from '../config/codescene-files/random-files.ts';
import { readError } from '../config/read-problems.ts';
import { jsonWords, oftenDamaged, textOf } from './inputs.ts';
import { demand, demandSame, invisible, type Subject } from './subject.ts';

const profileWords = [
  'version: 1\n',
  'extends: ',
  'bare-minimum',
  'gates:\n',
  'rules:\n',
  'overrides:\n',
  'goals:\n',
  'files:\n',
  '  exclude: ',
  'feedback:\n',
  'connections:\n',
  'suppressions:\n',
  '  ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ': ',
  ', ',
  '&a ',
  '*a',
  '!!js ',
  '"',
  "'",
  '|\n',
  '>\n',
  '#',
  'true',
  'false',
  'off',
  '1',
  '-1',
  '1e9',
  '~',
  '<<: ',
  '__proto__: ',
  'constructor: ',
  '\n',
  '\t',
  '---\n',
  '  complex-method: { max-cyclomatic-complexity: 10 }\n',
  '  code-health-decline: { max-decline: 0.2 }\n',
  '**/*.ts',
  '!(a|b)',
  '\u001b[31m',
  '\u202e',
  '? ',
  '%YAML 1.2\n',
];

const profile: Subject = {
  name: 'profile',
  inputs: oftenDamaged(textOf(profileWords, 30), profileWords),
  check: (input) => {
    const text = input.toString();
    const error = readError(text);
    demandSame(error?.problems, readError(text)?.problems);
    demand(!invisible.test((error?.message ?? '').replaceAll('\n', '')), 'a message has a control character');
    for (const { line, column } of error?.problems ?? [])
      demand(line >= 1 && column >= 1, 'a problem is nowhere');
  },
};

const codesceneFiles: Subject = {
  name: "CodeScene's files",
  inputs: oftenDamaged(
    fc.tuple(randomRuleSets(), randomGateSets()).map(([rules, gates]) => {
      const [ruleSets, gateSets] = [rules, gates].map((sets) => sets.map(({ json }) => json));
      return Buffer.from(
        `${JSON.stringify({ rule_sets: ruleSets })}\0${JSON.stringify({ rule_sets: gateSets })}`,
      );
    }),
    jsonWords,
  ),
  check: async (input) => {
    const [rules = '', gates] = input.toString().split('\0');
    try {
      await resolveProfile({ codesceneFiles: { rules, gates: gates ?? null }, origin: 'fuzzing' });
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      demand(
        error.problems.every(({ line, column }) => line >= 1 && column >= 1),
        'a problem is nowhere',
      );
    }
  },
};

/** What says how code is judged. */
export const configurationSubjects: readonly Subject[] = [profile, codesceneFiles];
