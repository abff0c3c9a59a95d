export interface Customer {
  readonly name: string;
  readonly orders: number;
  readonly since: Date;
}

export type LoyaltyLevel = 'bronze' | 'silver' | 'gold';

export function findLoyaltyLevel(customer: Customer): LoyaltyLevel {
  if (customer.orders >= 50) {
    return 'gold';
  }
  return customer.orders >= 10 ? 'silver' : 'bronze';
}
