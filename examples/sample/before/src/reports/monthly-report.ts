import type { Order } from '../orders/order';

export function buildMonthlyReport(orders: readonly Order[], month: string): string {
  const rows: string[] = [];
  for (const order of orders) {
    for (const line of order.lines) {
      if (line.quantity > 0) {
        if (order.country === 'NL' || order.country === 'BE' || order.country === 'LU') {
          rows.push(`${month};benelux;${line.sku};${line.quantity}`);
        } else {
          rows.push(`${month};abroad;${line.sku};${line.quantity}`);
        }
      }
    }
  }
  return rows.join('\n');
}
