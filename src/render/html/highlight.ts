import hljs from 'highlight.js/lib/core';
import javascript from 'highlight.js/lib/languages/javascript';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { cutText } from '../../text/cut-text.ts';
import { escapeText } from '../../text/escape-text.ts';
import { type Content, html, type Markup } from './markup.ts';

/** A longer line is cut: nobody reads it, and the highlighter needs time by the square of a word's length. */
const longestLine = 240;
/** More code at once stays plain. */
const mostCharacters = 30_000;

const highlighter = hljs.newInstance();
highlighter.registerLanguage('typescript', typescript);
highlighter.registerLanguage('javascript', javascript);
// JSX within the other two.
highlighter.registerLanguage('xml', xml);

/** The scopes that have a colour of their own, by their first name. */
const classOf: Readonly<Record<string, string>> = {
  keyword: 'k',
  literal: 'k',
  string: 's',
  regexp: 's',
  comment: 'c',
  doctag: 'c',
  number: 'n',
  title: 't',
  name: 't',
  built_in: 't',
  type: 't',
  attr: 'a',
  meta: 'a',
};

/** A line of code with its colours. */
export interface PaintedLine {
  /** The spaces that it begins with: they stand apart, so that a long line can hang where its code begins. */
  readonly indent: string;
  readonly markup: Markup;
}

/** A piece of a line in one colour. */
interface Token {
  readonly text: string;
  /** Class of the colour; empty for none. */
  readonly name: string;
}

/**
 * Lines of code with colours, each well formed by itself, also where a comment or a template goes over several.
 * Tabs become spaces; whatever else is invisible becomes visible. Long lines are cut.
 */
export function highlightLines(lines: readonly string[], path: string): readonly PaintedLine[] {
  const shown = lines.map((line) => cutText(escapeText(line.replaceAll('\t', '  ')), longestLine));
  return tokenize(shown, path).map(paintLine);
}

function tokenize(lines: readonly string[], path: string): readonly (readonly Token[])[] {
  const code = lines.join('\n');
  if (code.length > mostCharacters) return lines.map((text) => [{ text, name: '' }]);
  const language = /\.[cm]?jsx?$/i.test(path) ? 'javascript' : 'typescript';
  return readTokens(highlighter.highlight(code, { language, ignoreIllegals: true }).value);
}

/** Takes the highlighter's HTML apart, which is spans and escaped text. */
function readTokens(value: string): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  const names: string[] = [];
  for (const [part, scope] of value.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (scope !== undefined) names.push(toClass(scope) ?? names.at(-1) ?? '');
    else if (part === '</span>') names.pop();
    else addText(toPlainText(part), names.at(-1) ?? '');
  }
  return lines;

  function addText(text: string, name: string): void {
    const [first = '', ...rest] = text.split('\n');
    lines.at(-1)?.push({ text: first, name });
    for (const line of rest) lines.push([{ text: line, name }]);
  }
}

function paintLine(tokens: readonly Token[]): PaintedLine {
  const text = tokens.map((token) => token.text).join('');
  const indent = /^ */.exec(text)?.[0] ?? '';
  let skipped = 0;
  const painted = tokens.map((token): Content => {
    const skip = Math.min(token.text.length, indent.length - skipped);
    skipped += skip;
    const rest = token.text.slice(skip);
    return token.name === '' || rest.trim() === '' ? rest : html`<i class="${token.name}">${rest}</i>`;
  });
  return { indent, markup: html`${painted}` };
}

/** What is put into a string, and JSX, have no colour of what is around them: an empty name. */
function toClass(scope: string): string | undefined {
  if (scope.startsWith('language-') || scope.startsWith('hljs-subst')) return '';
  return classOf[/^hljs-(\w+)/.exec(scope)?.[1] ?? ''];
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

function toPlainText(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => characters[entity] ?? entity);
}
