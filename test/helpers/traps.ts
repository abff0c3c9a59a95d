import { appendFileSync, chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './create-repository.ts';

/** A program that leaves a file with a telling name behind when something runs it. */
export function createTrap(): {
  readonly command: (name: string) => string;
  readonly marks: () => readonly string[];
} {
  const folder = temporaryFolder();
  const names: string[] = [];
  return {
    command: (name) => {
      const program = path.join(folder, `run-${name}`);
      writeFileSync(program, `#!/bin/sh\n: > "${folder}/mark-${name}"\nexit 1\n`);
      chmodSync(program, 0o755);
      names.push(name);
      return program;
    },
    marks: () => names.filter((name) => existsSync(path.join(folder, `mark-${name}`))),
  };
}

export type Trap = ReturnType<typeof createTrap>;

const hookNames = [
  'post-checkout',
  'post-index-change',
  'pre-auto-gc',
  'pre-commit',
  'fsmonitor-watchman',
  'reference-transaction',
];

/** Puts a program behind every hook that git could call here. */
export function armHooks(root: string, trap: Trap): void {
  const folder = path.join(root, '.git/hooks');
  mkdirSync(folder, { recursive: true });
  for (const name of hookNames) {
    writeFileSync(path.join(folder, name), `#!/bin/sh\nexec "${trap.command(`hook-${name}`)}"\n`);
    chmodSync(path.join(folder, name), 0o755);
  }
}

/** Puts every setting by which a configuration file makes git run a program into the clone. */
export function armConfiguration(root: string, trap: Trap): void {
  const value = (name: string) => `"${trap.command(name)}"`;
  appendFileSync(
    path.join(root, '.git/config'),
    `
[core]
  fsmonitor = ${value('fsmonitor')}
  pager = ${value('pager')}
  sshCommand = ${value('ssh')}
  askPass = ${value('askpass')}
  gitProxy = ${value('gitproxy')}
  alternateRefsCommand = ${value('alternate-refs')}
  hooksPath = .git/hooks
[pager]
  diff = true
[credential]
  helper = ${value('credential')}
[remote "origin"]
  uploadpack = ${value('uploadpack')}
[diff]
  external = ${value('diff-external')}
[diff "evil"]
  command = ${value('diff-command')}
  textconv = ${value('textconv')}
[filter "evil"]
  clean = ${value('clean')}
  smudge = ${value('smudge')}
  required = true
[filter "Evil-process.v2"]
  process = ${value('process')}
  required = true
[hook "evil"]
  event = reference-transaction
  event = post-index-change
  command = ${value('configured-hook')}
[include]
  path = included
`,
  );
  writeFileSync(
    path.join(root, '.git/included'),
    `[filter "included"]\n  clean = ${value('included-clean')}\n`,
  );
}
