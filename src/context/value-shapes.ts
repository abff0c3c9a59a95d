import { isBranchName, isCommitHash, isRevision } from '../git/index.ts';

/** What a value from outside has to look like. */
export interface ValueShape {
  readonly matches: (text: string) => boolean;
  /** Completes "… is not". */
  readonly description: string;
}

const uuid = /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;

function isSlug(text: string): boolean {
  return uuid.test(text) || (/^~?[\w.][\w.-]{0,127}$/.test(text) && !/^\.{1,2}$/.test(text));
}

export const valueShapes = {
  branch: { matches: isBranchName, description: 'the name of a branch' },
  commit: { matches: isCommitHash, description: 'the hash of a commit (7 to 64 hexadecimal digits)' },
  pullRequest: {
    matches: (text: string) => /^[1-9]\d{0,9}$/.test(text),
    description: 'the number of a pull request',
  },
  repository: { matches: isSlug, description: 'the slug of a repository' },
  revision: { matches: isRevision, description: 'a revision' },
  workspace: { matches: isSlug, description: 'the slug of a workspace' },
} as const satisfies Readonly<Record<string, ValueShape>>;
