import type { Order, OrderLine } from './order';

export function parseOrder(text: string): Order {
  const lines: OrderLine[] = [];
  let country = 'NL';
  let coupon: string | undefined;
  for (const row of text.split('\n')) {
    const cells = row.split(';');
    if (cells[0] === 'line') {
      if (cells.length === 4) {
        const quantity = Number(cells[2]);
        const unitPrice = Number(cells[3]);
        if (quantity > 0 && unitPrice >= 0 && cells[1] !== '') {
          if (!lines.some((line) => line.sku === cells[1])) {
            lines.push({ sku: cells[1] ?? '', quantity, unitPrice });
          }
        }
      } else {
        throw new Error(`a line needs four cells: ${row}`);
      }
    } else if (cells[0] === 'country') {
      if (cells[1]) {
        country = cells[1];
      }
    } else if (cells[0] === 'coupon') {
      coupon = cells[1];
    } else if (row !== '') {
      throw new Error(`unknown row: ${row}`);
    }
  }
  return coupon ? { lines, country, coupon } : { lines, country };
}
