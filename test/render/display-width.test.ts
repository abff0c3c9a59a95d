import { describe, expect, it } from 'vitest';
import { displayWidth, padText, wrapText } from '../../src/render/display-width.ts';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['order.ts', 8],
    ['größe', 5],
    ['gro\u0308ße', 5],
    ['数据', 4],
    ['한글', 4],
    ['🙂', 2],
    ['✗ → …', 5],
  ])('of %j is %i', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('padText', () => {
  it('fills up to so many columns and cuts nothing', () => {
    expect(padText('数', 4)).toBe('数  ');
    expect(padText('order', 3)).toBe('order');
  });
});

describe('wrapText', () => {
  it('breaks at spaces', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapText('one two', 7)).toEqual(['one two']);
    expect(wrapText('', 10)).toEqual(['']);
  });

  it('keeps a long word whole', () => {
    expect(wrapText('see src/a/very/long/path.ts:12 there', 10)).toEqual([
      'see',
      'src/a/very/long/path.ts:12',
      'there',
    ]);
  });
});
