const testFolder = /(^|\/)(__tests__|tests?|specs?|e2e|cypress)\//i;
const testFile = /[._-](test|spec|e2e|cy)\.[cm]?[jt]sx?$/i;

/** Whether a path is that of a test, by the names that test runners look for. */
export function isTestPath(path: string): boolean {
  return testFolder.test(path) || testFile.test(path);
}
