/** Arrays that threads can be given without a copy: all films' features are large, and nobody changes them. */

export function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
}

export function sharedIntegers(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

export function sharedShorts(length: number): Int16Array {
  return new Int16Array(new SharedArrayBuffer(length * Int16Array.BYTES_PER_ELEMENT));
}

export function sharedUnsignedShorts(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
}

export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}
