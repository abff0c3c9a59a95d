import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/create-repository.ts';

const script = fileURLToPath(new URL('../../.ci/print-test-count.js', import.meta.url));

const good = (passed: number) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: 0, testResults: [] });

/** Runs the script on result files of these texts; `null` is a file that was not written. */
function printCount(...texts: readonly (string | null)[]) {
  const folder = temporaryFolder();
  const files = texts.map((text, at) => {
    const file = path.join(folder, `${at}.json`);
    if (text !== null) writeFileSync(file, text);
    return file;
  });
  const { stdout, status } = spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' });
  return { stdout, status };
}

describe('the count of tests', () => {
  it('is the sum over the runs on every Node', () => {
    expect(printCount(good(10), good(2), good(3))).toEqual({ stdout: '15 passed, 0 failed\n', status: 0 });
  });

  it.each([
    {
      name: 'failed tests',
      text: '{"numPassedTests":4,"numFailedTests":2,"testResults":[]}',
      says: '14 passed, 2 failed',
    },
    {
      name: 'a test file that cannot be loaded',
      text: '{"numPassedTests":4,"numFailedTests":0,"testResults":[{"status":"failed","assertionResults":[]}]}',
      says: '14 passed, 1 failed',
    },
    { name: 'a run without a result', text: null, says: '10 passed, 1 failed' },
    { name: 'an empty result', text: '', says: '10 passed, 1 failed' },
    { name: 'a result that is cut off', text: '{"numPassedTests":4,', says: '10 passed, 1 failed' },
    { name: 'a run without tests', text: good(0), says: '10 passed, 1 failed' },
  ])('counts $name as a failure', ({ text, says }) => {
    expect(printCount(good(10), text)).toEqual({ stdout: `${says}\n`, status: 1 });
  });

  it('is a failure where no run is named', () => {
    expect(printCount()).toEqual({ stdout: '0 passed, 0 failed\n', status: 1 });
  });
});
