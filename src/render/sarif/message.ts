import type { Message } from 'sarif';
import { escapeText } from '../../text/escape-text.ts';

/**
 * A text as a plain-text message, in which SARIF reads `{0}` as a placeholder and `[text](target)` as a link: braces
 * are doubled and no link can begin. Ends as a sentence does.
 */
export function toMessage(text: string): Message {
  const plain = escapeText(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
  return { text: /[.!?]$/.test(plain) ? plain : `${plain}.` };
}
