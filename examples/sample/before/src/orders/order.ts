export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

export interface Order {
  readonly lines: readonly OrderLine[];
  readonly country: string;
  readonly coupon?: string;
  readonly express?: boolean;
  readonly gift?: boolean;
}
