export interface Parcel {
  readonly weight: number;
  readonly country: string;
}

const zones: Record<string, number> = { NL: 1, BE: 1, DE: 2, FR: 2 };

export function findZone(country: string): number {
  return zones[country] ?? 3;
}

export function rateParcel(parcel: Parcel): number {
  const zone = findZone(parcel.country);
  const steps = Math.ceil(parcel.weight / 5);
  return 3.95 + zone * steps * 1.25;
}
