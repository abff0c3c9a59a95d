import type { Report } from '../../model/report.ts';
import { scriptHash, styleHash } from './content-hashes.ts';
import { type Content, html, type Markup, toText, trusted } from './markup.ts';
import script from './page-script.txt';
import { style } from './style/index.ts';

/** A part of the page below the verdict, with a heading of its own. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  /** How many there are of what it lists. */
  readonly count?: number;
  readonly body: Markup;
}

/** What a page is made of. */
export interface Page {
  readonly tool: Report['tool'];
  /** Of the window. */
  readonly title: string;
  readonly header: Markup;
  readonly sections: readonly (PageSection | null)[];
}

/**
 * A whole document that needs nothing but itself: its policy allows its own style and script, by their hashes, and
 * nothing else, whatever stands in the report.
 */
export function renderPage({ tool, title, header, sections }: Page): string {
  const present = sections.filter((section) => section !== null);
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;
  const page = html`
    <html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="${tool.name} ${tool.version}">
    <title>${title}</title><style>${trusted(style)}</style></head>
    <body><a class="skip" href="#content">Skip to the content</a>
    <header>${header}</header>
    <nav aria-label="Sections"><ul>${present.map(navItem)}</ul></nav>
    <main id="content" tabindex="-1">${present.map(renderSection)}</main>
    <footer><p>${tool.name} ${tool.version}</p></footer>
    <script>${trusted(script)}</script></body></html>`;
  return `<!doctype html>\n${toText(page)}\n`;
}

function navItem({ id, title, count }: PageSection): Content {
  return html`<li><a href="#${id}">${title}${count !== undefined && html` <span class="count">${count}</span>`}</a></li>`;
}

function renderSection({ id, title, count, body }: PageSection): Content {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}${
    count !== undefined && html` <span class="count">${count}</span>`
  }</h2>${body}</section>`;
}
