import { describe, expect, it } from 'vitest';
import { readVariables } from '../../pipe/read-variables.mjs';

describe('the variables of the pipe', () => {
  it('are those of the command, where they are set', () => {
    expect(readVariables({ PROFILE: 'bare-minimum', TARGET: '', NO_FAIL: 'true', HOME: '/root' })).toEqual({
      variables: { CODESCENE_PR_PROFILE: 'bare-minimum', CODESCENE_PR_NO_FAIL: 'true' },
      args: ['check'],
    });
  });

  it('are taken as lists as Pipelines hands them over, each value as it stands', () => {
    const { args } = readVariables({
      OUTPUT_COUNT: '2',
      OUTPUT_0: 'html=a report.html',
      OUTPUT_1: 'json=$(result).json',
      EXTRA_ARGS_COUNT: '1',
      EXTRA_ARGS_0: '--commit=0a b',
    });
    expect(args).toEqual([
      'check',
      '--output=html=a report.html',
      '--output=json=$(result).json',
      '--commit=0a b',
    ]);
  });

  it('are divided at white space where one text stands for a list', () => {
    const { args } = readVariables({ COVERAGE: 'lcov.info', EXTRA_ARGS: ' --quiet\n--all ' });
    expect(args).toEqual(['check', '--coverage=lcov.info', '--quiet', '--all']);
  });

  it('never let a path or a target pass for an option', () => {
    const { args, variables } = readVariables({ PATHS: '--no-fail', TARGET: '--no-fail' });
    expect(args).toEqual(['check', '--', '--no-fail']);
    expect(variables).toEqual({ CODESCENE_PR_TARGET: '--no-fail' });
  });
});
