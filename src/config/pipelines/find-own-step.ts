import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { PipelinesFile } from './read-pipelines.ts';

/** The command by its name, alone or with a version; also as the name of a pipe's image. */
const ownCommand = /(?:^|[\s;&|("'`/$])codescene-pr(?:[@:]([\w.-]+))?(?=$|[\s;&|)"'`])/;

/** A step that runs this tool already. */
export interface OwnStep {
  /** 1-based; where the command stands, also where an alias brings it in. */
  readonly line: number;
  /** The version that the command asks for, where it names one. */
  readonly version: string | null;
}

/** The patterns below `pull-requests` whose pipeline runs this tool, and those whose does not. */
export function splitPatterns({ data }: Pick<PipelinesFile, 'data'>): {
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
} {
  const patterns = Object.entries(entryOf(entryOf(data, 'pipelines'), 'pull-requests') ?? {});
  const isCovered = ([, pipeline]: [string, unknown]) => runsOwnCommand(pipeline, new Set());
  return {
    covered: patterns.filter(isCovered).map(([pattern]) => pattern),
    uncovered: patterns.filter((entry) => !isCovered(entry)).map(([pattern]) => pattern),
  };
}

/** Looks the step up among the pipelines of pull requests; `null` where none of them runs this tool. */
export function findOwnStep(file: PipelinesFile): OwnStep | null {
  if (splitPatterns(file).covered.length === 0) return null;
  const pullRequests = file.document.getIn(['pipelines', 'pull-requests'], true) as Node | undefined;
  const command = findCommand(pullRequests, { file, seen: new Set() });
  return command && { line: file.lineAt(command.offset), version: command.version };
}

function entryOf(value: unknown, key: string): object | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
  const entry = (value as Record<string, unknown>)[key];
  return typeof entry === 'object' ? entry : null;
}

const commandKeys = new Set(['script', 'after-script', 'pipe']);

/** Whether a script or a pipe below the value names this tool. Aliases can lead in circles. */
function runsOwnCommand(value: unknown, seen: Set<unknown>): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  return Object.entries(value).some(([key, child]) => {
    const commands = commandKeys.has(key) ? (Array.isArray(child) ? child : [child]) : [];
    return commands.some(namesTool) || runsOwnCommand(child, seen);
  });
}

/** A line of the shell that is a comment runs nothing. */
function namesTool(command: unknown): boolean {
  return typeof command === 'string' && findName(command) !== null;
}

function findName(command: string): RegExpExecArray | null {
  const lines = command.split('\n').filter((line) => !line.trimStart().startsWith('#'));
  return ownCommand.exec(lines.join('\n'));
}

interface Command {
  readonly offset: number;
  readonly version: string | null;
}

interface Search {
  readonly file: Pick<PipelinesFile, 'document'>;
  readonly seen: Set<unknown>;
}

/** The first command below a node that names this tool, by way of aliases as well; a cache may have the same name. */
function findCommand(node: unknown, search: Search, isCommand = false): Command | null {
  const { file, seen } = search;
  if (seen.has(node)) return null;
  seen.add(node);
  if (isAlias(node)) return findCommand(node.resolve(file.document), search, isCommand);
  if (isScalar(node)) return isCommand ? commandIn(node.value, node.range?.[0] ?? 0) : null;
  for (const [key, child] of childrenOf(node)) {
    const found = findCommand(child, search, isCommand || commandKeys.has(key));
    if (found) return found;
  }
  return null;
}

/** What stands below a node, under which key of a map. */
function childrenOf(node: unknown): readonly (readonly [key: string, child: unknown])[] {
  if (isMap(node)) return node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value]);
  return isSeq(node) ? node.items.map((item) => ['', item]) : [];
}

function commandIn(value: unknown, offset: number): Command | null {
  const name = typeof value === 'string' ? findName(value) : null;
  return name && { offset, version: name[1] ?? null };
}
