/** The evening itself: when, who comes and came, and what becomes of the film. */

import type { Refusal } from "../command.js";
import { losers, winnerOf } from "../ended.js";
import { showing as showingSchema } from "../events/rules.js";
import { showingRefusal } from "./opening.js";
import { type Asking, type CommandOf, unlessLeading, type Verdict } from "./verdict.js";

export function setShowing({ showing }: CommandOf<"setShowing">, asking: Asking): Verdict {
  const { night, now } = asking;
  const refusal = unlessLeading(asking) ?? unlessCancelled(asking);
  if (refusal !== undefined) return refusal;
  if (showing?.instant === night.showing?.instant && showing?.zone === night.showing?.zone) return null;
  if (showing === null) return { kind: "showingSet", showing };
  if (!showingSchema.safeParse(showing).success) return { code: "bad_rule", rule: "showing" };
  const deadline = night.ending === null ? night.deadline : null;
  return showingRefusal(showing, deadline, now) ?? { kind: "showingSet", showing };
}

export function answer({ answer }: CommandOf<"answer">, asking: Asking): Verdict {
  const cancelled = unlessCancelled(asking);
  if (cancelled !== undefined) return cancelled;
  return asking.night.answers.get(asking.actor.person) === answer ? null : { kind: "answered", answer };
}

/** Everybody says it of themselves; whoever leads, of anybody. */
export function attend({ came, person }: CommandOf<"attend">, asking: Asking): Verdict {
  const { night, now, actor } = asking;
  const whose = person ?? actor.person;
  const refusal = (whose === actor.person ? undefined : unlessLeading(asking)) ?? unlessClosed(asking);
  if (refusal !== undefined) return refusal;
  const at = night.showing?.instant;
  if (at !== undefined && now.getTime() < Date.parse(at)) return { code: "not_shown_yet", at };
  if (night.attendance.get(whose) === came) return null;
  return whose === actor.person ? { kind: "attended", came } : { kind: "attended", came, about: whose };
}

export function skip(asking: Asking): Verdict {
  const refusal = unlessLeading(asking) ?? unlessClosed(asking);
  if (refusal !== undefined) return refusal;
  const film = winnerOf(asking.night);
  return film === null ? { code: "no_winner" } : { kind: "skipped", film };
}

export function carryOver({ most }: CommandOf<"carryOver">, asking: Asking): Verdict {
  const { night } = asking;
  const refusal = unlessLeading(asking) ?? unlessClosed(asking);
  if (refusal !== undefined) return refusal;
  if (night.carriedOver !== null) return { code: "already_carried_over" };
  const films = losers(night).slice(0, most);
  return films.length === 0 ? { code: "nothing_to_carry_over" } : { kind: "carriedOver", films };
}

function unlessCancelled({ night }: Asking): Refusal | undefined {
  return night.ending?.kind === "cancelled" ? { code: "cancelled" } : undefined;
}

function unlessClosed({ night }: Asking): Refusal | undefined {
  if (night.ending?.kind === "closed") return undefined;
  return { code: night.ending === null ? "not_closed" : "cancelled" };
}
