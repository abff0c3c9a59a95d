import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareFolder } from '../../src/cache/own-files.ts';
import { checksum, type Seal, signature } from '../../src/cache/seal.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import {
  all,
  first,
  keep,
  limits,
  namesIn,
  nothing,
  onlyFileIn,
  recallAll,
  second,
  sides,
} from './kept-results.ts';

describe('a signed cache', () => {
  const own = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const signing = signature(own.publicKey, own.privateKey);
  const reading = signature(own.publicKey, null);

  it('is believed by who has the public key, and not written by him', async () => {
    const folder = temporaryFolder();
    keep(folder, [first], { seal: signing });
    keep(folder, [second], { seal: reading });
    expect(await recallAll(folder, { seal: reading })).toEqual([first.result, ...nothing.slice(1)]);
    expect(namesIn(folder)).toHaveLength(1);
  });

  it.each<{ what: string; seal: Seal }>([
    { what: 'only whole', seal: checksum },
    { what: 'signed by another key', seal: signature(other.publicKey, other.privateKey) },
    { what: 'only said to be signed', seal: { ...checksum, kind: signing.kind } },
  ])('believes nothing that is $what', async ({ seal }) => {
    const folder = temporaryFolder();
    keep(folder, sides, { seal });
    expect(await recallAll(folder, { seal })).toEqual(all);
    expect(await recallAll(folder, { seal: reading })).toEqual(nothing);
    keep(folder, [first], { seal: signing, limits: { ...limits, maxSmallPacks: 1 } });
    expect(await recallAll(folder, { seal: reading })).toEqual([first.result, ...nothing.slice(1)]);
  });
});

describe.skipIf(process.platform === 'win32')('what others may have written', () => {
  it.skipIf(process.getuid?.() !== 0)('is not used where another user owns it', async () => {
    const folder = temporaryFolder();
    keep(folder, sides);
    chownSync(onlyFileIn(folder), 12_345, 12_345);
    expect(await recallAll(folder)).toEqual(nothing);
    chownSync(folder, 12_345, 12_345);
    expect(() => prepareFolder(folder)).toThrow('belongs to another user');
  });

  it('is not used where others may write', async () => {
    const folder = temporaryFolder();
    keep(folder, sides);
    chmodSync(onlyFileIn(folder), 0o620);
    expect(await recallAll(folder)).toEqual(nothing);
    chmodSync(folder, 0o702);
    expect(() => prepareFolder(folder)).toThrow('can be written to by others');
  });

  it('is not followed where a link leads elsewhere', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    keep(elsewhere, sides);
    symlinkSync(onlyFileIn(elsewhere), path.join(folder, 'results-linked.pack'));
    expect(await recallAll(folder)).toEqual(nothing);
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(elsewhere, link);
    expect(() => prepareFolder(link)).toThrow('is no folder');
  });

  it('is no file', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'results-folder.pack'));
    execFileSync('mkfifo', [path.join(folder, 'results-pipe.pack')]);
    expect(await recallAll(folder)).toEqual(nothing);
  });
});
