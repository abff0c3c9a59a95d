import type { Complaint } from './complaint.ts';
import { type KeyPath, valueAt } from './key-path.ts';
import { smellIdOf } from './known-smells.ts';
import type { YamlTree } from './read-yaml.ts';

/** Smells that one `rules` section sets twice, by id and by CodeScene's name: the schema cannot see that. */
export function complainOfDoubledSmells(tree: YamlTree): Complaint[] {
  const overrides = valueAt(tree.data, ['overrides']);
  const ofOverrides = Array.isArray(overrides)
    ? overrides.map((_, index) => ['overrides', index, 'rules'])
    : [];
  return [['rules'], ...ofOverrides].flatMap((path) => complainOfSection(tree, path));
}

function complainOfSection(tree: YamlTree, path: KeyPath): Complaint[] {
  const rules = valueAt(tree.data, path);
  if (typeof rules !== 'object' || rules === null) return [];
  const firstWords = new Map<string, string>();
  return Object.keys(rules).flatMap((word) => {
    const id = smellIdOf(word) ?? word;
    const first = firstWords.get(id);
    if (first === undefined) {
      firstWords.set(id, word);
      return [];
    }
    const { line } = tree.keyPosition([...path, first]);
    const message = `this smell is set already as "${first}" on line ${line}: remove one of them`;
    return [
      { position: tree.keyPosition([...path, word]), path: [...path, word], message, suggestion: null },
    ];
  });
}
