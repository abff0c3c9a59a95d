import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders: string[] = [];
let home: string | null = null;

/** Removes what `temporaryFolder` made: called after each test file, which share what this module holds. */
export function removeTemporaryFolders(): void {
  home = null;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** An empty folder that is removed after the test file's last test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'codescene-pr-test-')));
  folders.push(folder);
  return folder;
}

/** Variables of a process that sees no configuration of this machine. */
export function testEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  home ??= temporaryFolder();
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...extra,
  };
}

/** Text or bytes by path; `null` removes the file. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

/** A real repository in a temporary folder. Commits have a fixed author and dates one minute apart. */
export interface TestRepository {
  readonly root: string;
  /** Runs git there, and gives what it printed without the last line feed. */
  readonly git: (...args: readonly string[]) => string;
  readonly write: (files: Files) => void;
  /** Writes the files, commits everything that is not ignored, and gives the full hash. */
  readonly commit: (message: string, files?: Files) => string;
  /**
   * Adds so many commits to a branch that is not checked out, the first with a new file `<branch>.ts`, the
   * others empty; starts at HEAD where the branch does not exist. Gives the last one's hash.
   */
  readonly extend: (branch: string, count: number) => string;
  /** Checks the branch out, made at HEAD where it does not exist. */
  readonly checkout: (branch: string) => void;
}

/** Housekeeping would start another process for each commit. */
const settings = ['protocol.file.allow=always', 'init.defaultBranch=main', 'maintenance.auto=false'];

const firstCommitTime = 1_700_000_000;

function writeFile(root: string, name: string, content: string | Buffer | null): void {
  const file = path.join(root, name);
  if (content === null) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The repository that stands in a folder already. `firstTime` is the date of the next commit. */
export function useRepository(root: string, firstTime = firstCommitTime): TestRepository {
  let time = firstTime;
  const run = (args: readonly string[], input = '') => {
    const date = `${time} +0000`;
    const environment = testEnvironment({
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
      GIT_COMMITTER_DATE: date,
    });
    const command = [...settings.flatMap((setting) => ['-c', setting]), ...args];
    const output = execFileSync('git', command, {
      cwd: root,
      env: environment,
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return output.toString().replace(/\n$/, '');
  };
  const git = (...args: readonly string[]) => run(args);
  const readGitFile = (name: string): string => {
    const file = path.join(root, '.git', name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  /** The commit of a branch; `null` where there is no such branch. */
  const tipOf = (branch: string): string | null => {
    const name = `refs/heads/${branch}`;
    const packed = readGitFile('packed-refs').split('\n');
    const line = readGitFile(name) || (packed.find((each) => each.endsWith(` ${name}`)) ?? '');
    return /^[0-9a-f]+/.exec(line)?.[0] ?? null;
  };
  const tipOfHead = (): string => {
    const [, branch] = /^ref: refs\/heads\/(.+)\n$/.exec(readGitFile('HEAD')) ?? [];
    return (branch === undefined ? null : tipOf(branch)) ?? git('rev-parse', 'HEAD');
  };
  const write = (files: Files) => {
    for (const [name, content] of Object.entries(files)) writeFile(root, name, content);
  };
  return {
    root,
    git,
    write,
    commit: (message, files = {}) => {
      write(files);
      git('add', '--all');
      time += 60;
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return tipOfHead();
    },
    extend: (branch, count) => {
      const start = tipOf(branch) ?? tipOfHead();
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      const stream = numbers.map((number) => {
        const text = `${branch} ${number}`;
        const author = `Ada <ada@example.com> ${time + 60 * number} +0000`;
        const from = number === 1 ? `from ${start}\n` : '';
        const data = `data ${text.length}\n${text}\n`;
        const file = number === 1 ? `M 100644 inline ${branch}.ts\n${data}` : '';
        return `commit refs/heads/${branch}\ncommitter ${author}\n${data}${from}${file}\n`;
      });
      run(['fast-import', '--quiet'], stream.join(''));
      time += 60 * count;
      return git('rev-parse', branch);
    },
    checkout: (branch) => {
      git('checkout', '--quiet', ...(tipOf(branch) === null ? ['-b', branch] : [branch]));
    },
  };
}

/** A new repository on the branch `main`, without a commit. */
export function createRepository(...initArguments: readonly string[]): TestRepository {
  const repository = useRepository(path.join(temporaryFolder(), 'repository'));
  mkdirSync(repository.root);
  repository.git('init', '--quiet', ...initArguments);
  return repository;
}

export interface PipelinesClone {
  readonly branch: string;
  /** The commit that the build is for; the branch's tip by default. */
  readonly commit?: string;
  /** Depth of the clone, 50 as in Pipelines by default; `full` for all history. */
  readonly depth?: number | 'full';
  /** Full hash of the destination's tip, which a pull request pipeline merges. */
  readonly merge?: string;
}

/** Clones as the build setup of Bitbucket Pipelines does: one branch, cut off, reset, perhaps merged. */
export function cloneLikePipelines(origin: TestRepository, options: PipelinesClone): TestRepository {
  const { branch, commit = `refs/remotes/origin/${branch}`, depth = 50, merge } = options;
  const clone = useRepository(path.join(temporaryFolder(), 'build'), firstCommitTime + 1_000_000);
  const depthArguments = depth === 'full' ? ['--single-branch'] : [`--depth=${depth}`];
  const url = `file://${origin.root}`;
  origin.git('clone', '--quiet', `--branch=${branch}`, ...depthArguments, url, clone.root);
  clone.git('reset', '--quiet', '--hard', commit);
  clone.git('reflog', 'expire', '--expire=all', '--all');
  if (merge !== undefined) {
    clone.git('fetch', '--quiet', 'origin', merge);
    clone.git('merge', '--quiet', '--no-edit', merge);
  }
  return clone;
}
