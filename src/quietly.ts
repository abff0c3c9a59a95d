/** A promise that may fail before it is awaited: until then nobody is told. */
export function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
