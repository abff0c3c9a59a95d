// The entry point of the pipe: runs the command line in this process, with what the pipe's variables say. No shell has a
// part in it, and signals reach the command line itself.
import { fileURLToPath } from 'node:url';
import { readVariables } from './read-variables.mjs';

const { args, variables } = readVariables(process.env);
Object.assign(process.env, variables);
process.chdir(process.env.BITBUCKET_CLONE_DIR ?? '.');

const command = new URL('../bin/codescene-pr.js', import.meta.resolve('codescene-pr'));
process.argv = [process.argv[0], fileURLToPath(command), ...args];
await import(command);
