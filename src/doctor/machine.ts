import type { DiagnosisLine, PlaceFacts } from '../model/diagnosis.ts';
import { missing, ok, troubled } from './line.ts';

const oldestNode = 20;

/** Node, git and the stream that the report goes to. */
export function diagnoseMachine({ node, git, stdout }: PlaceFacts): readonly DiagnosisLine[] {
  return [diagnoseNode(node), diagnoseGit(git), ok('stdout', describeStdout(stdout))];
}

function diagnoseNode(node: string): DiagnosisLine {
  if (Number.parseInt(node, 10) >= oldestNode) return ok('Node', node);
  return missing('Node', `${node}, and ${oldestNode} is the oldest that will do.`, {
    say: 'Use a newer image on the step in bitbucket-pipelines.yml:',
    paste: ['image: node:20'],
  });
}

function diagnoseGit(git: PlaceFacts['git']): DiagnosisLine {
  if ('trouble' in git) return troubled('git', git.trouble);
  const { version, program } = git.found;
  return ok('git', program === null ? version : `${version} (${program})`);
}

function describeStdout({ isTerminal, color, width }: PlaceFacts['stdout']): string {
  const kind = isTerminal ? 'a terminal' : 'a pipe or a file';
  return `${kind}, ${color ? 'with' : 'without'} colours, ${width} columns`;
}
