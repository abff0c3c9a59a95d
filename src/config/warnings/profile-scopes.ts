import type { Override, ProfileLayer, Scope } from '../profile-layer.ts';
import { codesceneFilesName, codesceneGatesPath, codesceneRulesPath } from '../profile-path.ts';

type Layers = readonly ProfileLayer[];

/** A place of a profile that gives rules and gates, and what else holds where it does. */
export interface PlacedScope {
  readonly scope: Scope;
  /** In front of the keys of the scope: empty, or `overrides[1].`. */
  readonly prefix: string;
  /** The scope among those that hold wherever it does, nearest first. */
  readonly holding: readonly Scope[];
}

/** An override with its place in the file. */
export interface PlacedOverride {
  readonly override: Override;
  /** `overrides[1]`, counted in its own file. */
  readonly key: string;
}

/** What a built-in profile says is meant, and cannot be mended by the reader. */
export function isBuiltIn({ source }: Pick<ProfileLayer, 'source'>): boolean {
  return source.startsWith('built-in: ');
}

/**
 * Whether there is nothing to warn of in a layer, or at a place: built-in profiles are meant as they are, and so are
 * CodeScene's own files, which know no goals and state what a profile would leave out.
 */
export function isNoProfileFile({ source }: Pick<ProfileLayer, 'source'>): boolean {
  return (
    isBuiltIn({ source }) || [codesceneFilesName, codesceneRulesPath, codesceneGatesPath].includes(source)
  );
}

/** Every override in the order in which they apply. */
export function placeOverrides(layers: Layers): readonly PlacedOverride[] {
  return layers
    .filter((layer) => !isNoProfileFile(layer))
    .flatMap(({ overrides }) =>
      overrides.map((override, index) => ({ override, key: `overrides[${index}]` })),
    );
}

/** Whether an earlier list of patterns matches whatever a later one does, as far as their wording shows. */
export function covers(earlier: readonly string[], later: readonly string[]): boolean {
  return earlier.includes('**') || later.every((pattern) => earlier.includes(pattern));
}

/** Every scope that a reader wrote. Overrides of equal files hold wherever the later one does. */
export function placeScopes(layers: Layers): readonly PlacedScope[] {
  const overrides = placeOverrides(layers);
  const general = layers.flatMap((layer, index) =>
    isNoProfileFile(layer) ? [] : [{ scope: layer, prefix: '', holding: layers.slice(index) }],
  );
  const special = overrides.map(({ override, key }, index) => {
    const earlier = overrides
      .slice(0, index)
      .map((each) => each.override)
      .filter(({ files }) => covers(files.value, override.files.value));
    return { scope: override, prefix: `${key}.`, holding: [...earlier, override, ...layers] };
  });
  return [...general, ...special];
}
