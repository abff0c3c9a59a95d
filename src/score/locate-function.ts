import type { FileMetrics, FunctionMetrics } from '../model/metrics.ts';

/** What a finding says about its place. */
interface Place {
  readonly function: string | null;
  readonly line: number;
}

type Functions = FileMetrics['functions'];

/** A generated file has many thousands of findings and functions: those of one name are looked up once. */
const indexesByName = new WeakMap<Functions, ReadonlyMap<string, readonly number[]>>();

/**
 * The function that a finding stands in, as an index into `FileMetrics.functions`: among functions of the same
 * name the one around the finding's line. `null` for a finding on the file, and for a name that the file lacks.
 */
export function locateFunction({ functions }: Pick<FileMetrics, 'functions'>, place: Place): number | null {
  if (place.function === null) return null;
  const namesakes = namesakesOf(functions, place.function);
  const around = namesakes.find((index) => surrounds(functions[index], place.line));
  return around ?? namesakes[0] ?? null;
}

/** Whether a finding can cost something: not where it stands in a function that the score does not count. */
export function isCounted(file: Pick<FileMetrics, 'functions'>, finding: Place): boolean {
  return file.functions[locateFunction(file, finding) ?? -1]?.counted ?? true;
}

function namesakesOf(functions: Functions, name: string): readonly number[] {
  const indexes = indexesByName.get(functions) ?? indexNames(functions);
  indexesByName.set(functions, indexes);
  return indexes.get(name) ?? [];
}

function indexNames(functions: Functions): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, number[]>();
  for (const [index, { name }] of functions.entries()) {
    const namesakes = indexes.get(name);
    if (namesakes) namesakes.push(index);
    else indexes.set(name, [index]);
  }
  return indexes;
}

function surrounds(candidate: FunctionMetrics | undefined, line: number): boolean {
  return candidate !== undefined && candidate.line <= line && line <= candidate.endLine;
}
