/** What may be done with a night now. The clock decides, though whoever should have closed it comes late. */
import type { Night } from "./state.js";

/**
 * - `proposing`: films are proposed, nobody votes yet.
 * - `together`: both.
 * - `voting`: proposing is over.
 * - `over`: the deadline has passed; nobody has counted yet.
 */
export type Phase = "proposing" | "together" | "voting" | "over" | "closed" | "cancelled";

export function phaseOf(night: Night, now: Date): Phase {
  if (night.ending !== null) return night.ending.kind;
  const hasCome = (instant: string) => now.getTime() >= Date.parse(instant);
  if (hasCome(night.deadline)) return "over";
  const { phases, proposalsUntil } = night.rules;
  if (night.locked || (proposalsUntil !== null && hasCome(proposalsUntil))) return "voting";
  return phases === "apart" ? "proposing" : "together";
}

/** Whether the night goes on: nothing has been decided. */
export function isOpen(phase: Phase): phase is "proposing" | "together" | "voting" {
  return phase === "proposing" || phase === "together" || phase === "voting";
}
