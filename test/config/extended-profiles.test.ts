import { describe, expect, it } from 'vitest';
import { resolveProfile, UnreadableProfile } from '../../src/config/index.ts';
import { ConfigurationError } from '../../src/errors.ts';
import { readFrom, resolveText } from './create-files.ts';

async function failureOf(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Promise<ConfigurationError> {
  const error = await resolveText(text, others).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConfigurationError) return error;
  throw new Error('the profile was expected to be refused', { cause: error });
}

describe('a profile that extends another one', () => {
  it('inherits from a built-in profile', async () => {
    const profile = await resolveText('extends: pay-down-tech-debt\n');
    expect(profile.gates['refactoring-goals']).toBe(true);
    expect(profile.gates['code-health-decline']).toEqual({ maxDecline: 0 });
    expect(profile.gates['new-code-health']).toEqual({ minScore: 9 });
  });

  it('inherits from bare-minimum where it names none', async () => {
    const profile = await resolveText('gates: { advisory-rules: on }\n');
    expect(profile.gates['hotspot-decline']).toEqual({ maxDecline: 0 });
    expect(profile.gates['advisory-rules']).toEqual({ smells: null });
    expect(profile.gates['code-health-decline']).toBe(false);
  });

  it('inherits through a chain of files, the nearest value first', async () => {
    const profile = await resolveText('extends: ./team.yml\nrules: { complex-method: { weight: 0.5 } }\n', {
      '.codescene/team.yml':
        'extends: ../shared/company.yaml\nrules: { complex-method: { weight: 0.1, severity: critical } }\n',
      'shared/company.yaml':
        'extends: clean-code-collective\nrules: { complex-method: { max-cyclomatic-complexity: 20, severity: advisory } }\n',
    });
    expect(profile.rulesFor('a.ts')['complex-method']).toMatchObject({
      weight: 0.5,
      severity: 'critical',
      limits: { maxCyclomaticComplexity: 20 },
    });
    expect(profile.gates['advisory-rules']).toEqual({ smells: null });
  });

  it('is refused where the other file does not exist', async () => {
    const error = await failureOf('version: 1\nextends: ./team.yml\n');
    expect(error.problems).toEqual([
      {
        file: '.codescene/quality-profile.yml',
        line: 2,
        column: 10,
        key: 'extends',
        message: 'there is no file ".codescene/team.yml"',
        suggestion: null,
      },
    ]);
  });

  it('is refused where the chain closes, at the file that closes it', async () => {
    const error = await failureOf('extends: ./a.yml\n', {
      '.codescene/a.yml': 'version: 1\nextends: ./b.yml\n',
      '.codescene/b.yml': '# b\nversion: 1\nextends: "./a.yml"\n',
    });
    expect(error.problems).toMatchObject([
      {
        file: '.codescene/b.yml',
        line: 3,
        column: 10,
        message: 'the profile extends itself: .codescene/a.yml → .codescene/b.yml → .codescene/a.yml',
      },
    ]);
  });

  it('is refused where it extends itself', async () => {
    const error = await failureOf('extends: ./quality-profile.yml\n');
    expect(error.problems[0]?.message).toBe(
      'the profile extends itself: .codescene/quality-profile.yml → .codescene/quality-profile.yml',
    );
  });

  it('is refused where the chain is longer than anyone writes', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`.codescene/${index}.yml`, `extends: ./${index + 1}.yml\n`]),
    );
    const error = await failureOf('extends: ./0.yml\n', files);
    expect(error.problems).toMatchObject([
      { file: '.codescene/18.yml', message: 'expected at most 20 files that extend one another' },
    ]);
  });

  it('is refused where the other file lies outside of the repository', async () => {
    const error = await failureOf('extends: ../../etc/team.yml\n', { '../etc/team.yml': '' });
    expect(error.problems[0]?.message).toBe('"../etc/team.yml" lies outside of the repository');
  });

  it('is refused for what is wrong in the other file, under its name', async () => {
    const error = await failureOf('extends: ./team.yml\n', {
      '.codescene/team.yml': 'rules:\n  large-methd: off\n',
    });
    expect(error.problems).toMatchObject([
      { file: '.codescene/team.yml', line: 2, column: 3, suggestion: 'large-method' },
    ]);
    expect(error.message).toContain('  2 |   large-methd: off');
  });

  it('is told what is wrong in every file of the chain at once', async () => {
    const error = await failureOf('extends: ./team.yml\nrulez: {}\ngates: { coverage: 80 }\n', {
      '.codescene/team.yml': 'version: 2\nextends: ../shared/company.yml\n',
      'shared/company.yml': 'extends: ./missing.yml\nrules:\n  large-methd: off\n',
    });
    expect(error.problems.map(({ file, line, key }) => `${file}:${line} ${key}`)).toEqual([
      '.codescene/quality-profile.yml:2 rulez',
      '.codescene/quality-profile.yml:3 gates.coverage',
      '.codescene/team.yml:1 version',
      'shared/company.yml:1 extends',
      'shared/company.yml:3 rules.large-methd',
    ]);
    expect(error.message).toContain('  2 | rulez: {}');
    expect(error.message).toContain('  1 | version: 2');
  });

  it('is refused where the other file cannot be used, with the reason', async () => {
    const linked = resolveProfile({
      file: 'a.yml',
      text: 'extends: ./b.yml\n',
      origin: 'a.yml',
      readFile: () => Promise.reject(new UnreadableProfile('it is a folder')),
    });
    await expect(linked).rejects.toMatchObject({
      problems: [{ file: 'a.yml', line: 1, column: 10, message: '"b.yml" cannot be used: it is a folder' }],
    });
  });

  it('may lie outside of the repository itself', async () => {
    const profile = await resolveProfile({
      file: '/home/me/strict.yml',
      text: 'extends: ./base.yml\n',
      origin: '/home/me/strict.yml',
      readFile: readFrom({ '/home/me/base.yml': 'gates: { coverage: on }\n' }),
    });
    expect(profile.gates.coverage).toEqual({ minNewAndChangedLines: 80, minExecutableLines: 10 });
  });
});
