/** A file that lies packed in another, laid on disk where it has to be read from more than one place. */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Its path is good until `use` has come to its end, whichever way. */
export async function* spooled<T>(
  bytes: AsyncIterable<Buffer>,
  use: (path: string) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const folder = await mkdtemp(join(tmpdir(), "claqueta-"));
  try {
    const path = join(folder, "file");
    await pipeline(bytes, createWriteStream(path));
    yield* use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
