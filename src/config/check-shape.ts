import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import { adviceFor } from './advice-for.ts';
import { complainOfUnknownKey } from './complain-of-unknown-key.ts';
import type { Complaint } from './complaint.ts';
import { describeKind, describeValue } from './describe-value.ts';
import { type KeyPath, valueAt } from './key-path.ts';
import { knownKeys } from './known-keys.ts';
import { profileSchema } from './profile-schema.ts';
import type { YamlTree } from './read-yaml.ts';
import { suggestValue } from './suggest-value.ts';

type Issue = z.core.$ZodIssue;

/** `input` is `null` where there are complaints. */
type CheckedShape<T> = { readonly input: T | null; readonly complaints: readonly Complaint[] };

/** Holds the data of a file against the schema of a profile, or another one whose maps take unknown keys. */
export function checkShape<T>(tree: YamlTree, schema: z.ZodMiniType<T>): CheckedShape<T> {
  const result = safeParse(schema, tree.data);
  if (result.success) return { input: result.data, complaints: [] };
  return { input: null, complaints: result.error.issues.flatMap((issue) => complaintsOf(tree, issue, [])) };
}

function complaintsOf(tree: YamlTree, issue: Issue, parent: KeyPath): Complaint[] {
  const path: KeyPath = [...parent, ...(issue.path as KeyPath)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => complainOfUnknownKey(tree, path, key));
  }
  if (issue.code === 'invalid_key') return [complainOfName(tree, path, issue)];
  const branch = issue.code === 'invalid_union' ? intendedBranch(issue.errors) : undefined;
  if (branch) return branch.flatMap((nested) => complaintsOf(tree, nested, path));
  return [complainOfValue(tree, path, issue), ...complaintsBeside(tree, path, issue)];
}

/** Unknown keys beside a `type` that decides which keys are allowed and is wrong itself. */
function complaintsBeside(tree: YamlTree, path: KeyPath, issue: Issue): Complaint[] {
  if (!('discriminator' in issue)) return [];
  const parent = path.slice(0, -1);
  const known = knownKeys(profileSchema, parent);
  const unknown = Object.keys(valueAt(tree.data, parent) ?? {}).filter((key) => !known.includes(key));
  return unknown.map((key) => complainOfUnknownKey(tree, parent, key));
}

/** The alternative whose kind the value has, so that what is wrong inside it can be said; else `undefined`. */
function intendedBranch(branches: readonly Issue[][]): readonly Issue[] | undefined {
  const wordsExpected = branches.some((issues) => issues.some(isRejectedWord));
  const rejections = wordsExpected ? [...kindRejections, 'invalid_format'] : kindRejections;
  return branches.find(
    (issues) => !issues.some(({ code, path }) => path.length === 0 && rejections.includes(code)),
  );
}

const kindRejections: readonly string[] = ['invalid_type', 'invalid_value'];

function isRejectedWord({ code, path }: Issue): boolean {
  return path.length === 0 && code === 'invalid_value';
}

function complainOfName(tree: YamlTree, path: KeyPath, issue: z.core.$ZodIssueInvalidKey): Complaint {
  const phrase = issue.issues[0]?.message ?? 'another name';
  return { position: tree.keyPosition(path), path, message: `expected ${phrase}`, suggestion: null };
}

function complainOfValue(tree: YamlTree, path: KeyPath, issue: Issue): Complaint {
  const value = valueAt(tree.data, path);
  const position = tree.valuePosition(path);
  const suggestion = suggestValue(value, path, wordsOf(issue));
  if (value === undefined) {
    return { position, path, message: `missing, expected ${issue.message}`, suggestion };
  }
  const got = path[0] === 'connections' ? describeKind(value) : describeValue(value);
  const expected = { expectsNumber: expects(issue, 'number'), expectsText: expects(issue, 'string') };
  const message = `expected ${issue.message}, got ${got}${suggestion === null ? adviceFor({ value, path, ...expected }) : ''}`;
  return { position, path, message, suggestion };
}

/** The words that would have been valid. */
function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.filter((word) => typeof word === 'string');
  if (issue.code !== 'invalid_union') return [];
  const options = 'options' in issue ? issue.options : [];
  const words = (options ?? []).filter((word) => typeof word === 'string');
  return [...words, ...issue.errors.flat().filter(isRejectedWord).flatMap(wordsOf)];
}

function expects(issue: Issue, type: 'number' | 'string'): boolean {
  if (issue.code === 'invalid_type') return issue.expected === type;
  return issue.code === 'invalid_value' && issue.values.some((word) => typeof word === type);
}
