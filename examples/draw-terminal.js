// Draws what a command prints, with its colours, as the picture of a terminal.

const size = { column: 8.4, row: 20, margin: 20, bar: 34 };
/** By the numbers that a terminal is told. */
const colors = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 36: '#79c0ff' };
const ended = { 22: ['bold', 'dim'], 39: ['color'] };

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The style after one more escape sequence. */
function change(style, code) {
  if (code === '1') return { ...style, bold: true };
  if (code === '2') return { ...style, dim: true };
  if (colors[code]) return { ...style, color: colors[code] };
  const rest = { ...style };
  for (const key of ended[code] ?? []) delete rest[key];
  return rest;
}

/** The parts of a line that look alike, each with the column where it begins. */
function partsOf(line) {
  const parts = [];
  let column = 0;
  let style = {};
  const [first, ...others] = line.split('\x1b[');
  const pieces = [['', first], ...others.map((piece) => piece.split(/(?<=^\d+)m/))];
  for (const [code, text] of pieces) {
    style = change(style, code);
    if (text.trim() !== '') parts.push({ text, column, style });
    column += [...text].length;
  }
  return parts;
}

function drawPart({ text, column, style }, y) {
  // Where a part begins is said, so that a letter of another width moves nothing but itself.
  const indent = text.length - text.trimStart().length;
  const x = (size.margin + (column + indent) * size.column).toFixed(1);
  const fill = style.color ?? (style.dim ? '#8b949e' : '#e6edf3');
  const weight = style.bold ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y}" fill="${fill}"${weight} xml:space="preserve">${escapeXml(text.trim())}</text>`;
}

/**
 * @param {string} command as it is typed
 * @param {string} output with escape sequences for colours
 * @param {number} rows how many lines of the output are shown
 * @returns {string} an SVG of 100 columns
 */
export function drawTerminal(command, output, rows) {
  const lines = [`\x1b[2m$\x1b[22m \x1b[1m${command}\x1b[22m`, '', ...output.split('\n').slice(0, rows)];
  const width = Math.round(2 * size.margin + 100 * size.column);
  const height = size.bar + lines.length * size.row + size.margin;
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, index) => `<circle cx="${size.margin + index * 20}" cy="17" r="6" fill="${fill}"/>`,
  );
  const texts = lines.flatMap((line, index) => {
    const y = size.bar + (index + 1) * size.row;
    return partsOf(line).map((part) => drawPart(part, y));
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The report of ${escapeXml(command)} in a terminal">`,
    `<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>`,
    ...dots,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
