import MarkdownIt from 'markdown-it';

/** What a comment is made of, as a parser of CommonMark with tables sees it. */
export interface MarkdownStructure {
  /** Every opening of a block or of emphasis, in order; the pieces of a sentence are not among them. */
  readonly blocks: readonly string[];
  readonly links: readonly string[];
  /** Images and HTML, which nothing may make. */
  readonly forbidden: readonly string[];
}

/** HTML and addresses without brackets are read as generously as any host could. */
const parser = new MarkdownIt({ html: true, linkify: true, typographer: false });

const inSentences = new Set(['text', 'code_inline', 'text_special', 'inline', 'softbreak', 'link_open']);

/** Parses Markdown and says how it is built. */
export function parseStructure(markdown: string): MarkdownStructure {
  const tokens = parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const opening = tokens.filter(({ type }) => !type.endsWith('_close'));
  return {
    blocks: opening.filter(({ type }) => !inSentences.has(type)).map(({ type, tag }) => `${type}:${tag}`),
    links: opening.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href'))),
    forbidden: opening.filter(({ type }) => /image|html|fence|code_block/.test(type)).map(({ type }) => type),
  };
}

/** The text that a reader sees in code spans, in order. */
export function codeSpansOf(markdown: string): readonly string[] {
  return parser
    .parse(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'code_inline')
    .map(({ content }) => content);
}
