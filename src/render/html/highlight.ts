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

/**
 * Lines of code with colours, each well formed by itself, also where a comment or a template goes over several.
 * Tabs become spaces; whatever else is invisible becomes visible. Long lines are cut.
 */
export function highlightLines(lines: readonly string[], path: string): readonly Markup[] {
  const shown = lines.map((line) => cutText(escapeText(line.replaceAll('\t', '  ')), longestLine));
  const code = shown.join('\n');
  if (code.length > mostCharacters) return shown.map((line) => html`${line}`);
  const language = /\.[cm]?jsx?$/i.test(path) ? 'javascript' : 'typescript';
  const { value } = highlighter.highlight(code, { language, ignoreIllegals: true });
  return toLines(value);
}

/** Takes the highlighter's HTML, which is spans and escaped text, apart and puts it together line by line. */
function toLines(value: string): readonly Markup[] {
  const lines: Content[][] = [[]];
  const scopes: (string | null)[] = [];
  for (const [token, scope] of value.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (scope !== undefined) scopes.push(toClass(scope) ?? scopes.at(-1) ?? null);
    else if (token === '</span>') scopes.pop();
    else addText(toPlainText(token), scopes.at(-1) ?? null);
  }
  return lines.map((line) => html`${line}`);

  function addText(text: string, name: string | null): void {
    const [first = '', ...rest] = text.split('\n');
    lines.at(-1)?.push(paint(first, name));
    for (const line of rest) lines.push([paint(line, name)]);
  }
}

/** What is put into a string, and JSX, have no colour of what is around them: an empty name. */
function toClass(scope: string): string | undefined {
  if (scope.startsWith('language-') || scope.startsWith('hljs-subst')) return '';
  return classOf[/^hljs-(\w+)/.exec(scope)?.[1] ?? ''];
}

function paint(text: string, name: string | null): Content {
  return text.trim() === '' || name === null || name === '' ? text : html`<i class="${name}">${text}</i>`;
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
