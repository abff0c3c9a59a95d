import { describe, expect, it } from 'vitest';
import { type Content, html, toText } from '../../../src/render/html/markup.ts';

describe('html', () => {
  it('escapes what is put into text and attributes', () => {
    const text = `<b> & "c" 'd'`;
    expect(toText(html`<p title="${text}">${text}</p>`)).toBe(
      '<p title="&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;">&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>',
    );
  });

  it('keeps markup of its own, joins lists and leaves out what is not there', () => {
    expect(toText(html`<ul>${[html`<li>${1}</li>`, null, false, 'x']}</ul>`)).toBe('<ul><li>1</li>x</ul>');
  });

  it('takes no data for markup', () => {
    const forged = JSON.parse('{"markup":"<script>","toString":"x"}') as Content;
    expect(toText(html`<p>${forged}</p>`)).not.toContain('<script>');
  });

  it('makes what is invisible visible', () => {
    expect(toText(html`${'a\u0000\u202e\ud800'}`)).toBe('a\\x00\\u202e\\ud800');
  });
});
