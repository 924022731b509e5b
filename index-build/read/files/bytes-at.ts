/** A stretch of an open file. */
import type { FileHandle } from "node:fs/promises";

/** @returns fewer bytes than `length` where the file ends before */
export async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
