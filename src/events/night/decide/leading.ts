/** Who leads, and who goes. */
import { isOpen, phaseOf } from "../phase.js";
import { type Asking, type CommandOf, unlessLeading, type Verdict } from "./verdict.js";

export function handOver({ to }: CommandOf<"handOver">, asking: Asking): Verdict {
  const refusal = unlessLeading(asking);
  if (refusal !== undefined) return refusal;
  if (to === asking.night.leader) return null;
  return to === asking.actor.person ? { kind: "handedOver" } : { kind: "handedOver", about: to };
}

/** For whoever wants to lead instead. */
export function stepDown(asking: Asking): Verdict {
  const refusal = unlessLeading(asking);
  if (refusal !== undefined) return refusal;
  return asking.night.leader === null ? null : { kind: "steppedDown" };
}

/** Where nobody leads, anybody may; moderators lead any night. */
export function takeLead({ night, actor: { person, moderates } }: Asking): Verdict {
  const { leader } = night;
  if (leader === person) return null;
  return leader === null || moderates ? { kind: "handedOver" } : { code: "leader_only", leader };
}

/** What was counted stays counted. Whose night it was, nobody leads it. */
export function leave({ night, now, actor: { person } }: Asking): Verdict {
  const hasPart = [night.ballots, night.vetoes, night.answers].some((part) => part.has(person));
  const concerns = hasPart || night.leader === person;
  return concerns && isOpen(phaseOf(night, now)) ? { kind: "left" } : null;
}
