/** The one error of a store that cannot serve now. */

/**
 * away: not reached, or not open yet · timeout: did not answer in time · busy: others held it for too long ·
 * full: no room on its disk · broken: its files cannot be read or written · refused: it does not let us in ·
 * newer: a newer program of ours made it · closed: `close` was called
 */
export type UnavailableCode =
  | "away"
  | "timeout"
  | "busy"
  | "full"
  | "broken"
  | "refused"
  | "newer"
  | "closed";

/** Every method of a store may reject with it; trying again later may help. Says nothing of where the store is. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";

  constructor(readonly code: UnavailableCode) {
    super(`the store is not available (${code})`);
  }
}
