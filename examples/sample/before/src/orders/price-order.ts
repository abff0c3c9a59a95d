import type { Order } from './order';

const couponDiscounts: Record<string, number> = { WELCOME: 0.1, SUMMER: 0.15 };

export function priceOrder(order: Order): number {
  const goods = order.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const discount = order.coupon ? (couponDiscounts[order.coupon] ?? 0) : 0;
  return roundToCents(goods * (1 - discount) + priceShipping(order));
}

function priceShipping(order: Order): number {
  if (order.express) {
    return 12.5;
  }
  return order.country === 'NL' ? 3.95 : 7.5;
}

function roundToCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
