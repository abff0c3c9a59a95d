/**
 * The dependency rule, as data: what lives in each folder of `src`, and what it may import. It is held by
 * `test/architecture.test.ts`, and `docs/architecture.md` shows it. A new folder or package is entered here and there.
 */

/** A layer of `src`. It may import itself, and the layers that stand before it here. */
export const layers = ['types', 'core', 'shell', 'wiring'] as const;
export type Layer = (typeof layers)[number];

export interface FolderRule {
  readonly layer: Layer;
  /** What lives in it. */
  readonly holds: string;
  /** Folders of the shell that a folder of the shell may ask; it knows no other one. */
  readonly asks?: readonly string[];
  /** Packages that are imported here, and in no other folder that does not name them. */
  readonly packages?: readonly string[];
}

/** By folder. */
export const folderRules: Readonly<Record<string, FolderRule>> = {
  model: { layer: 'types', holds: 'types of the data that flows' },
  text: {
    layer: 'core',
    holds: 'text from outside, made safe to show, and compared with valid words',
    packages: ['fastest-levenshtein'],
  },
  shape: { layer: 'core', holds: 'what data of our own has to look like when it comes back from a file' },
  languages: {
    layer: 'core',
    holds: 'source text → metrics; `typescript/` holds the compiler and nothing else does',
    packages: ['ts-morph'],
  },
  smells: { layer: 'core', holds: 'one file a smell: limits, documentation, examples, detection on metrics' },
  score: { layer: 'core', holds: 'findings → penalty points → score' },
  delta: { layer: 'core', holds: 'two sides of a file → what the change did' },
  suppression: {
    layer: 'core',
    holds: 'comments that suppress → which findings of either side they take out',
  },
  gate: { layer: 'core', holds: 'one file a gate: what the change did → conditions' },
  history: { layer: 'core', holds: 'a year of commits → hotspots, expected changes, review level' },
  coverage: {
    layer: 'core',
    holds: 'coverage files → which new and changed lines are covered',
    packages: ['@friedemannsommer/lcov-parser', 'sax'],
  },
  doctor: { layer: 'core', holds: 'what is known of a place → can `check` do its job there, and what to do' },
  report: { layer: 'core', holds: 'joins what was measured into the report' },
  render: {
    layer: 'core',
    holds: 'the reports of `check` and `review` → text, one renderer a format',
    packages: ['chalk', 'highlight.js', 'sarif'],
  },
  context: {
    layer: 'shell',
    holds: 'environment and git → what is compared with what',
    asks: ['git'],
  },
  git: {
    layer: 'shell',
    holds: 'one file a question to git, one hardened runner',
    packages: ['execa', 'signal-exit'],
  },
  config: {
    layer: 'shell',
    holds:
      'the files that a team keeps: the quality profile (read, validate, resolve), the profile to begin with, and in `pipelines/` the step in `bitbucket-pipelines.yml`',
    packages: ['picomatch', 'yaml', 'zod'],
  },
  cache: { layer: 'shell', holds: "what earlier runs measured: sealed files in a folder of the user's" },
  measurement: { layer: 'shell', holds: 'which sides are read, in which order' },
  publish: { layer: 'shell', holds: 'report → Bitbucket, one folder a platform', packages: ['got'] },
  result: {
    layer: 'shell',
    holds: 'the schemas of the result files of `check` and `review`, and of the parts of one',
    packages: ['zod'],
  },
  pipeline: {
    layer: 'wiring',
    holds:
      'the steps of the pipelines, each joining git with the rest: profile, sides, paths, results of earlier steps, the place itself',
  },
  cli: { layer: 'wiring', holds: 'commander; one file a command', packages: ['commander', 'signal-exit'] },
};

/** Files on top of `src`: the pipelines wire; the others are small and known to all, but for the core. */
export const topFiles: Readonly<Record<string, 'wiring' | 'known to all'>> = {
  'check-pull-request.ts': 'wiring',
  'review-repository.ts': 'wiring',
  'explain-place.ts': 'wiring',
  'index.ts': 'wiring',
  'errors.ts': 'known to all',
  'quietly.ts': 'known to all',
  'version.ts': 'known to all',
  'text-files.d.ts': 'known to all',
};

/** Only these import the pipelines and the command line: the rest of the wiring does not know who calls it. */
export const mayImportPipelines = ['cli', 'index.ts'];
