/** The doors to the outside, with what stands behind them now. */
import type { Log } from "../../chat/errors/errors.js";
import type { Ports, RefreshPort } from "../../chat/ports.js";
import { MemoryLanguageChoices } from "../../surface/memory/language-choices.js";
import { MemoryLastAnswers } from "../../surface/memory/last-answers.js";
import { MemoryShortKeys } from "../../surface/memory/short-keys.js";

/** @param refresh undefined where nobody brings data up to date */
export function createPorts(log: Log, refresh?: RefreshPort): Ports {
  return {
    log,
    refresh,
    lastAnswers: new MemoryLastAnswers(),
    shortKeys: new MemoryShortKeys(),
    languages: new MemoryLanguageChoices(),
  };
}
