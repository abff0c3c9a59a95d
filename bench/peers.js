import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { here, work } from './folders.js';

const folder = join(work, 'peers');
const settings = ['package.json', 'eslint.config.js', 'oxlintrc.json', 'peers-biome.json'];
const programs = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  fta: 'node_modules/fta-cli/index.js',
};

/**
 * Installs the tools that are compared with, in the versions of `package.json`. ESLint resolves its plugins from the
 * folder of its configuration.
 */
export function installPeers() {
  mkdirSync(folder, { recursive: true });
  for (const file of settings) copyFileSync(join(here, file), join(folder, file));
  copyFileSync(join(folder, 'peers-biome.json'), join(folder, 'biome.json'));
  execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--silent'], {
    cwd: folder,
    stdio: 'inherit',
  });
}

/**
 * Each tool over one side of some files, by the rules that come nearest to ours.
 * @param {string} cwd
 * @param {string[]} paths files or folders in it; fta takes a folder alone, and looks at all of `cwd`
 */
export function peerCommands(cwd, paths) {
  const program = (name) => join(folder, programs[name]);
  return {
    'eslint + sonarjs, one side': {
      cwd,
      args: [program('eslint'), '-c', join(folder, 'eslint.config.js'), '-f', 'json', ...paths],
    },
    'biome, one side': {
      cwd,
      args: [
        ...[program('biome'), 'lint', `--config-path=${folder}`, '--reporter=json'],
        ...['--max-diagnostics=none', '--vcs-enabled=false', ...paths],
      ],
    },
    'oxlint, one side': {
      cwd,
      args: [program('oxlint'), '-c', join(folder, 'oxlintrc.json'), '-f', 'json', ...paths],
    },
    'fta, one side': { cwd, args: [program('fta'), '.', '--json'] },
  };
}

/** Names with versions, as installed. */
export function describePeers() {
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  return Object.keys(dependencies)
    .map((name) => {
      const { version } = JSON.parse(
        readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'),
      );
      return `${name} ${version}`;
    })
    .join(', ');
}
