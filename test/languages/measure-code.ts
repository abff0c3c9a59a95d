import { measureFile } from '../../src/languages/typescript/measure-file.ts';
import type { FileMetrics, FunctionMetrics } from '../../src/model/metrics.ts';

/** The metrics of a source text that can be measured. */
export function measureCode(code: string, path = 'example.ts'): FileMetrics {
  const measurement = measureFile(path, code);
  if (!measurement.measured) throw new Error(measurement.unmeasurable.reason);
  return measurement.metrics;
}

/** The metrics of the first function, or of the one with the name. */
export function measureFunctionIn(code: string, name?: string, path?: string): FunctionMetrics {
  const { functions } = measureCode(code, path);
  const found = name === undefined ? functions[0] : functions.find((fn) => fn.name === name);
  if (!found) throw new Error(`no function ${name ?? ''} among ${functions.map((fn) => fn.name).join(', ')}`);
  return found;
}

/** The metrics of a function with the given body. */
export function measureBody(body: string, path?: string): FunctionMetrics {
  return measureFunctionIn(`async function* example() {\n${body}\n}`, undefined, path);
}

/** Names of the functions of a file, in source order. */
export function namesIn(code: string, path?: string): readonly string[] {
  return measureCode(code, path).functions.map(({ name }) => name);
}

/** A template literal with the expression as its only content. */
export function template(expression: string): string {
  return ['`$', `{${expression}}`, '`'].join('');
}
