import type { SideKey } from '../model/measured-file.ts';

/** What the result of a side is known by, as one text: equal for equal keys. */
export const nameOf = ({ blob, dialect }: SideKey): string => `${blob} ${dialect}`;
