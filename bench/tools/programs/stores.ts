/**
 * `BENCH_STORE=both`: the same load with a store and with none that can be reached, in turns and twice each, so that what the
 * store costs answers of films is seen beside what the machine does by itself.
 */
import { withTemporaryFolder } from "../data/bench-data.js";

interface MeasuredStore {
  /** Behind the name of what is measured. */
  readonly label: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Where nothing can be made: every call that needs the store is refused. */
const NOWHERE = "/dev/null/x";

export async function withStores(use: (stores: readonly MeasuredStore[]) => Promise<void>): Promise<void> {
  if (!comparesStores()) return use([{ label: "", env: {} }]);
  await withTemporaryFolder(async (folder) => {
    const stored = { label: ", with a store", env: { STORE_DIR: folder } };
    const away = { label: ", store away", env: { STORE_DIR: NOWHERE } };
    await use([stored, away, stored, away]);
  });
}

/** Whether that is measured, and nothing else. */
export function comparesStores(): boolean {
  return process.env.BENCH_STORE === "both";
}
