import type { ReviewedFile } from '../../model/review.ts';
import { compareText } from '../../score/index.ts';

/** A folder with what is in it, or a file. */
export interface TreeNode {
  /** Below its parent; of a chain of folders that hold nothing else, all of their names. */
  readonly name: string;
  readonly weight: number;
  readonly file: ReviewedFile | null;
  /** The largest first. */
  readonly children: readonly TreeNode[];
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: { readonly name: string; readonly file: ReviewedFile }[];
}

/** Deeper folders are drawn as one. */
const deepest = 24;

/** What a file weighs in the map and in averages: its lines of code, one at least. */
export function weightOf({ linesOfCode }: ReviewedFile): number {
  return Math.max(1, linesOfCode);
}

/** The files as the tree of their folders. */
export function buildTree(files: readonly ReviewedFile[]): TreeNode {
  const root: Folder = { folders: new Map(), files: [] };
  for (const file of files) {
    const names = file.path.split('/');
    const folder = names.slice(0, -1).slice(0, deepest).reduce(enter, root);
    folder.files.push({ name: names.at(-1) ?? file.path, file });
  }
  return toNode('', root);
}

function enter(folder: Folder, name: string): Folder {
  const known = folder.folders.get(name);
  if (known) return known;
  const created: Folder = { folders: new Map(), files: [] };
  folder.folders.set(name, created);
  return created;
}

function toNode(name: string, folder: Folder): TreeNode {
  const children = [
    ...[...folder.folders].map(([childName, child]) => toNode(childName, child)),
    ...folder.files.map(({ name: fileName, file }) => ({
      name: fileName,
      weight: weightOf(file),
      file,
      children: [],
    })),
  ].sort((a, b) => b.weight - a.weight || compareText(a.name, b.name));
  const [only] = children;
  if (only && children.length === 1 && only.file === null) {
    return { ...only, name: name === '' ? only.name : `${name}/${only.name}` };
  }
  return { name, weight: children.reduce((sum, child) => sum + child.weight, 0), file: null, children };
}
