import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightLines } from '../../../src/render/html/highlight.ts';
import { toText } from '../../../src/render/html/markup.ts';

const paint = (lines: readonly string[], path = 'a.ts') =>
  highlightLines(lines, path).map(({ indent, markup }) => indent + toText(markup));

describe('highlightLines', () => {
  it('gives words their colours', () => {
    expect(paint(['const a = 1; // one'])).toEqual([
      '<i class="k">const</i> a = <i class="n">1</i>; <i class="c">// one</i>',
    ]);
  });

  it('ends the colour of a comment at each line and begins it again', () => {
    expect(paint(['/* a', '   b */ x'])).toEqual(['<i class="c">/* a</i>', '   <i class="c">b */</i> x']);
  });

  it('knows what is put into a template', () => {
    const hole = `\${b}`;
    expect(paint(['`a', `${hole}c\``])).toEqual(['<i class="s">`a</i>', `${hole}<i class="s">c\`</i>`]);
  });

  it('reads JSX, and escapes what is markup', () => {
    const [line] = paint(['return <a href="x">{b && "<c>"}</a>;'], 'a.tsx');
    expect(line).toContain('&lt;<i class="t">a</i>');
    expect(line).not.toMatch(/<(?!\/?i\b)/);
  });

  it('makes tabs spaces and what is invisible visible', () => {
    expect(paint(['\tx\u202ey'])).toEqual(['  x\\u202ey']);
  });

  it('cuts a line that nobody reads, and is done with it at once', () => {
    const started = performance.now();
    const lines = paint(Array.from({ length: 600 }, () => 'a'.repeat(50_000)));
    expect(performance.now() - started).toBeLessThan(2000);
    expect(lines[0]).toHaveLength(240);
  });

  it('keeps each line and all of its text', () => {
    const line = fc.string({ unit: fc.constantFrom(...'`$/*"\'<>&; \nab=({}'), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (texts) => {
        const lines = texts.map((text) => text.replaceAll('\n', ''));
        const shown = paint(lines, 'a.tsx').map(toPlain);
        expect(shown).toEqual(lines);
      }),
    );
  });
});

/** The text that a browser shows. */
function toPlain(markup: string): string {
  const characters = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" } as const;
  return markup
    .replace(/<\/?i[^>]*>/g, '')
    .replace(/&[^;]*;/g, (entity) => characters[entity as keyof typeof characters] ?? entity);
}
