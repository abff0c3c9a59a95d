import type { ReviewedFile } from '../../model/review.ts';
import { bandOf } from '../../score/index.ts';
import { countOf } from '../plural.ts';
import { renderFolders } from './folder-table.ts';
import { buildTree, type TreeNode } from './folder-tree.ts';
import { type Content, html, type Markup } from './markup.ts';
import type { PageSection } from './page.ts';
import { scrollable } from './scrollable.ts';
import { type Box, layOutSquares } from './treemap.ts';

const size: Box = { x: 0, y: 0, width: 1120, height: 560 };
const gap = 1;
const labelHeight = 16;
/** Letters are about this wide in the map. */
const letterWidth = 7;
/** Smaller rectangles are not seen, and not drawn. */
const leastSide = 0.8;
/** With more files than this the smallest ones are left out. */
const mostFiles = 2500;

/** The code as a map: a rectangle a file by folder, as large as it has lines, with the band of its score. */
export function mapSection(files: readonly ReviewedFile[]): PageSection | null {
  if (files.length === 0) return null;
  const largest = [...files].sort((a, b) => b.linesOfCode - a.linesOfCode).slice(0, mostFiles);
  const hidden = files.length - largest.length;
  const hotspots = files.filter(({ hotspot }) => hotspot === true).length;
  const isKnown = files.some(({ hotspot }) => hotspot !== null);
  return {
    id: 'map',
    title: isKnown ? 'Hotspots and health by folder' : 'Health by folder',
    body: html`<figure class="map">${scrollable(
      'Map of the code',
      html`
      <svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="map-name map-about">
        <title id="map-name">Map of ${countOf(largest.length, 'file')} by folder</title>
        <desc id="map-about">Each rectangle is a file, as large as it has lines of code, with the colour and pattern of its Code Health. The table below says the same by folder.</desc>
        ${patterns}${renderChildren(buildTree(largest), size)}</svg>`,
    )}
      <figcaption>${legend(isKnown)} <span class="remark">Size: lines of code.${
        isKnown
          ? ` ${countOf(hotspots, 'hotspot')}: files that are complex and change often.`
          : ' Without enough history no hotspots are known.'
      }${hidden > 0 && ` The smallest ${hidden} files are left out.`}</span></figcaption></figure>
      ${renderFolders(files)}`,
  };
}

const patterns = html`<defs>
  <pattern id="p-yellow" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V7"/></pattern>
  <pattern id="p-red" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V7M0 3.5H7"/></pattern>
</defs>`;

function legend(hotspotsKnown: boolean): Markup {
  const swatch = (
    band: string,
    words: string,
  ) => html`<li><svg class="swatch" viewBox="0 0 22 16" aria-hidden="true">
    <g class="b-${band}"><rect width="22" height="16"/>${hatch(band, { x: 0, y: 0, width: 22, height: 16 })}</g></svg> ${words}</li>`;
  return html`<ul class="legend">${swatch('red', 'red: below 4')}${swatch('yellow', 'yellow: from 4')}${swatch('green', 'green: from 9')}${swatch('optimal', 'optimal: 10')}
    ${hotspotsKnown && html`<li><svg class="swatch" viewBox="0 0 22 16" aria-hidden="true"><g class="b-green hotspot"><rect width="22" height="16"/><path class="diamond" d="M11 3l5 5l-5 5l-5 -5Z"/></g></svg> hotspot</li>`}</ul>`;
}

function renderChildren({ children }: TreeNode, box: Box): Content {
  const boxes = layOutSquares(
    children.map(({ weight }) => weight),
    box,
  );
  return children.map((child, index) => {
    const place = boxes[index];
    if (!place || place.width < leastSide || place.height < leastSide) return null;
    return child.file ? renderFile(child.file, child.name, place) : renderFolder(child, place);
  });
}

function renderFolder(folder: TreeNode, { x, y, width, height }: Box): Markup {
  const label = height > 2.5 * labelHeight ? shorten(folder.name, width - 6) : '';
  const hasLabel = label !== '';
  const top = hasLabel ? labelHeight : gap;
  const inner = {
    x: x + gap,
    y: y + top,
    width: Math.max(0, width - 2 * gap),
    height: Math.max(0, height - top - gap),
  };
  return html`<g>${hasLabel && html`<text class="folder" x="${round(x + 3)}" y="${round(y + 12)}">${label}</text>`}${renderChildren(folder, inner)}</g>`;
}

function renderFile(file: ReviewedFile, name: string, box: Box): Markup {
  const { path, score, linesOfCode, hotspot } = file;
  const band = bandOf(score);
  const inset = Math.min(gap / 2, box.width / 4, box.height / 4);
  const cell = {
    x: round(box.x + inset),
    y: round(box.y + inset),
    width: round(box.width - 2 * inset),
    height: round(box.height - 2 * inset),
  };
  const isHotspot = hotspot === true;
  const about = `${path}: ${score.toFixed(2)} (${band}), ${countOf(linesOfCode, 'line')}${isHotspot ? ', hotspot' : ''}`;
  const hasName = cell.width > 44 && cell.height > 20;
  return html`<g class="b-${band}${isHotspot && ' hotspot'}"><title>${about}</title>${rect(cell)}${hatch(band, cell)}${isHotspot && diamond(cell)}${
    hasName &&
    html`<text class="file" x="${round(cell.x + 4)}" y="${round(cell.y + 14)}">${shorten(name, cell.width - (isHotspot ? 22 : 8))}</text>`
  }</g>`;
}

function rect({ x, y, width, height }: Box): Markup {
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;
}

/** The pattern that tells a band without its colour. */
function hatch(band: string, { x, y, width, height }: Box): Markup | null {
  if (band !== 'red' && band !== 'yellow') return null;
  return html`<rect class="h" fill="url(#p-${band})" x="${x}" y="${y}" width="${width}" height="${height}"/>`;
}

function diamond({ x, y, width, height }: Box): Markup | null {
  const half = Math.min(5, width / 3, height / 3);
  if (half < 1.5) return null;
  const [centre, middle] = [x + width - half - 3, y + half + 3];
  const [right, down] = [Math.max(centre, x + half), Math.min(middle, y + height - half)];
  return html`<path class="diamond" d="M${round(right)} ${round(down - half)}l${round(half)} ${round(half)}l${round(-half)} ${round(half)}l${round(-half)} ${round(-half)}Z"/>`;
}

/** As much of a name as there is room for. */
function shorten(name: string, width: number): string {
  const most = Math.floor(width / letterWidth);
  const letters = [...name];
  if (letters.length <= most) return name;
  return most < 4 ? '' : `${letters.slice(0, most - 1).join('')}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
