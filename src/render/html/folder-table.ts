import type { ReviewedFile } from '../../model/review.ts';
import { bandOf, compareText } from '../../score/index.ts';
import { sumLinesOfCode } from '../../smells/index.ts';
import { countOf } from '../plural.ts';
import { weightOf } from './folder-tree.ts';
import { html, type Markup } from './markup.ts';
import { scrollable } from './scrollable.ts';
import { bandTag, showPath } from './words.ts';

/** Folders below each other make more rows than anybody reads. */
const mostFolders = 100;

interface FolderSummary {
  readonly path: string;
  readonly files: readonly ReviewedFile[];
  readonly linesOfCode: number;
  readonly score: number;
}

/** What the map shows, by folder and in words: those first whose average is lowest. */
export function renderFolders(files: readonly ReviewedFile[]): Markup {
  const folders = [...groupByFolder(files)]
    .map(([path, members]) => summarize(path, members))
    .sort((a, b) => a.score - b.score || compareText(a.path, b.path));
  const shown = folders.slice(0, mostFolders);
  const hidden = folders.length - shown.length;
  return html`<details class="sub"><summary>The same by folder, as a table</summary>${scrollable(
    'Folders',
    html`<table>
    <caption>Folders by their average score, weighted by lines of code, the lowest first</caption>
    <thead><tr><th scope="col">Folder</th><th scope="col">Code Health</th><th scope="col" class="num">Files</th><th scope="col" class="num">Lines of code</th><th scope="col" class="num">Hotspots</th></tr></thead>
    <tbody>${shown.map(renderRow)}${hidden > 0 && html`<tr><td colspan="5">… and ${countOf(hidden, 'more folder')}</td></tr>`}</tbody></table>`,
  )}</details>`;
}

function groupByFolder(files: readonly ReviewedFile[]): ReadonlyMap<string, readonly ReviewedFile[]> {
  const folders = new Map<string, ReviewedFile[]>();
  for (const file of files) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const known = folders.get(folder);
    if (known) known.push(file);
    else folders.set(folder, [file]);
  }
  return folders;
}

function summarize(path: string, files: readonly ReviewedFile[]): FolderSummary {
  const weight = files.reduce((sum, file) => sum + weightOf(file), 0);
  const hundredths = files.reduce((sum, file) => sum + weightOf(file) * Math.round(100 * file.score), 0);
  return {
    path: path === '' ? './' : path,
    files,
    linesOfCode: sumLinesOfCode(files),
    score: Math.floor(hundredths / weight) / 100,
  };
}

function renderRow({ path, files, linesOfCode, score }: FolderSummary): Markup {
  const hotspots = files.filter(({ hotspot }) => hotspot === true).length;
  return html`<tr><th scope="row">${showPath(path)}</th><td>${score.toFixed(2)} ${bandTag(bandOf(score))}</td><td class="num">${files.length}</td><td class="num">${linesOfCode}</td><td class="num">${hotspots}</td></tr>`;
}
