import { type KeyObject, sign, verify } from 'node:crypto';
import { sealSize, sha256 } from './pack-format.ts';

/** What shows that a pack is whole, and who wrote it. */
export interface Seal {
  /** Tells packs of one kind from those of others. */
  readonly kind: number;
  /** `null` where packs may be read, but not written. */
  readonly make: ((content: Uint8Array) => Uint8Array) | null;
  /** Whether a seal is that of a content. */
  readonly holds: (content: Uint8Array, seal: Uint8Array) => boolean;
}

const checksumOf = (content: Uint8Array): Buffer => Buffer.concat([sha256(content)], sealSize);

/** Shows damage alone: for a folder that nobody else can write to. */
export const checksum: Seal = {
  kind: 1,
  make: checksumOf,
  holds: (content, seal) => checksumOf(content).equals(seal),
};

/**
 * Ed25519: shows that a pack was written by who has the private key, wherever it lay since.
 * @param privateKey `null` where there is none: nothing is then written
 */
export function signature(publicKey: KeyObject, privateKey: KeyObject | null): Seal {
  return {
    kind: 2,
    make: privateKey && ((content) => sign(null, content, privateKey)),
    holds: (content, seal) => verify(null, content, publicKey, seal),
  };
}
