import { html, type Markup } from './markup.ts';

/** What is too wide for a narrow window scrolls by itself, with the keyboard as well. */
export function scrollable(label: string, content: Markup): Markup {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${label}">${content}</div>`;
}
