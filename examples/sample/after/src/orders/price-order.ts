import type { Order } from './order';

const couponDiscounts: Record<string, number> = { WELCOME: 0.1, SUMMER: 0.15 };

export function priceOrder(order: Order, customerSince?: Date): number {
  let total = 0;
  for (const line of order.lines) {
    if (line.quantity >= 10) {
      if (line.sku.startsWith('BULK-')) {
        total += line.quantity * line.unitPrice * 0.8;
      } else {
        total += line.quantity * line.unitPrice * 0.9;
      }
    } else {
      total += line.quantity * line.unitPrice;
    }
  }
  if (order.coupon) {
    if (couponDiscounts[order.coupon]) {
      total *= 1 - (couponDiscounts[order.coupon] ?? 0);
    } else if (order.coupon.startsWith('STAFF-')) {
      total *= 0.7;
    }
  }
  if (customerSince && customerSince.getFullYear() < 2020 && total > 50) {
    if (!order.express) {
      total -= 5;
    }
  }
  if (order.gift) {
    total += 2.5;
  }
  return roundToCents(total + priceShipping(order));
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
