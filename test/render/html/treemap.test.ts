import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, layOutSquares } from '../../../src/render/html/treemap.ts';

const box: Box = { x: 10, y: 20, width: 600, height: 400 };
const areaOf = ({ width, height }: Box) => width * height;

describe('layOutSquares', () => {
  it('lays out the example of the paper', () => {
    const boxes = layOutSquares([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
    expect(boxes.slice(0, 2)).toEqual([
      { x: 0, y: 0, width: 3, height: 2 },
      { x: 0, y: 2, width: 3, height: 2 },
    ]);
    expect(boxes[2]?.height).toBeCloseTo(7 / 3);
  });

  it('gives each weight its share of the area, inside of the box and beside the others', () => {
    const weights = fc
      .array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 40 })
      .map((list) => list.sort((a, b) => b - a));
    fc.assert(
      fc.property(weights, (list) => {
        const boxes = layOutSquares(list, box);
        const total = list.reduce((sum, weight) => sum + weight, 0);
        for (const [index, each] of boxes.entries()) {
          expect(areaOf(each)).toBeCloseTo(((list[index] ?? 0) / total) * areaOf(box), 4);
          expect(each.x).toBeGreaterThanOrEqual(box.x - 1e-6);
          expect(each.y).toBeGreaterThanOrEqual(box.y - 1e-6);
          expect(each.x + each.width).toBeLessThanOrEqual(box.x + box.width + 1e-6);
          expect(each.y + each.height).toBeLessThanOrEqual(box.y + box.height + 1e-6);
          for (const other of boxes.slice(index + 1)) expect(overlap(each, other)).toBeLessThan(1e-3);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has no area to give where the box has none', () => {
    expect(layOutSquares([2, 1], { ...box, width: 0 }).map(areaOf)).toEqual([0, 0]);
  });
});

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
