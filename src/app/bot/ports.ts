/** The doors to the outside, with what stands behind them now. */
import { Renderer } from "../../charts/render/renderer.js";
import type { Log } from "../../chat/errors/errors.js";
import type { CatalogNews, Ports, RefreshPort } from "../../chat/ports.js";
import type { Settings } from "../../settings/declared.js";
import { MemoryLanguageChoices } from "../../surface/memory/language-choices.js";
import { MemoryLastAnswers } from "../../surface/memory/last-answers.js";
import { MemoryQuestionLimits } from "../../surface/memory/question-limits.js";
import { MemoryShortKeys } from "../../surface/memory/short-keys.js";
import { SharedLastAnswers } from "../../surface/shared/last-answers.js";
import { Patience } from "../../surface/shared/patience.js";
import { SharedQuestionLimits } from "../../surface/shared/question-limits.js";
import { SharedUpdateTurns } from "../../surface/shared/update-turns.js";
import { StoredLanguageChoices } from "../../surface/stored/language-choices.js";
import { StoredPlaceSettings } from "../../surface/stored/place-settings.js";
import { StoredShortKeys } from "../../surface/stored/short-keys.js";
import { hasRoomForCharts, memoryHere } from "../memory.js";
import { SignedNightPages } from "../nights/pages.js";
import type { LastingStore } from "../store/lasting-store.js";
import { movedGroups } from "../store/moved-groups.js";
import { transfer } from "./transfer.js";

/** For tools that ask and end: nothing is kept. */
export function createPorts(log: Log): Ports {
  return {
    log,
    lastAnswers: new MemoryLastAnswers(),
    shortKeys: new MemoryShortKeys(),
    languages: new MemoryLanguageChoices(),
    limits: new MemoryQuestionLimits(),
    transfer,
    // Its thread begins with the first chart.
    charts: hasRoomForCharts(memoryHere()) ? new Renderer() : undefined,
  };
}

/** Those of the running program, and their end. */
export interface LastingPorts {
  readonly ports: Ports;
  /** Begins to look for what others keep. */
  start(): void;
  /** Writes what waits. Never rejects. */
  stop(): Promise<void>;
}

export interface LastingPortsOptions {
  readonly log: Log;
  readonly store: LastingStore;
  /** Where people reach our HTTP server; undefined where nobody is sent there. */
  readonly publicUrl?: string | undefined;
  /** What holds where no community says otherwise. */
  readonly settings: Settings;
  /** Undefined where nobody brings data up to date. */
  readonly refresh?: RefreshPort | undefined;
  /** Undefined where nobody brings data up to date. */
  readonly news?: CatalogNews | undefined;
}

export function createLastingPorts(options: LastingPortsOptions): LastingPorts {
  const { log, store, settings, refresh, news, publicUrl } = options;
  const { opened, isInUse, inUse, health } = store;
  const shared = store.isShared ? sharedPorts(store, log) : undefined;
  const languages = new StoredLanguageChoices(async () => (await opened()).people, log);
  const shortKeys = new StoredShortKeys(new MemoryShortKeys(), async () => (await opened()).buttons, {
    now: () => new Date(),
    log,
  });
  const places = new StoredPlaceSettings(async () => (await opened()).settings, {
    operators: settings,
    isKept: isInUse,
    patience: store.patience,
  });
  return {
    ports: {
      ...createPorts(log),
      ...shared?.ports,
      refresh,
      news,
      shortKeys,
      languages,
      places,
      nightPages:
        publicUrl === undefined
          ? undefined
          : new SignedNightPages(publicUrl, async () => (await opened()).keys),
      store: opened,
      storeHealth: health,
      groupMoved: movedGroups({ opened, isInUse, places, log, now: () => new Date() }),
    },
    start: () => void inUse.then(() => languages.start()),
    async stop() {
      languages.stop();
      await Promise.all([shortKeys.settle(), shared?.settle()]);
    },
  };
}

/** What several processes over one database know of each other. */
function sharedPorts(
  { opened, patience: most }: LastingStore,
  log: Log,
): {
  readonly ports: Pick<Ports, "lastAnswers" | "limits" | "turns">;
  settle(): Promise<void>;
} {
  const patience = new Patience({ log, most });
  const lastAnswers = new SharedLastAnswers(async () => (await opened()).answers, patience);
  const limits = new SharedQuestionLimits(async () => (await opened()).counts, patience);
  const turns = new SharedUpdateTurns(async () => (await opened()).seen, patience);
  return {
    ports: { lastAnswers, limits, turns },
    async settle() {
      await Promise.all([lastAnswers.settle(), limits.settle(), turns.settle()]);
    },
  };
}
