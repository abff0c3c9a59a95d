/** A fenced block of a Markdown text. */
export interface CodeBlock {
  /** What stands behind the fence: `yaml`, `sh`; empty for none. */
  readonly language: string;
  readonly code: string;
}

/** The fenced blocks of a text, also where they stand in a list. */
export function codeBlocksOf(text: string): readonly CodeBlock[] {
  const blocks = text.matchAll(/^( *)```([a-z]*)\n(.*?)^ *```$/gms);
  return [...blocks].map(([, indent = '', language = '', code = '']) => ({
    language,
    code: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** Where the links of a text lead, with those of pictures; what looks like a link in code is none. */
export function linksOf(text: string): readonly string[] {
  const prose = text.replace(/^ *```.*?^ *```$/gms, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, link = '']) => link);
}

/** The anchors that a text offers: its headings, as npm and GitHub write them. */
export function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The rows of the tables of a text, each as the texts of its cells; without rules below headings. */
export function tableRowsOf(text: string): readonly (readonly string[])[] {
  const rows = text.split('\n').filter((line) => /^\|.*\|$/.test(line) && !/^[|\s:-]+$/.test(line));
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
