// Prints `N passed, N failed`, summed over the result files that vitest wrote: print-test-count.js <file…>
import { readFileSync } from 'node:fs';

/** The counts of one run. A file that is missing, broken or without tests is a failure. */
function countTests(file) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    // A test file that cannot be loaded has no tests to count, and is a failure all the same.
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    if (numPassedTests + numFailedTests + broken.length === 0) throw new Error(`${file} has no tests`);
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch (error) {
    console.error(`No test result: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

const counts = process.argv.slice(2).map(countTests);
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
