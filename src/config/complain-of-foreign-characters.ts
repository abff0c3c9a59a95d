import type { Complaint } from './complaint.ts';

/** What YAML does not allow in a text, and spaces that cannot indent it though they look as if they could. */
const foreign = /(?![\t\r])\p{Cc}|[\ufffe\uffff]|^[ \t]*(?![ \t])[\p{Zs}\u200b\ufeff]/u;

/** Characters that no profile has on purpose, the first of each line. */
export function complainOfForeignCharacters(text: string): Complaint[] {
  return text.split('\n').flatMap((line, index) => {
    const found = foreign.exec(line);
    if (!found) return [];
    const column = found.index + found[0].length;
    const position = { line: index + 1, column };
    return [{ position, path: [], message: describe(found[0].at(-1) ?? ''), suggestion: null }];
  });
}

function describe(character: string): string {
  const code = character.charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return /\p{Cc}|[\ufffe\uffff]/u.test(character)
    ? `the control character ${name} is not allowed in YAML: remove it, or save the file as UTF-8`
    : `only spaces can indent YAML, and this is the character ${name}`;
}
