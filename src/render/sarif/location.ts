import type { ArtifactLocation, Location, LogicalLocation, Region } from 'sarif';
import { escapeText } from '../../text/escape-text.ts';
import { toMessage } from './message.ts';

/** What every address is relative to: the root of the repository, wherever the reader has it. */
export const rootId = 'SRCROOT';

/** A place in a file of the repository. */
export interface Place {
  readonly path: string;
  /** `false` where the path is a readable form of one that is no UTF-8: no address can be made of it. */
  readonly isExact: boolean;
  /** 1-based, inclusive; `null` for the file. */
  readonly line: number | null;
  readonly endLine?: number;
  readonly function?: string | null;
}

/** A place as SARIF has it. Where the path cannot be an address it is said in words: never a wrong one. */
export function toLocation(place: Place): Location {
  const logical: readonly LogicalLocation[] =
    typeof place.function === 'string'
      ? [{ fullyQualifiedName: escapeText(place.function), kind: 'function' }]
      : [];
  const artifactLocation = toArtifactLocation(place);
  return {
    ...(artifactLocation === null
      ? { message: toMessage(`In ${place.path}, whose path cannot be written as an address`) }
      : { physicalLocation: { artifactLocation, ...toRegion(place) } }),
    ...(logical.length === 0 ? {} : { logicalLocations: [...logical] }),
  };
}

/** The address of a file; `null` where its path cannot be written as one. */
export function toArtifactLocation({
  path,
  isExact,
}: Pick<Place, 'path' | 'isExact'>): ArtifactLocation | null {
  return isExact && isRelative(path) ? { uri: encodeUri(path), uriBaseId: rootId } : null;
}

/** Whether a path can neither leave the repository nor be read as anything but a path, and is well-formed text. */
function isRelative(path: string): boolean {
  return !/\p{Surrogate}/u.test(path) && path.split('/').every((part) => !['', '.', '..'].includes(part));
}

/** RFC 3986: every segment percent-encoded, so that none looks like a scheme, a query or a fragment. */
function encodeUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function toRegion({ line, endLine }: Place): { readonly region?: Region } {
  if (line === null) return {};
  return {
    region: { startLine: line, ...(endLine === undefined ? {} : { endLine: Math.max(line, endLine) }) },
  };
}
