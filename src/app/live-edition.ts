/** Everything that answers, from the newest version: one holder that every surface asks at each question. */
import { basename } from "node:path";
import { loadVersion } from "../catalog/open.js";
import type { Services } from "../chat/context.js";
import type { Logger } from "./log.js";
import { Adoption } from "../refresh/adoption.js";
import { OperatorError, type Words } from "../words.js";
import { createServices, openServices, type ServiceSettings } from "./open-edition.js";

export interface LiveServices {
  /** The services in use: whoever takes them once is answered from one version throughout. */
  readonly current: () => Services;
  /** Looks for a new version now; resolves once it is in use. */
  look(): Promise<void>;
  stop(): void;
}

export interface LiveOptions {
  readonly dataDir: string;
  readonly settings: ServiceSettings;
  readonly log: Logger;
  /** Says one line to the operator. */
  readonly tell: (words: Words) => void;
  /** Makes an index where there is none at all. */
  readonly build?: () => Promise<unknown>;
  /** Milliseconds between two looks for a new version. */
  readonly every?: number;
  /** What refreshing adds to the services: how it stands, and who may ask for it. */
  readonly refreshing?: () => Parts;
}

type Parts = Pick<Services, "refresh" | "operators">;

/**
 * Opens the version in use, or the newest that loads, and follows every later one. The full text is read in the
 * background, since answers can begin without it.
 * Throws an OperatorError where no version loads.
 */
export async function openLive(options: LiveOptions): Promise<LiveServices> {
  const { dataDir, settings, log, tell, build, every } = options;
  const refreshing: () => Parts = options.refreshing ?? (() => ({}));
  const first = await openServices(dataDir, settings, { build, tell });
  first.fullText().catch((error: unknown) => log.error({ err: error }, "full text"));
  first.recommender().catch((error: unknown) => log.error({ err: error }, "recommendations"));
  let known: { readonly base: Services; readonly parts: Parts; readonly all: Services } | undefined;
  const adoption = new Adoption<Services>({
    root: dataDir,
    version: basename(first.catalog.folder),
    first,
    every,
    load: async (version) => {
      const services = createServices(await loadVersion(dataDir, version), settings);
      // Read before it is needed: the version may be pruned while it is still in use.
      await Promise.all([services.fullText(), services.recommender()]);
      return services;
    },
    onAdopted: (version) => {
      // Nothing may hold on to the version before, even where nobody asks for a while.
      known = undefined;
      log.info({ version }, "a new version of the index is in use");
    },
    onFault: (version, error) => {
      log.error({ err: error, version }, "a new version of the index does not load; the last good one stays");
      if (error instanceof OperatorError) tell(error.words);
    },
  });
  /** The same object for as long as nothing changes: much is kept for as long as it lasts. */
  const composed = (base: Services, parts: Parts) => {
    const isSame =
      known?.base === base &&
      known.parts.refresh === parts.refresh &&
      known.parts.operators === parts.operators;
    if (known === undefined || !isSame) known = { base, parts, all: { ...base, ...parts } };
    return known.all;
  };
  return {
    current: () => composed(adoption.current, refreshing()),
    look: () => adoption.look(),
    stop: () => adoption.stop(),
  };
}
