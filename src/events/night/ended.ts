/** What a closed night leaves: the film that is shown, and those that lost. */
import { firstPlaces } from "../voting/announced.js";
import { within } from "../voting/ballot.js";
import type { CarriedFilm } from "./events/rules.js";
import { running } from "./running.js";
import type { Night } from "./state.js";

/** As announced, but for films that cannot be shown; empty where nothing won. */
export function standings({ ending, skipped }: Night): readonly number[] {
  if (ending?.kind !== "closed" || ending.winner === null) return [];
  return ending.ranking.filter((film) => !skipped.includes(film));
}

/** The film that is shown; null where none is. */
export function winnerOf(night: Night): number | null {
  return standings(night)[0] ?? null;
}

/**
 * Films that somebody wanted and that are not shown, best first. Their points: how many ballots put nothing above them,
 * and those that they brought along.
 */
export function losers(night: Night): readonly CarriedFilm[] {
  if (night.ending?.kind !== "closed") return [];
  const proposals = new Map(running(night).map((proposal) => [proposal.film, proposal]));
  const films = new Set(proposals.keys());
  const wanted = firstPlaces([...night.ballots.values()].map((ballot) => within(ballot, films)));
  const shown = winnerOf(night);
  return night.ending.ranking
    .filter((film) => film !== shown)
    .map((film) => ({ film, points: (wanted.get(film) ?? 0) + (proposals.get(film)?.points ?? 0) }))
    .filter(({ points }) => points > 0);
}
