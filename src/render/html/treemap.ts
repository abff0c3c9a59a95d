/** A rectangle of the map. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Fills a box with rectangles whose areas are as the weights are, each as close to a square as can be (the squarified
 * layout of Bruls, Huizing and van Wijk). The weights are positive, and the largest comes first.
 * @returns a rectangle for each weight, in their order
 */
export function layOutSquares(weights: readonly number[], box: Box): readonly Box[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0 || box.width <= 0 || box.height <= 0)
    return weights.map(() => ({ ...box, width: 0, height: 0 }));
  const areas = weights.map((weight) => (weight / total) * box.width * box.height);
  const boxes: Box[] = [];
  let rest = box;
  let start = 0;
  while (start < areas.length) {
    const side = Math.min(rest.width, rest.height);
    const end = findRowEnd(areas, start, side);
    const row = areas.slice(start, end);
    const { placed, left } = placeRow(row, rest);
    boxes.push(...placed);
    rest = left;
    start = end;
  }
  return boxes;
}

/** A row takes areas as long as its worst rectangle gets no thinner. */
function findRowEnd(areas: readonly number[], start: number, side: number): number {
  const largest = areas[start] ?? 0;
  let sum = largest;
  let worst = worstRatio(sum, largest, largest, side);
  let end = start + 1;
  for (; end < areas.length; end += 1) {
    const area = areas[end] ?? 0;
    const ratio = worstRatio(sum + area, largest, area, side);
    if (ratio > worst) break;
    sum += area;
    worst = ratio;
  }
  return end;
}

function worstRatio(sum: number, largest: number, least: number, side: number): number {
  const square = side * side;
  return Math.max((square * largest) / (sum * sum), (sum * sum) / (square * least));
}

/** Lays a row along the shorter side of what is left. */
function placeRow(row: readonly number[], box: Box): { readonly placed: readonly Box[]; readonly left: Box } {
  const sum = row.reduce((total, area) => total + area, 0);
  const isUpright = box.width >= box.height;
  const thickness = Math.min(sum / (isUpright ? box.height : box.width), isUpright ? box.width : box.height);
  let offset = 0;
  const placed = row.map((area): Box => {
    const length = thickness === 0 ? 0 : area / thickness;
    const at = offset;
    offset += length;
    return isUpright
      ? { x: box.x, y: box.y + at, width: thickness, height: length }
      : { x: box.x + at, y: box.y, width: length, height: thickness };
  });
  const left = isUpright
    ? { ...box, x: box.x + thickness, width: box.width - thickness }
    : { ...box, y: box.y + thickness, height: box.height - thickness };
  return { placed, left };
}
