import { bodySketchSize } from '../../model/metrics.ts';
import { addToHash, hashSeed, hashText, spreadHash } from './hash.ts';
import type { FunctionScope } from './scope.ts';
import { findToken, type Tokens } from './tokens.ts';

/** Tokens in a run: enough to tell one line from another, few enough to survive an edit nearby. */
const tokensInRun = 4;

/** What a body is recognised by after it has been renamed, moved or edited. */
export interface BodyLikeness {
  readonly hash: string;
  readonly sketch: readonly number[];
}

/**
 * Hashes a function from its parameters to its end, in two ways: as a whole, and as the smallest hashes of all
 * runs of tokens (Broder, "On the resemblance and containment of documents": a bottom-k sketch). The function's
 * own name, as in a recursive call, is left out of both, and so is what formatters add and take away.
 */
export function describeBody(scope: FunctionScope, end: number, tokens: Tokens): BodyLikeness {
  const hashes = selectBody(scope, end, tokens);
  return { hash: hashAll(hashes), sketch: sketchRuns(hashes) };
}

const placeholder = hashText('own name');

function selectBody({ node, name }: FunctionScope, end: number, tokens: Tokens): Int32Array {
  const body = tokens.hashes.subarray(findToken(tokens, node.parameters.pos), findToken(tokens, end));
  const ownName = hashText(name.slice(name.lastIndexOf('.') + 1));
  const kept = new Int32Array(body.length);
  let count = 0;
  for (let index = 0; index < body.length; index++) {
    const hash = body[index] as number;
    if (isLayout(hash, { before: body[index - 1] ?? 0, after: body[index + 1] ?? 0 })) continue;
    kept[count++] = hash === ownName ? placeholder : hash;
  }
  return kept.subarray(0, count);
}

/** A token that formatters add and take away: it says nothing where it stands. */
function isLayout(
  hash: number,
  { before, after }: { readonly before: number; readonly after: number },
): boolean {
  if (hash === semicolon) return true;
  if (hash === comma) return closers.has(after);
  return leaders.has(hash) && openers.has(before);
}

const semicolon = hashText(';');
const comma = hashText(',');
/** What a trailing comma stands before. */
const closers: ReadonlySet<number> = new Set([')', ']', '}', '>'].map(hashText));
/** What a union or intersection of types may begin with. */
const leaders: ReadonlySet<number> = new Set(['|', '&'].map(hashText));
/** What such a beginning stands behind, and an operator between two operands never does. */
const openers: ReadonlySet<number> = new Set(['=', ':', '(', '<', ',', '=>', 'as', 'extends'].map(hashText));

/** Two independent 32-bit hashes side by side: equal by accident in one of 10¹⁹ pairs. */
function hashAll(hashes: Int32Array): string {
  let first = hashSeed;
  let second = ~hashSeed;
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] as number;
    first = addToHash(first, hash);
    second = (Math.imul(second, 31) + hash) | 0;
  }
  return [spreadHash(first), spreadHash(second)].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** The smallest distinct hashes of the runs, ascending. */
function sketchRuns(hashes: Int32Array): readonly number[] {
  const smallest: number[] = [];
  const lastStart = Math.max(0, hashes.length - tokensInRun);
  for (let start = 0; start <= lastStart; start++) keepSmallest(smallest, hashRun(hashes, start));
  return smallest;
}

function hashRun(hashes: Int32Array, start: number): number {
  const end = Math.min(start + tokensInRun, hashes.length);
  let hash = hashSeed;
  for (let index = start; index < end; index++) hash = addToHash(hash, hashes[index] as number);
  return spreadHash(hash);
}

/** Puts a value in its place among the smallest so far, if it is one of them. */
function keepSmallest(smallest: number[], value: number): void {
  let place = smallest.length;
  if (place === bodySketchSize && value >= (smallest[place - 1] as number)) return;
  while (place > 0 && (smallest[place - 1] as number) > value) place -= 1;
  if (smallest[place - 1] === value) return;
  const last = Math.min(smallest.length, bodySketchSize - 1);
  for (let index = last; index > place; index--) smallest[index] = smallest[index - 1] as number;
  smallest[place] = value;
}
