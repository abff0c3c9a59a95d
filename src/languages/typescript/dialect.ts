import type { Dialect } from '../../model/source.ts';
import { isTestPath } from './test-files.ts';

/** The names that TypeScript itself takes for those of declaration files; it looks at their case. */
const declarationFile = /\.d\.[cm]?ts$|\.d\.[^/]*\.ts$/;

/** How the text of a file is read: all that metrics take from its path. JavaScript is one language, with JSX. */
export function dialectOf(path: string): Dialect {
  const extension = extensionOf(path);
  return isTestPath(path) ? `${extension}-test` : extension;
}

function extensionOf(path: string): 'ts' | 'd.ts' | 'tsx' | 'js' {
  if (/\.tsx$/i.test(path)) return 'tsx';
  if (!/\.[cm]?ts$/i.test(path)) return 'js';
  return declarationFile.test(path) ? 'd.ts' : 'ts';
}
