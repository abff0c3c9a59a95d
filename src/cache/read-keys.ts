import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type Seal, signature } from './seal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const privateName = 'CODESCENE_PR_CACHE_PRIVATE_KEY';
const publicName = 'CODESCENE_PR_CACHE_PUBLIC_KEY';

/** What the keys of a build come to: the seal of results, and what is wrong with the keys. */
export interface BuildKeys {
  /** `null`: results are neither read nor kept. */
  readonly seal: Seal | null;
  /** Never holds a part of a key. */
  readonly warning: string | null;
}

/**
 * Reads the keys by which a build signs and believes results.
 * @param isPullRequest then nothing is signed: what runs in the build of a pull request decides only about itself
 */
export function readBuildKeys(env: Environment, isPullRequest: boolean): BuildKeys {
  const privateKey = readKey(env[privateName], privateName);
  const publicKey = readKey(env[publicName], publicName);
  if (privateKey === 'broken') return refuse(`${privateName} holds no private Ed25519 key.`);
  if (publicKey === 'broken') return refuse(`${publicName} holds no public Ed25519 key.`);
  if (privateKey && isPullRequest) {
    return refuse(`${privateName} is known to the build of a pull request, which could sign anything by it.`);
  }
  const own = privateKey && createPublicKey(privateKey);
  const believed = own ?? publicKey;
  if (believed === null) return { seal: null, warning: null };
  const belongTogether = believed.equals(publicKey ?? believed);
  if (!belongTogether) return refuse(`${privateName} and ${publicName} do not belong together.`);
  return { seal: signature(believed, privateKey), warning: null };
}

function refuse(warning: string): BuildKeys {
  return { seal: null, warning: `${warning} Results are not cached.` };
}

/** DER in base64, with or without the lines that PEM puts around it. */
function readKey(value: string | undefined, name: string): KeyObject | null | 'broken' {
  const text = (value ?? '').replace(/-----[^-]*-----/g, '').replace(/\s/g, '');
  if (text === '') return null;
  try {
    const key = Buffer.from(text, 'base64');
    const read =
      name === privateName
        ? createPrivateKey({ key, format: 'der', type: 'pkcs8' })
        : createPublicKey({ key, format: 'der', type: 'spki' });
    return read.asymmetricKeyType === 'ed25519' ? read : 'broken';
  } catch {
    return 'broken';
  }
}
