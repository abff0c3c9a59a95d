/** A profile with one thing wrong in it, and the problem that must be reported. */
export interface BrokenProfile {
  readonly given: string;
  readonly text: string;
  /** 1-based line and column. */
  readonly at: readonly [number, number];
  readonly key: string;
  readonly message: string;
  readonly suggestion: string | null;
  /** Whether the text is YAML: only then can a JSON Schema be held against it. */
  readonly isYaml: boolean;
}

/** Makes such a profile; where the problem says nothing else, its first key is unknown. */
export function broken(
  given: string,
  text: string,
  problem: Partial<Omit<BrokenProfile, 'given' | 'text'>>,
): BrokenProfile {
  return {
    given,
    text,
    at: [1, 1],
    key: '',
    message: 'unknown key',
    suggestion: null,
    isYaml: true,
    ...problem,
  };
}
