/** What a part of `decide` comes to, and what parts ask alike. */
import type { NightCommand, Person, Refusal } from "../command.js";
import type { NightEvent } from "../events/schema.js";
import { isOpen, type Phase, phaseOf } from "../phase.js";
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

/** Why not, where it takes one of these phases and the night is in another. */
export function unlessIn(phases: readonly Phase[], { night, now }: Pick<Asking, "night" | "now">) {
  const phase = phaseOf(night, now);
  return phases.includes(phase) ? undefined : refusalIn(phase, night);
}

/** Why not, where the night does not go on any more. */
export function unlessOpen({ night, now }: Pick<Asking, "night" | "now">): Refusal | undefined {
  const phase = phaseOf(night, now);
  return isOpen(phase) ? undefined : refusalIn(phase, night);
}

function refusalIn(phase: Phase, { deadline, rules }: Night): Refusal {
  switch (phase) {
    case "proposing":
      return { code: "voting_not_begun", from: rules.proposalsUntil };
    case "voting":
      return { code: "proposals_over" };
    case "over":
      return { code: "deadline_passed", deadline };
    case "closed":
      return { code: "closed" };
    case "cancelled":
      return { code: "cancelled" };
    case "together":
      return { code: "not_closed" };
  }
}
