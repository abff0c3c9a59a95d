/** A limit's name in a profile file: `maxCyclomaticComplexity` is written `max-cyclomatic-complexity`. */
export function limitKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
