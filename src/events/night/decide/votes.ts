/** Ballots and vetoes. */
import { type Ballot, ballotFault, namedBy } from "../../voting/ballot.js";
import type { Refusal } from "../command.js";
import { running, vetoed } from "../running.js";
import {
  type Asking,
  type CommandOf,
  type OfFilm,
  unlessOpen,
  unlessVoting,
  type Verdict,
} from "./verdict.js";

export function vote({ ballot }: CommandOf<"vote">, asking: Asking): Verdict {
  const { night, actor } = asking;
  const { method, votesEach } = night.rules;
  const refusal = unlessVoting(asking) ?? ballotFault(method, ballot, votesEach);
  if (refusal !== undefined) return refusal;
  const unfit = unfitFor(ballot, asking);
  if (unfit !== undefined) return unfit;
  const before = JSON.stringify(night.ballots.get(actor.person));
  return before === JSON.stringify(ballot) ? null : { kind: "voted", ballot };
}

/** A film that went while they chose spoils no ballot, unless it names nothing else. */
function unfitFor(ballot: Ballot, { night }: Asking): Refusal | undefined {
  const named = namedBy(ballot);
  const unknown = named.find((film) => !night.proposals.has(film));
  if (unknown !== undefined) return { code: "not_proposed", film: unknown };
  const films = new Set(running(night).map(({ film }) => film));
  return named.some((film) => films.has(film)) ? undefined : { code: "out_of_running", films: named };
}

export function retract(asking: Asking): Verdict {
  const closed = unlessVoting(asking);
  if (closed !== undefined) return closed;
  return asking.night.ballots.has(asking.actor.person) ? { kind: "retracted" } : { code: "no_ballot" };
}

/** Moderators have as many as they need. */
export function veto({ film }: OfFilm, asking: Asking): Verdict {
  const { night, actor } = asking;
  const closed = unlessOpen(asking);
  if (closed !== undefined) return closed;
  const proposal = night.proposals.get(film);
  if (proposal === undefined || proposal.withdrawn) return { code: "not_proposed", film };
  if (night.banned.has(film)) return { code: "film_banned", film };
  const own = night.vetoes.get(actor.person) ?? [];
  if (own.includes(film)) return null;
  // A second veto would do nothing now, and keep the film out when the first is lifted.
  if (vetoed(night).has(film)) return { code: "film_vetoed", film };
  const most = night.rules.vetoesEach;
  return own.length >= most && !actor.moderates
    ? { code: "too_many_vetoes", most }
    : { kind: "vetoed", film };
}

/** One's own; moderators lift anybody's. */
export function liftVeto({ film, of }: CommandOf<"liftVeto">, asking: Asking): Verdict {
  const { night, actor } = asking;
  const closed = unlessOpen(asking);
  if (closed !== undefined) return closed;
  const whose = of ?? actor.person;
  if (whose !== actor.person && !actor.moderates) return { code: "moderators_only" };
  if (!night.vetoes.get(whose)?.includes(film)) return { code: "film_not_vetoed", film };
  return whose === actor.person ? { kind: "vetoLifted", film } : { kind: "vetoLifted", film, about: whose };
}
