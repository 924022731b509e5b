/** Films come into the running, and go. */
import type { FilmFacts, Refusal } from "../command.js";
import { MOST_PROPOSALS } from "../events/rules.js";
import { vetoed } from "../running.js";
import type { Night } from "../state.js";
import {
  type Asking,
  type CommandOf,
  leads,
  type OfFilm,
  unlessLeading,
  unlessOpen,
  unlessProposing,
  type Verdict,
} from "./verdict.js";

export function propose({ film, facts }: CommandOf<"propose">, asking: Asking): Verdict {
  const { night } = asking;
  return (
    unlessProposing(asking) ??
    (night.rules.proposedBy === "leader" ? unlessLeading(asking) : undefined) ??
    outOfNight(film, night) ??
    againstRules(film, facts, asking) ??
    tooMany(asking) ?? { kind: "proposed", film }
  );
}

function outOfNight(film: number, night: Night): Refusal | undefined {
  if (night.banned.has(film)) return { code: "film_banned", film };
  const proposal = night.proposals.get(film);
  if (proposal !== undefined && !proposal.withdrawn)
    return { code: "already_proposed", film, by: proposal.by };
  return vetoed(night).has(film) ? { code: "film_vetoed", film } : undefined;
}

function againstRules(
  film: number,
  { runtime, offered, seenAt }: FilmFacts,
  { night, actor }: Asking,
): Refusal | undefined {
  const { runtimeLimit, platform } = night.rules;
  if (seenAt !== null && !actor.moderates) return { code: "already_seen", film, at: seenAt };
  if (runtime !== null && runtimeLimit !== null && runtime > runtimeLimit)
    return { code: "film_too_long", film, runtime, most: runtimeLimit };
  if (platform !== null && offered === false) return { code: "film_not_offered", film, platform };
  return undefined;
}

/** Whoever leads fills the list as they like. */
function tooMany(asking: Asking): Refusal | undefined {
  const { night, actor } = asking;
  const all = [...night.proposals.values()].filter(({ withdrawn }) => !withdrawn);
  const most = night.rules.proposalsEach;
  const own = all.filter(({ by }) => by === actor.person);
  if (own.length >= most && !leads(asking)) return { code: "too_many_proposals", most };
  return all.length >= MOST_PROPOSALS ? { code: "night_full", most: MOST_PROPOSALS } : undefined;
}

/** Whoever proposed it may, while others still can propose instead. */
export function withdraw({ film }: OfFilm, asking: Asking): Verdict {
  const proposal = asking.night.proposals.get(film);
  const closed = leads(asking) ? unlessOpen(asking) : unlessProposing(asking);
  if (closed !== undefined) return closed;
  if (proposal === undefined || proposal.withdrawn) return { code: "not_proposed", film };
  if (proposal.by !== asking.actor.person && !leads(asking))
    return { code: "proposed_by_another", film, by: proposal.by };
  return { kind: "withdrawn", film };
}

export function ban({ kind, film }: OfFilm & { readonly kind: "ban" | "unban" }, asking: Asking): Verdict {
  const { night, actor } = asking;
  const closed = unlessOpen(asking);
  if (!actor.moderates) return { code: "moderators_only" };
  if (closed !== undefined) return closed;
  if (!night.proposals.has(film)) return { code: "not_proposed", film };
  if (night.banned.has(film) === (kind === "ban")) return null;
  return { kind: kind === "ban" ? "banned" : "unbanned", film };
}
