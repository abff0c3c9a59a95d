import type { Order, OrderLine } from './order';

type Draft = { lines: OrderLine[]; country: string; coupon?: string };
type RowReader = (draft: Draft, cells: readonly string[]) => void;

const rowReaders: Record<string, RowReader> = {
  line: readLine,
  country: (draft, cells) => {
    draft.country = cells[1] || draft.country;
  },
  coupon: (draft, cells) => {
    draft.coupon = cells[1] ?? '';
  },
};

export function parseOrder(text: string): Order {
  const draft: Draft = { lines: [], country: 'NL' };
  for (const row of text.split('\n').filter((candidate) => candidate !== '')) {
    const cells = row.split(';');
    const read = rowReaders[cells[0] ?? ''];
    if (!read) {
      throw new Error(`unknown row: ${row}`);
    }
    read(draft, cells);
  }
  return draft;
}

function readLine(draft: Draft, cells: readonly string[]): void {
  if (cells.length !== 4) {
    throw new Error(`a line needs four cells: ${cells.join(';')}`);
  }
  const line = { sku: cells[1] ?? '', quantity: Number(cells[2]), unitPrice: Number(cells[3]) };
  if (isSellable(line)) {
    draft.lines.push(line);
  }
}

function isSellable(line: OrderLine): boolean {
  return line.sku !== '' && line.quantity > 0 && line.unitPrice >= 0;
}
