/** Of films that are equally about something, which people would rather be told of. */
import type { Catalog } from "../../catalog/catalog.js";
import { filmFame } from "../../catalog/film.js";
import { filmRow } from "../../catalog/rows.js";

/** How much being well known counts: votes' log10 is up to 4.2. */
const FAME = 0.9;
/** How much each point of the rating counts, above or below what films have on average. */
const RATING = 0.5;
const AVERAGE_RATING = 6.2;
/** As many votes as would have to agree with a rating before it counts half. */
const PRIOR_VOTES = 150;
const LEAST = 0.3;

/** @returns by film row, what evidence counts times */
export function filmQuality({ films }: Pick<Catalog, "films">): Float32Array {
  return Float32Array.from(filmFame({ films }), (votes, row) => {
    const rating = films.voteAverage.get(filmRow(row)) ?? AVERAGE_RATING;
    const count = films.voteCount[row] ?? 0;
    const above = ((rating - AVERAGE_RATING) * count) / (count + PRIOR_VOTES);
    return Math.max(LEAST, 1 + FAME * Math.log10(1 + votes) + RATING * above);
  });
}
