/** Proposing and voting end, go on longer, begin again. */
import { elect } from "../../voting/elect.js";
import { isOpen, phaseOf } from "../phase.js";
import { electionOf } from "../running.js";
import type { Night } from "../state.js";
import { deadlineRefusal } from "./opening.js";
import { type Asking, type Draft, unlessLeading, unlessOpen, type Verdict } from "./verdict.js";

/** Until when votes are taken instead. */
interface Moved {
  readonly deadline: string;
}

export function lock(asking: Asking): Verdict {
  const refusal = unlessLeading(asking) ?? unlessOpen(asking);
  if (refusal !== undefined) return refusal;
  return asking.night.locked ? null : { kind: "proposalsLocked" };
}

/** Says that proposing is over; that it is was so already. */
export function lockByClock(night: Night, now: Date): Verdict {
  const at = night.rules.proposalsUntil;
  if (at === null || now.getTime() < Date.parse(at)) return { code: "not_due", at };
  return night.locked || !isOpen(phaseOf(night, now)) ? null : { kind: "proposalsLocked" };
}

export function close(asking: Asking): Verdict {
  const { night } = asking;
  const refusal = unlessLeading(asking);
  if (refusal !== undefined) return refusal;
  return night.ending === null ? counted(night) : { code: night.ending.kind };
}

/** Closed or cancelled by hand before the job came: nothing is left to do. */
export function closeByClock(night: Night, now: Date): Verdict {
  if (night.ending !== null) return null;
  return now.getTime() < Date.parse(night.deadline)
    ? { code: "not_due", at: night.deadline }
    : counted(night);
}

function counted(night: Night): Draft {
  const { winner, tally } = elect(electionOf(night));
  return { kind: "closed", winner, ranking: tally.ranking };
}

export function extend({ deadline }: Moved, asking: Asking): Verdict {
  const { night, now } = asking;
  const refusal = unlessLeading(asking) ?? unlessOpen(asking) ?? newDeadlineRefusal(deadline, night, now);
  if (refusal !== undefined) return refusal;
  if (Date.parse(deadline) <= Date.parse(night.deadline))
    return { code: "deadline_not_later", deadline: night.deadline };
  return { kind: "deadlineMoved", deadline };
}

export function reopen({ deadline }: Moved, asking: Asking): Verdict {
  const { night, now } = asking;
  const refusal = unlessLeading(asking);
  if (refusal !== undefined) return refusal;
  if (isOpen(phaseOf(night, now))) return { code: "not_closed" };
  return newDeadlineRefusal(deadline, night, now) ?? { kind: "reopened", deadline };
}

function newDeadlineRefusal(deadline: string, { showing }: Night, now: Date) {
  const refusal = deadlineRefusal(deadline, now);
  if (refusal !== undefined || showing === null) return refusal;
  const isLate = Date.parse(deadline) > Date.parse(showing.instant);
  return isLate ? { code: "deadline_after_showing" as const, at: showing.instant } : undefined;
}

export function cancel(asking: Asking): Verdict {
  const refusal = unlessLeading(asking);
  if (refusal !== undefined) return refusal;
  return asking.night.ending?.kind === "cancelled" ? null : { kind: "cancelled" };
}
