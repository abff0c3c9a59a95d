import type { FileMetrics, FunctionMetrics } from '../model/metrics.ts';
import type { Severity } from '../model/profile.ts';

/** A limit of a smell: the last allowed value. */
export interface Limit {
  readonly default: number;
  readonly unit: string;
  /** One sentence for the documentation and the JSON Schema. */
  readonly description: string;
}

/** One place where a smell stands, before severity and profile are known. */
export interface Detection {
  /** Index into `FileMetrics.functions`; `null` for the file. */
  readonly function: number | null;
  readonly line: number;
  readonly endLine: number;
  readonly measured: number;
  readonly limit: number;
  readonly message: string;
}

/** The documentation of a smell, written once: `explain`, `docs/smells.md`, SARIF help and the schema are made of it. */
interface SmellDocumentation<L extends Readonly<Record<string, Limit>>> {
  /** Kebab-case, the file's name, stable for ever. */
  readonly id: string;
  /** CodeScene's name in its exact spelling. */
  readonly name: string;
  readonly severity: Severity;
  /** One sentence that names the smell, without advice. */
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  readonly limits: L;
  /** Source text: `bad` has exactly this smell in a file called `path`, `good` has none. */
  readonly examples: {
    readonly bad: string;
    readonly good: string;
    /** `example.ts` where it does not matter. */
    readonly path?: string;
    /** Limits that the examples are written for, where the default ones would take a page. */
    readonly limits?: Partial<LimitValues<L>>;
  };
  /** How it is measured where that may surprise, whose definition it is, and where it is known to be wrong. */
  readonly notes: readonly string[];
  readonly references: readonly string[];
}

export interface Smell extends SmellDocumentation<Readonly<Record<string, Limit>>> {
  readonly level: 'function' | 'file';
  /** Pure: where the smell stands in a file, in source order. */
  readonly detect: (file: FileMetrics, limits: Readonly<Record<string, number>>) => readonly Detection[];
}

type LimitValues<L> = { readonly [K in keyof L]: number };

interface Measured {
  readonly measured: number;
  readonly limit: number;
  /** Where a part of the function, or of the file, is meant and not the whole of it. */
  readonly line?: number;
  readonly endLine?: number;
}

interface FunctionSmellDefinition<L extends Readonly<Record<string, Limit>>> extends SmellDocumentation<L> {
  readonly detect: (fn: FunctionMetrics, limits: LimitValues<L>) => Measured | undefined;
  readonly message: (found: { readonly fn: FunctionMetrics } & Measured) => string;
}

/** Declares a smell that is looked for in each function by itself. */
export function defineFunctionSmell<const L extends Readonly<Record<string, Limit>>>(
  definition: FunctionSmellDefinition<L>,
): Smell {
  const { detect, message, ...documentation } = definition;
  return {
    ...trimExamples(documentation),
    level: 'function',
    detect: (file, limits) => {
      const detections: Detection[] = [];
      for (const [index, fn] of file.functions.entries()) {
        const found = detect(fn, limits as LimitValues<L>);
        if (!found) continue;
        const { measured, limit, line = fn.line, endLine = found.line ?? fn.endLine } = found;
        detections.push({
          function: index,
          line,
          endLine,
          measured,
          limit,
          message: message({ fn, ...found }),
        });
      }
      return detections;
    },
  };
}

/** A place that is found by looking at the whole file: the file itself, a class, a stretch, or one of its functions. */
interface MeasuredInFile extends Measured {
  /** Index into `FileMetrics.functions`; left out where the finding is not on a function. */
  readonly function?: number;
  /** What the message calls it, where it has a name. */
  readonly subject?: string;
}

interface FileSmellDefinition<L extends Readonly<Record<string, Limit>>> extends SmellDocumentation<L> {
  /** In source order. */
  readonly detect: (file: FileMetrics, limits: LimitValues<L>) => readonly MeasuredInFile[];
  readonly message: (found: { readonly file: FileMetrics } & MeasuredInFile) => string;
  /** `function` where each finding is on a function, though it takes the file to find it. */
  readonly level?: Smell['level'];
}

/** Declares a smell that is looked for in the file as a whole. */
export function defineFileSmell<const L extends Readonly<Record<string, Limit>>>(
  definition: FileSmellDefinition<L>,
): Smell {
  const { detect, message, level = 'file', ...documentation } = definition;
  return {
    ...trimExamples(documentation),
    level,
    detect: (file, limits) =>
      detect(file, limits as LimitValues<L>).map((found) => ({
        ...locate(found, file),
        measured: found.measured,
        limit: found.limit,
        message: message({ file, ...found }),
      })),
  };
}

function locate(found: MeasuredInFile, file: FileMetrics): Pick<Detection, 'function' | 'line' | 'endLine'> {
  const fn = found.function === undefined ? undefined : file.functions[found.function];
  const line = found.line ?? fn?.line ?? 1;
  const whole = fn?.endLine ?? Math.max(line, file.lines);
  return { function: found.function ?? null, line, endLine: found.endLine ?? found.line ?? whole };
}

/** Examples are written as templates that begin and end with a line break, which is no part of them. */
function trimExamples<D extends SmellDocumentation<Readonly<Record<string, Limit>>>>(documentation: D): D {
  const { examples } = documentation;
  return {
    ...documentation,
    examples: { ...examples, bad: examples.bad.trim(), good: examples.good.trim() },
  };
}
