import type { Connection } from '../model/profile.ts';
import type { Originated, ProfileLayer } from './profile-layer.ts';

/** The presets by name, sorted, with the place of each; the nearest file that has a name gives all of it. */
export function originatedConnections(
  layers: readonly ProfileLayer[],
): readonly (readonly [string, Originated<Connection>])[] {
  const farthestFirst = [...layers].reverse().flatMap(({ connections }) => [...connections]);
  return [...new Map(farthestFirst)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The presets by name. */
export function resolveConnections(layers: readonly ProfileLayer[]): Readonly<Record<string, Connection>> {
  return Object.fromEntries(originatedConnections(layers).map(([name, { value }]) => [name, value]));
}
