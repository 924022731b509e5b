/** The edition in use, as the index goes on: one holder that is asked at each question. */
import { basename } from "node:path";
import { loadVersion } from "../../catalog/open.js";
import type { Edition } from "../../chat/contract.js";
import type { Log } from "../../chat/errors/errors.js";
import { Adoption } from "../../refresh/adoption.js";
import { OperatorError, type Words } from "../../words.js";
import { createEdition, type Opening, openEdition } from "./edition.js";

export interface LiveEdition {
  /** The edition in use: whoever takes it once is answered from one version throughout. */
  readonly current: () => Edition;
  /** Looks for a new version now; resolves once it is in use. */
  look(): Promise<void>;
  stop(): void;
}

export interface LiveOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Says one line to the operator. */
  readonly tell: (words: Words) => void;
  /** See `Opening`. */
  readonly ahead?: Opening["ahead"];
  readonly build?: Opening["build"];
  readonly rebuild?: Opening["rebuild"];
  /** Milliseconds between two looks for a new version. */
  readonly every?: number;
}

/**
 * Opens the version in use, or the newest that loads, and follows every later one. What is not needed at once is read in
 * the background, since answers can begin without it.
 * @throws OperatorError where no version loads
 */
export async function openLiveEdition(options: LiveOptions): Promise<LiveEdition> {
  const { dataDir, log, tell, ahead, build, rebuild, every } = options;
  const first = await openEdition(dataDir, { ahead, build, rebuild, tell });
  first.fullText().catch((error: unknown) => log.error({ err: error }, "full text"));
  first.recommender().catch((error: unknown) => log.error({ err: error }, "recommendations"));
  const adoption = new Adoption<Edition>({
    root: dataDir,
    version: basename(first.catalog.folder),
    first,
    every,
    load: async (version) => {
      const edition = createEdition(await loadVersion(dataDir, version));
      // Read before it is needed: the version may be pruned while it is still in use.
      await Promise.all([edition.fullText(), edition.recommender()]);
      return edition;
    },
    onAdopted: (version) => log.info({ version }, "a new version of the index is in use"),
    onFault: (version, error) => {
      log.error({ err: error, version }, "a new version of the index does not load; the last good one stays");
      if (error instanceof OperatorError) tell(error.words);
    },
  });
  return {
    current: () => adoption.current,
    look: () => adoption.look(),
    stop: () => adoption.stop(),
  };
}
