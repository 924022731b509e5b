/** The bytes of tables between threads, without a copy for each. */

/** A copy that all threads can be given. */
export function inSharedMemory(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/** What is to be moved with a message of these tables: the thread that sends them has them no more. */
export function buffersOf(tables: Iterable<Uint8Array>): ArrayBuffer[] {
  return Array.from(tables, ({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}
