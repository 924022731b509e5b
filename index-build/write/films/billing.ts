/** How much of a film's fame falls to each of its cast: who leads is known for it, who passes by is not. */
import type { FilmRecord } from "../../records.js";

/** The share of somebody in a cast that is only a set, as if of place three or so. */
const UNKNOWN_SHARE = 0.3;

/** The lead has all of it, the second half, the tenth a tenth. */
function shareOf(place: number): number {
  return 1 / (1 + place);
}

interface Shares {
  sum: number;
  films: number;
}

/**
 * The share of the film's fame that falls to each of its cast, in the order of the cast, 0–1. Where the cast is only
 * a set everybody has the same, but nobody more than on average in the films that have an order: whoever is always
 * at the end there was hardly the lead here.
 */
export function castShares(films: readonly FilmRecord[]): (film: FilmRecord) => number[] {
  // People are millions, and few of them are in a cast that is only a set.
  const ordered = new Map<number, Shares>();
  for (const { cast, castOrdered } of films)
    if (!castOrdered) for (const { id } of cast) ordered.set(id, { sum: 0, films: 0 });
  for (const { cast, castOrdered } of films) {
    if (!castOrdered || ordered.size === 0) continue;
    cast.forEach(({ id }, place) => {
      const shares = ordered.get(id);
      if (shares === undefined) return;
      shares.sum += shareOf(place);
      shares.films++;
    });
  }
  const unknown = (id: number) => {
    const shares = ordered.get(id);
    return shares === undefined || shares.films === 0
      ? UNKNOWN_SHARE
      : Math.min(UNKNOWN_SHARE, shares.sum / shares.films);
  };
  return ({ cast, castOrdered }) => cast.map(({ id }, place) => (castOrdered ? shareOf(place) : unknown(id)));
}
