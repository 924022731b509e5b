/** What a part of `decide` comes to, and what parts ask alike. */
import type { NightCommand, Person, Refusal } from "../command.js";
import type { NightEvent } from "../events/schema.js";
import { isOpen, phaseOf } from "../phase.js";
import type { Night } from "../state.js";

type Bare<Event> = Event extends NightEvent ? Omit<Event, "v" | "key" | "at" | "by" | "about"> : never;

/** What is to happen; `about` where it is done to somebody else. */
export type Draft = Bare<NightEvent> & { readonly about?: string };

/** Null where all is as was asked for already. */
export type Verdict = Draft | Refusal | null;

export type CommandOf<Kind extends NightCommand["kind"]> = Extract<NightCommand, { readonly kind: Kind }>;

/** The film that a command is about. */
export interface OfFilm {
  readonly film: number;
}

/** What a part is told: who asks, of which night, when. */
export interface Asking {
  readonly night: Night;
  readonly now: Date;
  readonly actor: Person;
}

export function leads({ night, actor }: Pick<Asking, "night" | "actor">): boolean {
  return actor.moderates || actor.person === night.leader;
}

/** Why not, where somebody asks who does not lead. */
export function unlessLeading(asking: Asking): Refusal | undefined {
  return leads(asking) ? undefined : { code: "leader_only", leader: asking.night.leader };
}

/** Why not, where the night does not go on any more. */
export function unlessOpen({ night, now }: Pick<Asking, "night" | "now">): Refusal | undefined {
  const phase = phaseOf(night, now);
  if (isOpen(phase)) return undefined;
  return phase === "over" ? { code: "deadline_passed", deadline: night.deadline } : { code: phase };
}

/** Why not, where nobody proposes films any more. */
export function unlessProposing({ night, now }: Pick<Asking, "night" | "now">): Refusal | undefined {
  return phaseOf(night, now) === "voting" ? { code: "proposals_over" } : unlessOpen({ night, now });
}

/** Why not, where nobody votes yet, or any more. */
export function unlessVoting({ night, now }: Pick<Asking, "night" | "now">): Refusal | undefined {
  return phaseOf(night, now) === "proposing"
    ? { code: "voting_not_begun", from: night.rules.proposalsUntil }
    : unlessOpen({ night, now });
}
