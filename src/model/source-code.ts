/** Which side of a change a path and a line belong to. */
export type Side = 'old' | 'new';

/**
 * Source code for readers of a report: all lines of a file on one side, without their line breaks, the first at
 * index 0. `null` where they are not at hand.
 */
export type SourceCode = (path: string, side: Side) => readonly string[] | null;
