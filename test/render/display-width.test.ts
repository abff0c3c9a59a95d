import { describe, expect, it } from 'vitest';
import { cutToWidth, displayWidth, padText, wrapText } from '../../src/render/display-width.ts';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['order.ts', 8],
    ['größe', 5],
    ['gro\u0308ße', 5],
    ['数据', 4],
    ['한글', 4],
    ['🙂', 2],
    ['✅⭐⚡', 6],
    ['☀', 1],
    ['🇳🇱', 2],
    ['\u1112\u1161\u11ab', 2],
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

  it('breaks a long word that is no path', () => {
    expect(wrapText('a function数数数数 here', 10)).toEqual(['a', 'function数', '数数数', 'here']);
  });

  it('keeps a long path whole', () => {
    expect(wrapText('see src/a/very/long/path.ts:12 there', 10)).toEqual([
      'see',
      'src/a/very/long/path.ts:12',
      'there',
    ]);
  });
});

describe('cutToWidth', () => {
  it.each([
    ['order', 5, 'order'],
    ['orders', 5, 'orde…'],
    ['数据数据', 7, '数据数…'],
    ['数据数据', 6, '数据…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['order', 0, '…'],
  ])('makes %j, cut to %i columns, %j', (text, columns, expected) => {
    expect(cutToWidth(text, columns, '…')).toBe(expected);
  });
});
