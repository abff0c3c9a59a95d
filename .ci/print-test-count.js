// Prints `N passed, N failed` from the result file that `vitest` writes (see vitest.config.ts).
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
try {
  const result = JSON.parse(readFileSync(new URL('../coverage/test-results.json', import.meta.url), 'utf8'));
  passed = result.numPassedTests;
  // A test file that cannot be loaded has no tests to count, and is a failure all the same.
  const brokenFiles = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  failed = result.numFailedTests + brokenFiles.length;
} catch (error) {
  console.error(`No test result: ${error.message}`);
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
