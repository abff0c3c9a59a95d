/** A healthy function. */
export const healthy = (name = 'add') => `export function ${name}(a: number, b: number): number {
  return a + b;
}
`;

/** A function of the given cyclomatic complexity, made of unnested conditions. */
export const complex = (complexity: number, name = 'decide') => {
  const conditions = Array.from({ length: complexity - 1 }, (_, at) => `  if (n === ${at}) return ${at};`);
  return `export function ${name}(n: number): number {\n${conditions.join('\n')}\n  return -1;\n}\n`;
};

/** A function that nests control blocks to the given depth. */
export const nested = (depth: number, name = 'dig') => {
  const open = Array.from({ length: depth }, (_, at) => `${'  '.repeat(at + 1)}if (n > ${at}) {`);
  const close = Array.from({ length: depth }, (_, at) => `${'  '.repeat(depth - at)}}`);
  return `export function ${name}(n: number): number {\n${open.join('\n')}\n${'  '.repeat(depth + 1)}return n;\n${close.join('\n')}\n  return 0;\n}\n`;
};
