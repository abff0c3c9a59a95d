import base from './base.css';
import cards from './cards.css';
import filter from './filter.css';
import lists from './lists.css';
import pictures from './pictures.css';
import print from './print.css';
import tables from './tables.css';
import verdict from './verdict.css';
import words from './words.css';

/** The page's whole style. The order counts: what comes later wins, print last. */
export const style = [base, verdict, words, lists, tables, pictures, cards, filter, print].join('\n');
