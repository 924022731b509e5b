/** What people, and the clock, ask of a night; and what they are told where it cannot be. */
import type { Ballot, BallotFault } from "../voting/ballot.js";
import type { NightRules, Showing } from "./events/rules.js";
import type { NightEvent } from "./events/schema.js";
import type { Answer } from "./state.js";

/** What whoever looks the film up knows of it; null for what is not known, which speaks against no film. */
export interface FilmFacts {
  readonly runtime: number | null;
  /** Whether the night's platform offers it. */
  readonly offered: boolean | null;
  /** When this community saw it in an earlier night. */
  readonly seenAt: string | null;
}

export type NightCommand =
  | { readonly kind: "open"; readonly rules: NightRules }
  | { readonly kind: "propose"; readonly film: number; readonly facts: FilmFacts }
  | { readonly kind: "withdraw" | "veto"; readonly film: number }
  | { readonly kind: "ban" | "unban"; readonly film: number }
  /** `of` where somebody else's veto is lifted. */
  | { readonly kind: "liftVeto"; readonly film: number; readonly of?: string }
  /** Takes the place of the ballot before. */
  | { readonly kind: "vote"; readonly ballot: Ballot }
  | { readonly kind: "retract" | "lock" | "close" | "cancel" | "skip" | "leave" | "stepDown" | "takeLead" }
  | { readonly kind: "extend" | "reopen"; readonly deadline: string }
  | { readonly kind: "setShowing"; readonly showing: Showing | null }
  | { readonly kind: "answer"; readonly answer: Answer }
  /** `person` where it is said of somebody else. */
  | { readonly kind: "attend"; readonly came: boolean; readonly person?: string }
  /** @param most how many films at most, best first */
  | { readonly kind: "carryOver"; readonly most: number }
  | { readonly kind: "handOver"; readonly to: string };

/** Who asks, as the platform vouches for them. */
export interface Person {
  readonly person: string;
  readonly moderates: boolean;
}

/** `clock`: a job whose time has come. It locks and closes, nothing else. */
export type Actor = Person | "clock";

export interface Context {
  /** Names what was pressed or said: asked again under the same key, nothing happens again. */
  readonly key: string;
  readonly now: Date;
  readonly actor: Actor;
}

/** Why not. Words live elsewhere. */
export type Refusal =
  | BallotFault
  // The night as a whole.
  | { readonly code: "no_night" }
  | { readonly code: "night_exists" }
  | { readonly code: "bad_rule"; readonly rule: string }
  | { readonly code: "deadline_range"; readonly earliest: string; readonly latest: string }
  | { readonly code: "deadline_not_later"; readonly deadline: string }
  | { readonly code: "deadline_after_showing"; readonly at: string }
  | { readonly code: "showing_past" }
  | { readonly code: "showing_before_deadline"; readonly deadline: string }
  // Who may.
  | { readonly code: "leader_only"; readonly leader: string | null }
  | { readonly code: "moderators_only" }
  | { readonly code: "not_by_clock" }
  // When.
  | { readonly code: "cancelled" }
  | { readonly code: "closed" }
  | { readonly code: "not_closed" }
  | { readonly code: "deadline_passed"; readonly deadline: string }
  | { readonly code: "proposals_over" }
  | { readonly code: "voting_not_begun"; readonly from: string | null }
  | { readonly code: "not_due"; readonly at: string | null }
  | { readonly code: "not_shown_yet"; readonly at: string }
  // Films.
  | { readonly code: "already_proposed"; readonly film: number; readonly by: string | null }
  | { readonly code: "not_proposed"; readonly film: number }
  | { readonly code: "proposed_by_another"; readonly film: number; readonly by: string | null }
  | { readonly code: "film_banned"; readonly film: number }
  | { readonly code: "film_vetoed"; readonly film: number }
  | { readonly code: "film_not_vetoed"; readonly film: number }
  | { readonly code: "already_seen"; readonly film: number; readonly at: string }
  | { readonly code: "film_too_long"; readonly film: number; readonly runtime: number; readonly most: number }
  | { readonly code: "film_not_offered"; readonly film: number; readonly platform: string }
  | { readonly code: "too_many_proposals"; readonly most: number }
  | { readonly code: "night_full"; readonly most: number }
  // Votes.
  | { readonly code: "out_of_running"; readonly films: readonly number[] }
  | { readonly code: "no_ballot" }
  | { readonly code: "too_many_vetoes"; readonly most: number }
  // Afterwards.
  | { readonly code: "no_winner" }
  | { readonly code: "already_carried_over" }
  | { readonly code: "nothing_to_carry_over" };

export type Decision =
  /** None where all is as was asked for already. */
  | { readonly ok: true; readonly events: readonly NightEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };
