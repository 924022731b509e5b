/** The doors to the outside, with what stands behind them now. */
import type { Log } from "../../chat/errors/errors.js";
import type { Ports, RefreshPort, StorePort } from "../../chat/ports.js";
import { MemoryLanguageChoices } from "../../surface/memory/language-choices.js";
import { MemoryLastAnswers } from "../../surface/memory/last-answers.js";
import { MemoryShortKeys } from "../../surface/memory/short-keys.js";
import { StoredLanguageChoices } from "../../surface/stored/language-choices.js";
import { StoredShortKeys } from "../../surface/stored/short-keys.js";
import { transfer } from "./transfer.js";

/** For tools that ask and end: nothing is kept. */
export function createPorts(log: Log): Ports {
  return {
    log,
    lastAnswers: new MemoryLastAnswers(),
    shortKeys: new MemoryShortKeys(),
    languages: new MemoryLanguageChoices(),
    transfer,
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

/** @param refresh undefined where nobody brings data up to date */
export function createLastingPorts(
  log: Log,
  store: StorePort,
  refresh: RefreshPort | undefined,
): LastingPorts {
  const languages = new StoredLanguageChoices(async () => (await store()).people);
  const shortKeys = new StoredShortKeys(new MemoryShortKeys(), async () => (await store()).buttons, {
    now: () => new Date(),
    log,
  });
  return {
    ports: { ...createPorts(log), refresh, shortKeys, languages, store },
    start: () => void languages.start(),
    async stop() {
      languages.stop();
      await shortKeys.settle();
    },
  };
}
