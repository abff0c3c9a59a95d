import { countOf } from '../plural.ts';
import type { CardList } from './card-list.ts';
import { html } from './markup.ts';
import type { PageSection } from './page.ts';

/** From so many cards on a field to filter them is worth its room. */
const fewCards = 4;

/** The cards of files; the field to filter shows itself where scripts run. */
export function cardSection(title: string, { cards, hidden }: CardList): PageSection | null {
  if (cards.length === 0) return null;
  return {
    id: 'findings',
    title,
    body: html`${cards.length >= fewCards && filterField}
      <div class="cards">${cards}</div>
      ${hidden > 0 && html`<p class="remark">Left out to keep the page small: ${countOf(hidden, 'more file')}. The JSON format has them all.</p>`}`,
  };
}

const filterField = html`<div class="filter" hidden><label for="filter">Show files and findings with</label>
  <input id="filter" type="search" autocomplete="off" spellcheck="false">
  <button type="button" id="open-all">Open all</button><button type="button" id="close-all">Close all</button>
  <p id="filter-result" role="status"></p></div>`;
