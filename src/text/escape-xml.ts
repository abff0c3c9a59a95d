import { escapeText } from './escape-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * A text from the repository for XML 1.0, as content or as the value of an attribute. What XML cannot hold at all, and
 * what has no shape of its own, stands there in a readable form: `\x1b`, `\u202e`, `\uffff`.
 */
export function escapeXml(text: string): string {
  return escapeText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
