import { escapeText } from '../../text/escape-text.ts';

const markupOf = Symbol('markup');

/** HTML that is well formed by itself. Only `html` and `trusted` make it: data cannot pass for it. */
export interface Markup {
  readonly [markupOf]: string;
}

/** What stands in a template: texts are escaped, lists are joined, `null` and `false` are left out. */
export type Content = string | number | Markup | null | false | readonly Content[];

/**
 * A template of HTML. Whatever is put into it is escaped, for text and for quoted attributes alike; control and
 * format characters become visible. Line breaks of the template itself stand for nothing.
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const texts = parts.map((part, index) => {
    const content = index < contents.length ? toText(contents[index] ?? null) : '';
    return part.replace(/\n\s*/g, '') + content;
  });
  return trusted(texts.join(''));
}

/** A text of our own that is markup already. */
export function trusted(markup: string): Markup {
  return { [markupOf]: markup };
}

/** The text of markup. */
export function toText(content: Content): string {
  if (content === null || content === false) return '';
  if (typeof content === 'string') return escapeHtml(escapeText(content));
  if (typeof content === 'number') return String(content);
  if (isList(content)) return content.map(toText).join('');
  return content[markupOf];
}

/** `Array.isArray` does not narrow a read-only list. */
function isList(content: Markup | readonly Content[]): content is readonly Content[] {
  return Array.isArray(content);
}

/** Puts something between the entries of a list. */
export function joinBy(contents: readonly Content[], separator: Content): readonly Content[] {
  return contents.flatMap((content, index) => (index === 0 ? [content] : [separator, content]));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
