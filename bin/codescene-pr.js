#!/usr/bin/env node
// What breaks off before the command line can speak for itself must not end with 1, which says that the gate is violated.
import('../dist/cli.js').catch((error) => {
  process.exitCode = 2;
  process.stderr.write(`Error: codescene-pr could not be started.\nReason: ${error?.message ?? error}\n`);
});
